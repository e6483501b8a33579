namespace DaNangDxIndex.Criteria;

/// <summary>One figure in a sum, added or taken away.</summary>
public readonly record struct Term(string Figure, bool Minus)
{
    public override string ToString() => Minus ? "-" + Figure : Figure;
}

/// <summary>
/// What a rule looks at: a figure, a sum and difference of figures, or the ratio of two such sums. 0/0 means that nothing was due;
/// a number other than zero over zero, or a denominator below zero, contradicts itself and earns nothing.
/// </summary>
public sealed record Quantity(IReadOnlyList<Term> Sum, IReadOnlyList<Term> Over)
{
    public bool IsRatio => Over.Count > 0;

    public IEnumerable<string> Figures => Sum.Concat(Over).Select(term => term.Figure);

    /// <summary>The quantity as it is written: "a - b / c".</summary>
    public override string ToString() => IsRatio ? $"{Written(Sum)} / {Written(Over)}" : Written(Sum);

    public bool Equals(Quantity? other) => other is not null && Sum.SequenceEqual(other.Sum) && Over.SequenceEqual(other.Over);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static string Written(IReadOnlyList<Term> terms) => string.Join(" + ", terms);
}
