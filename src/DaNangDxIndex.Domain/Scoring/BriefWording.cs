using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The figures and targets of one criterion, in one language, as short as a table wants them.</summary>
internal sealed class BriefWording(CriteriaSet set, Criterion criterion, ScoringInput input, GroupBest best, string language)
{
    private readonly QuantityWording _quantities = new(set, language);
    private readonly bool _penalty = set.ComponentOf(criterion.Code)?.Block == Block.Penalty;

    public string? Figures() => criterion.Rule is null
        ? Lines([.. criterion.Information.Select(code => ValueOf(FigureOf(code)))])
        : Lines([.. Leaves.Select(FigureIn)]);

    /// <summary>A penalty has none: its best is that nothing happened.</summary>
    public string? Targets() => _penalty ? null : Lines([.. Leaves.Select(TargetOf)]);

    /// <summary>The parts of a rule that look at figures, in their order.</summary>
    public static IEnumerable<Rule> LeavesOf(Criterion criterion) =>
        (criterion.Rule?.Parts ?? []).Where(part => part is not (Sum or Best));

    private IEnumerable<Rule> Leaves => LeavesOf(criterion);

    private static string? Lines(List<string?> parts) => parts switch
    {
        _ when parts.TrueForAll(part => part is null) => null,
        [var single] => Tight(single),
        _ => string.Join('\n', parts.Select((part, index) => $"({index + 1}) {Tight(part) ?? "–"}")),
    };

    // Columns are narrow: no spaces around a stroke or before the percent sign.
    private static string? Tight(string? text) =>
        text?.Replace(" / ", "/", StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal);

    private string? FigureIn(Rule rule) => rule switch
    {
        Linear linear => Measured(linear.Of),
        Steps steps => Measured(steps.Of),
        Choice choice => ValueOf(FigureOf(choice.Of)),
        _ => null,
    };

    private string? TargetOf(Rule rule) => rule switch
    {
        Linear { Target: Target.Number } linear => _quantities.Amount(linear.Of, linear.To),
        Linear linear => best.Values.TryGetValue(new BestKey(criterion.Code, linear.Of, linear.Target), out var value)
            ? $"{(linear.Target == Target.Highest ? T("cao nhất khối", "highest") : T("thấp nhất khối", "lowest"))} "
                + $"{_quantities.Amount(linear.Of, value)}"
            : null,
        Steps steps => _quantities.IsYesNo(steps.Of)
            ? _quantities.YesNo(Fraction.One)
            : _quantities.Amount(steps.Of, steps.Levels.MaxBy(level => level.Share)?.At ?? Fraction.Zero),
        _ => null,
    };

    private string Measured(Quantity quantity)
    {
        var measured = new ReadFigures(input.Figures, FigureOf).Measure(quantity);
        if (measured.State == MeasuredState.Blank)
            return T("không có số liệu", "no data");
        if (!quantity.IsRatio && quantity.Sum is [{ Minus: false } single])
            return ValueOf(FigureOf(single.Figure));
        return measured.State is MeasuredState.Value or MeasuredState.AboveWhole
            ? _quantities.Worked(quantity, measured.Value, input.Figures)
            : _quantities.Figures(quantity, input.Figures);
    }

    private string ValueOf(Figure figure) =>
        input.Figures.TryGetValue(figure.Code, out var value) ? _quantities.ValueOf(figure, value) : T("không có số liệu", "no data");

    private Figure FigureOf(string code) =>
        set.Figure(code) ?? throw new ArgumentException($"The set has no figure '{code}'.", nameof(code));

    private string T(string vi, string en) => language == "en" ? en : vi;
}
