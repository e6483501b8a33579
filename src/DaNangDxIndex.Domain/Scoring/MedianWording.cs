using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>The median of each part of a rule, in one language.</summary>
/// <param name="agencies">The figures of each, by code.</param>
internal sealed class MedianWording(
    CriteriaSet set, IReadOnlyCollection<IReadOnlyDictionary<string, FigureValue>> agencies, string language)
{
    private readonly QuantityWording _quantities = new(set, language);

    public string? Of(Criterion criterion)
    {
        List<string?> parts = [.. BriefWording.LeavesOf(criterion).Select(Of)];
        return parts switch
        {
            _ when parts.TrueForAll(part => part is null) => null,
            [var single] => single,
            _ => string.Join('\n', parts.Select((part, index) => $"({index + 1}) {part ?? "–"}")),
        };
    }

    private string? Of(Rule rule) => rule switch
    {
        Linear linear => Of(linear.Of),
        Steps steps => Of(steps.Of),
        _ => null,
    };

    private string? Of(Quantity quantity)
    {
        List<Fraction> values = [.. agencies.Select(figures => new ReadFigures(figures, FigureOf).Measure(quantity))
            .Where(measured => measured.State is MeasuredState.Value or MeasuredState.AboveWhole).Select(measured => measured.Value)];
        if (GroupMedian.Of(values) is not { } median)
            return null;
        return _quantities.IsYesNo(quantity)
            ? $"{_quantities.YesNo(Fraction.One)}: {NumberText.Plain(values.Count(value => !value.IsZero), language)}"
                + $"/{NumberText.Plain(values.Count, language)}"
            : _quantities.Amount(quantity, median, 2);
    }

    private Figure FigureOf(string code) =>
        set.Figure(code) ?? throw new ArgumentException($"The set has no figure '{code}'.", nameof(code));
}
