using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Reads the figures of one agency for one criterion, and notes which are blank and which contradict each other.</summary>
/// <param name="answered">An appraiser has accepted the criterion as it is, a part above its whole included.</param>
internal sealed class ReadFigures(IReadOnlyDictionary<string, FigureValue> figures, Func<string, Figure> figureOf, bool answered = false)
{
    private List<string>? _missing;
    private List<string>? _awaited;
    private List<Quantity>? _contradictory;
    private List<Quantity>? _aboveWhole;

    // Typed: "_missing ?? []" would make a list of its own for every criterion that lacks nothing, which is nearly all.
    public IReadOnlyList<string> Missing => (IReadOnlyList<string>?)_missing ?? [];

    public IReadOnlyList<string> Awaited => (IReadOnlyList<string>?)_awaited ?? [];

    public IReadOnlyList<Quantity> Contradictory => (IReadOnlyList<Quantity>?)_contradictory ?? [];

    /// <summary>Parts above their wholes that nobody has answered for.</summary>
    public IReadOnlyList<Quantity> AboveWhole => (IReadOnlyList<Quantity>?)_aboveWhole ?? [];

    /// <summary>The quantity's value, or why there is none.</summary>
    public Measured Measure(Quantity quantity)
    {
        var (sum, over) = (Total(quantity.Sum), quantity.IsRatio ? Total(quantity.Over) : Fraction.One);
        if (sum is null || over is null)
            return Measured.Blank;
        if (over.Value.IsZero && sum.Value.IsZero)
            return Measured.NothingDue;
        if (over.Value.Sign > 0)
            return Checked(quantity, quantity.IsRatio ? sum.Value / over.Value : sum.Value);
        (_contradictory ??= []).Add(quantity);
        return Measured.Contradictory;
    }

    private Measured Checked(Quantity quantity, Fraction value)
    {
        if (answered || value <= Fraction.One || !PartOfWhole.Is(quantity, figureOf))
            return new Measured(MeasuredState.Value, value);
        (_aboveWhole ??= []).Add(quantity);
        return Measured.AboveWhole(value);
    }

    // Every term is read even after a blank, so that all blanks are listed at once.
    private Fraction? Total(IReadOnlyList<Term> terms)
    {
        var (sum, blank) = (Fraction.Zero, false);
        for (var index = 0; index < terms.Count; index++)
        {
            var term = terms[index];
            if (!TryRead(term.Figure, out var value))
                blank = true;
            else if (value.Option is not null)
                throw WrongKind(term.Figure);
            else
                sum = term.Minus ? sum - value.Number : sum + value.Number;
        }

        return blank ? null : sum;
    }

    /// <summary>False where the figure is blank, which is noted.</summary>
    public bool TryRead(string figure, out FigureValue value)
    {
        if (figures.TryGetValue(figure, out value))
            return true;
        var blanks = figureOf(figure).Source == FigureSource.Agency ? _missing ??= [] : _awaited ??= [];
        if (!blanks.Contains(figure))
            blanks.Add(figure);
        return false;
    }

    public static RuleViolation WrongKind(string figure) => new("scoring.figure-kind", new Bilingual(
        $"Giá trị của số liệu “{figure}” không đúng loại. Nhập lại số liệu này.",
        $"The value of the figure \"{figure}\" is of the wrong kind. Enter this figure again."));
}
