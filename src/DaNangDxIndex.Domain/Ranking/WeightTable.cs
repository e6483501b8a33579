using System.Numerics;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The shares of all agencies as one run of doubles, ranked under any
/// weights in one pass. Read-only once built, so that cores can share it.
/// </summary>
internal sealed class WeightTable
{
    private readonly Method _method;
    private readonly int _width;
    private readonly double[] _shares;
    private readonly double[]?[] _applies;
    private readonly double[] _beside;
    private readonly int[][] _tables;
    private readonly double _scale;
    private readonly double _unit;

    public WeightTable(Method method, IReadOnlyList<Scorecard> ranked)
    {
        _method = method;
        (_scale, _unit) = (method.Scale.ToDouble(), Math.Pow(10, method.Decimals));
        var inBase = ranked[0].Components
            .SelectMany(result => result.Component.Criteria.Select(_ => result.Component.Block == Block.Base)).ToArray();
        var places = Enumerable.Range(0, inBase.Length)
            .Where(place => inBase[place] && !ranked[0].Criteria[place].Criterion.Maximum.IsZero).ToArray();
        // Rows are padded to whole vectors; the padding weighs nothing.
        _width = (places.Length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        Maxima = new double[_width];
        for (var column = 0; column < places.Length; column++)
            Maxima[column] = ranked[0].Criteria[places[column]].Criterion.Maximum.ToDouble();
        (_shares, _applies, _beside) = (new double[ranked.Count * _width], new double[]?[ranked.Count], new double[ranked.Count]);
        for (var row = 0; row < ranked.Count; row++)
            Fill(row, ranked[row], places);
        _tables = [.. Enumerable.Range(0, ranked.Count)
            .GroupBy(row => method.Within == RankedWithin.Parent ? ranked[row].Parent ?? "" : "", StringComparer.Ordinal)
            .Select(table => table.ToArray())];
    }

    /// <summary>Maxima of the base's criteria under the method, padded with zeros.</summary>
    public double[] Maxima { get; }

    /// <summary>Ranks all agencies under these weights, in the competition way, into <paramref name="ranks"/>.</summary>
    public void Rank(double[] weights, Span<int> ranks)
    {
        var whole = weights.Sum();
        foreach (var table in _tables)
        {
            var totals = new long[table.Length];
            for (var place = 0; place < table.Length; place++)
                totals[place] = -Units(table[place], weights, whole);
            var rows = table.ToArray();
            Array.Sort(totals, rows);
            for (var (place, rank) = (0, 1); place < rows.Length; place++)
            {
                if (place > 0 && totals[place] != totals[place - 1])
                    rank = place + 1;
                ranks[rows[place]] = rank;
            }
        }
    }

    // The total in units of its last decimal.
    private long Units(int row, double[] weights, double whole)
    {
        var points = Product(_shares.AsSpan(row * _width, _width), weights);
        var maximum = _applies[row] is { } mask ? Product(mask, weights) : whole;
        var total = Math.Max(0, (maximum == 0 ? 0 : points * _scale / maximum) + _beside[row]);
        if (_method.Cap == TotalCap.Total)
            total = Math.Min(_scale, total);
        return (long)(_method.Mode == RoundingMode.HalfUp
            ? Math.Round(total * _unit, MidpointRounding.AwayFromZero)
            : Math.Truncate(total * _unit));
    }

    private void Fill(int row, Scorecard scorecard, int[] places)
    {
        _beside[row] = (scorecard.Bonus - scorecard.Penalty).ToDouble();
        for (var column = 0; column < places.Length; column++)
        {
            var result = scorecard.Criteria[places[column]];
            if (result.Maximum.IsZero)
                (_applies[row] ??= Ones(places.Length))[column] = 0;
            else
                _shares[(row * _width) + column] = result.Share?.ToDouble() ?? 0;
        }
    }

    private double[] Ones(int count)
    {
        var ones = new double[_width];
        ones.AsSpan(0, count).Fill(1);
        return ones;
    }

    private static double Product(ReadOnlySpan<double> row, ReadOnlySpan<double> weights)
    {
        var sum = Vector<double>.Zero;
        for (var column = 0; column < row.Length; column += Vector<double>.Count)
            sum += new Vector<double>(row[column..]) * new Vector<double>(weights[column..]);
        return Vector.Sum(sum);
    }
}
