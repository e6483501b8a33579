using System.Numerics;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The shares of all agencies as one block of doubles, ranked under any
/// weights in one pass. Read-only once built, so that cores can share it.
/// </summary>
internal sealed class WeightTable
{
    private readonly Method method;
    private readonly int width;
    private readonly double[] shares;
    private readonly double[]?[] applies;
    private readonly double[] beside;
    private readonly int[][] tables;
    private readonly double scale;
    private readonly double unit;

    public WeightTable(Method method, IReadOnlyList<Scorecard> ranked)
    {
        this.method = method;
        (scale, unit) = (method.Scale.ToDouble(), Math.Pow(10, method.Decimals));
        var inBase = ranked[0].Components
            .SelectMany(one => one.Component.Criteria.Select(_ => one.Component.Block == Block.Base)).ToArray();
        var places = Enumerable.Range(0, inBase.Length)
            .Where(place => inBase[place] && !ranked[0].Criteria[place].Criterion.Maximum.IsZero).ToArray();
        // Rows are padded to whole vectors; the padding weighs nothing.
        width = (places.Length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        Maxima = new double[width];
        for (var column = 0; column < places.Length; column++)
            Maxima[column] = ranked[0].Criteria[places[column]].Criterion.Maximum.ToDouble();
        (shares, applies, beside) = (new double[ranked.Count * width], new double[]?[ranked.Count], new double[ranked.Count]);
        for (var row = 0; row < ranked.Count; row++)
            Fill(row, ranked[row], places);
        tables = [.. Enumerable.Range(0, ranked.Count)
            .GroupBy(row => method.Within == RankedWithin.Parent ? ranked[row].Parent ?? "" : "", StringComparer.Ordinal)
            .Select(table => table.ToArray())];
    }

    /// <summary>Maxima of the base's criteria under the method, padded with zeros.</summary>
    public double[] Maxima { get; }

    /// <summary>Ranks all agencies under these weights, in the competition way, into <paramref name="ranks"/>.</summary>
    public void Rank(double[] weights, Span<int> ranks)
    {
        var whole = weights.Sum();
        foreach (var table in tables)
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
        var points = Product(shares.AsSpan(row * width, width), weights);
        var maximum = applies[row] is { } mask ? Product(mask, weights) : whole;
        var total = Math.Max(0, (maximum == 0 ? 0 : points * scale / maximum) + beside[row]);
        if (method.Cap == TotalCap.Total)
            total = Math.Min(scale, total);
        return (long)(method.Mode == RoundingMode.HalfUp
            ? Math.Round(total * unit, MidpointRounding.AwayFromZero)
            : Math.Truncate(total * unit));
    }

    private void Fill(int row, Scorecard scorecard, int[] places)
    {
        beside[row] = (scorecard.Bonus - scorecard.Penalty).ToDouble();
        for (var column = 0; column < places.Length; column++)
        {
            var result = scorecard.Criteria[places[column]];
            if (result.Maximum.IsZero)
                (applies[row] ??= Ones(places.Length))[column] = 0;
            else
                shares[(row * width) + column] = result.Share?.ToDouble() ?? 0;
        }
    }

    private double[] Ones(int count)
    {
        var ones = new double[width];
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
