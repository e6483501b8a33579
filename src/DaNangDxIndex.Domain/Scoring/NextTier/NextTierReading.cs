using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>One place where a criterion reads a figure: the quantity, and the values of it at which the rule bends.</summary>
internal sealed record NextTierReading(
    Criterion Criterion, bool InPenalty, Quantity? Of, IReadOnlyList<Fraction> Turns, IReadOnlyList<ChoiceShare> Options)
{
    /// <summary>
    /// The quantity is a share of a whole: the rule has no use for more than 1, or both
    /// sides count in the same unit. Then advice never lets the part grow past the whole.
    /// </summary>
    public required bool IsPart { get; init; }

    /// <summary>1 where more of the quantity earns more (or loses less), -1 where less does, 0 where it depends.</summary>
    public required int Direction { get; init; }

    /// <summary>1 where the figure is added, -1 where it is taken away, 0 where it stands in the denominator.</summary>
    public int SignOf(string figure) => Of is null ? 0 : Math.Sign(Coefficient(Of.Sum, figure));

    public bool IsOver(string figure) => Of is not null && Of.Over.Any(term => term.Figure == figure);

    public Fraction WorthOf(string option) =>
        (Options.FirstOrDefault(share => share.Option == option)?.Share ?? Fraction.Zero) * Criterion.Maximum * (InPenalty ? -1 : 1);

    /// <summary>Values of the figure at which the rule bends, under the present values of the others.</summary>
    public IEnumerable<Fraction> Bends(string figure, IReadOnlyDictionary<string, FigureValue> figures)
    {
        if (Of is null || Others(Of.Sum, figure, figures) is not { } sum || OthersOver(figure, figures) is not { } over)
            return [];
        var (up, down) = (Coefficient(Of.Sum, figure), Coefficient(Of.Over, figure));
        return Turns
            .Where(turn => up - (turn * down) != Fraction.Zero)
            .Select(turn => ((turn * over) - sum) / (up - (turn * down)));
    }

    /// <summary>
    /// The farthest value at which a part still lies within its whole, and not below nothing; null where there is no such bound.
    /// </summary>
    public Fraction? Limit(string figure, int direction, IReadOnlyDictionary<string, FigureValue> figures)
    {
        if (!IsPart || Of is null || SignOf(figure) == 0 || IsOver(figure))
            return null;
        if (Others(Of.Sum, figure, figures) is not { } sum || Whole(figures) is not { } whole)
            return null;
        var coefficient = Coefficient(Of.Sum, figure);
        if (Math.Sign(coefficient) != direction)
            return -sum / coefficient;
        // In (handled - late) / received it is what was handled that lies within what was received, late or not.
        var added = Others([.. Of.Sum.Where(term => !term.Minus)], figure, figures);
        var beside = coefficient > 0 && added is { } parts && parts + Present(figure, figures) <= whole ? parts : sum;
        return (whole - beside) / coefficient;
    }

    public Fraction? Whole(IReadOnlyDictionary<string, FigureValue> figures) =>
        Of is { IsRatio: true } ? Others(Of.Over, null, figures) : null;

    private Fraction? OthersOver(string figure, IReadOnlyDictionary<string, FigureValue> figures) =>
        Of is { IsRatio: true } ? Others(Of.Over, figure, figures) : Fraction.One;

    // The sum of all terms but one figure's; null where one of them is blank.
    private static Fraction? Others(IReadOnlyList<Term> terms, string? figure, IReadOnlyDictionary<string, FigureValue> figures)
    {
        var sum = Fraction.Zero;
        foreach (var term in terms.Where(term => term.Figure != figure))
        {
            if (!figures.TryGetValue(term.Figure, out var value))
                return null;
            sum = term.Minus ? sum - value.Number : sum + value.Number;
        }

        return sum;
    }

    private static Fraction Present(string figure, IReadOnlyDictionary<string, FigureValue> figures) =>
        figures.TryGetValue(figure, out var value) ? value.Number : Fraction.Zero;

    private static int Coefficient(IReadOnlyList<Term> terms, string figure) =>
        terms.Where(term => term.Figure == figure).Sum(term => term.Minus ? -1 : 1);
}
