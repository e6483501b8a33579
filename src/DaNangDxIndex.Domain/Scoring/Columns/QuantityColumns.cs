using System.Numerics;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>A quantity over columns: numerator and denominator as exact whole numbers, brought to one scale each.</summary>
internal sealed class QuantityColumns
{
    private readonly (double[] Units, double Factor)[] _sum;
    private readonly (double[] Units, double Factor)[] _over;
    private readonly Threshold? _whole;

    public QuantityColumns(Quantity quantity, GroupFigures figures)
    {
        IsRatio = quantity.IsRatio;
        (_sum, SumScale, GreatestSum) = Terms(quantity.Sum, figures);
        (_over, OverScale, GreatestOver) = Terms(quantity.Over, figures);
        if (!IsRatio)
        {
            GreatestOver = 1;
            Array.Fill(Over, 1);
        }

        _whole = PartOfWhole.Is(quantity, figures.Set.Figure) ? new Threshold(Fraction.One, this) : null;
        IsExact = GreatestSum < FigureColumn.ExactIntegers && GreatestOver < FigureColumn.ExactIntegers;
    }

    public bool IsRatio { get; }

    /// <summary>Every numerator and denominator of the group is an exact whole number. Otherwise all go the exact way.</summary>
    public bool IsExact { get; }

    public double GreatestSum { get; }

    public double GreatestOver { get; }

    public double[] Sum { get; } = new double[ShareBatch.Size];

    public double[] Over { get; } = new double[ShareBatch.Size];

    /// <summary>Numerator in 10^-SumScale over denominator in 10^-OverScale: the value is their quotient times this.</summary>
    public Fraction ScaleFactor => Fraction.Of(BigInteger.Pow(10, OverScale), BigInteger.Pow(10, SumScale));

    /// <summary>
    /// A part above its whole, or one that doubles cannot tell from it: settled exactly. Only where <see cref="IsExact"/>.
    /// </summary>
    public bool IsAboveWhole(int i) => _whole is { } bound && Over[i] > 0 && (!bound.IsExact || bound.Compare(Sum[i], Over[i]) > 0);

    private int SumScale { get; }

    private int OverScale { get; }

    /// <summary>Fills <see cref="Sum"/> and <see cref="Over"/> for a batch; NaN where something is blank.</summary>
    public void Load(int first, int count)
    {
        Load(_sum, Sum, first, count);
        Load(_over, Over, first, count);
    }

    private static void Load((double[] Units, double Factor)[] terms, double[] into, int first, int count)
    {
        var target = into.AsSpan(0, count);
        for (var term = 0; term < terms.Length; term++)
        {
            var units = terms[term].Units.AsSpan(first, count);
            var factor = terms[term].Factor;
            if (term == 0 && factor == 1)
                units.CopyTo(target);
            else if (term == 0)
                Multiply(units, factor, target);
            else
                AddProduct(units, factor, target);
        }
    }

    private static void Multiply(ReadOnlySpan<double> units, double factor, Span<double> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = units[i] * factor;
    }

    private static void AddProduct(ReadOnlySpan<double> units, double factor, Span<double> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += units[i] * factor;
    }

    private static ((double[] Units, double Factor)[] Terms, int Scale, double Greatest) Terms(
        IReadOnlyList<Term> terms, GroupFigures figures)
    {
        var columns = terms.Select(term => (term.Minus,
            Column: figures.Columns[figures.IndexOf(term.Figure) ?? throw Unknown(term.Figure)])).ToList();
        var scale = columns.Count == 0 ? 0 : columns.Max(column => column.Column.Scale);
        var greatest = columns.Sum(column => column.Column.Greatest * Power(scale - column.Column.Scale));
        return ([.. columns.Select(column => (column.Column.Units, Power(scale - column.Column.Scale) * (column.Minus ? -1 : 1)))], scale,
            greatest);
    }

    private static double Power(int exponent) => (double)BigInteger.Pow(10, exponent);

    private static ArgumentException Unknown(string figure) => new($"The set has no figure '{figure}'.", nameof(figure));
}
