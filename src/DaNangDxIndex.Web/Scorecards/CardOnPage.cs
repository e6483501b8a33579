using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>A card in the reader's language: bars against the middle of the group, the sum, every criterion with its sentence.</summary>
public sealed class CardOnPage(PrintedCard card, IStringLocalizer<AgencyTexts> texts)
{
    private readonly string _language = Addresses.Language;

    /// <summary>What each criterion's figures rest on; null leaves the marks out.</summary>
    public FigureMarks? Marks { get; init; }

    /// <summary>Components lead to their criteria further down the page.</summary>
    public bool Linked { get; init; } = true;

    public PointsBars ComponentBars => new(texts["Components"], texts["Component"], [.. card.Components.Index().Select(numbered => BarOf(
        numbered.Item.Component.Name, numbered.Item.Final, numbered.Item.Maximum, numbered.Item.Share, numbered.Item.Median,
        Linked ? $"#component-{numbered.Index + 1}" : null) with
    {
        BestShare = Bounded(numbered.Item.Share is null ? null : numbered.Item.Best),
        Best = numbered.Item.Share is null || numbered.Item.Best is not { } best ? null : Printed(new(best * numbered.Item.Maximum)),
    })])
    {
        MedianLabel = texts["Median"],
        BestLabel = texts["Best"],
    };

    public PointsBars PillarBars => new(texts["Pillars"], texts["Pillar"], [.. card.Pillars.Select(pillar =>
        BarOf(pillar.Name, new(pillar.Final), pillar.Maximum, pillar.Share, pillar.Median, href: null))])
    {
        MedianLabel = texts["Median"],
    };

    /// <summary>How the total came about, without the total; one that is the base and nothing else needs no list.</summary>
    public IReadOnlyList<(string Text, string Points)> Addition
    {
        get
        {
            var lines = card.Sum.Where(line => line.Line != SumLine.Total
                && (line.Line is not (SumLine.Bonus or SumLine.Penalty) || line.Final != 0)).ToList();
            return lines.Count == 1 ? [] : [.. lines.Select(line =>
                (texts[$"Sum.{line.Line}", Plain(line.Line == SumLine.Base ? line.Maximum ?? 0 : card.Scale)].Value, Signed(line)))];
        }
    }

    public IEnumerable<CriteriaTable> Criteria => card.Components.Select(component => new CriteriaTable(
        $"{component.Numeral}. {component.Component.Name.In(_language)}",
        [texts["Maximum"], texts["Declared"], texts["Final"]],
        [.. component.Criteria.Select(RowOf)])
    {
        Sums = [MaximumOf(component.Maximum), Printed(component.Self), Printed(component.Final)],
    });

    private CriteriaTable.Row RowOf(PrintedCriterion criterion) => new(
        criterion.Criterion.Code,
        criterion.Criterion.Name.In(_language),
        [criterion.Maximum is { } maximum
            ? Plain(maximum)
            : PointsInWords.None.In(_language), Printed(criterion.Self), Printed(criterion.Final)],
        card.Explanations.GetValueOrDefault(criterion.Criterion.Code)?.Sentence.In(_language),
        criterion.Reason is { } reason ? texts["Decided", ReasonInWords.Of(reason).In(_language)].Value : null)
    {
        Notes = [.. criterion.Corrections.Select(correction => correction.In(_language)).Concat(MarksOf(criterion))],
    };

    private IEnumerable<string> MarksOf(PrintedCriterion criterion) => Marks?.Of(criterion.Criterion) is { } marks ? [marks] : [];

    private PointsBars.Bar BarOf(Bilingual name, CardPoints points, decimal maximum, decimal? share, decimal? median, string? href) =>
        new(name.In(_language), Printed(points), MaximumOf(maximum), Bounded(share), share is null ? null : Bounded(median), href)
        {
            Median = share is null || median is null ? null : Printed(new(median * maximum)),
        };

    private string MaximumOf(decimal maximum) => maximum == 0 ? PointsInWords.None.In(_language) : Plain(maximum);

    private string Signed(PrintedSum line) => (line is { Line: SumLine.Bonus, Final: > 0 } ? "+" : "") + Printed(new(line.Final));

    private static decimal? Bounded(decimal? share) => share is { } known ? Math.Clamp(known, 0, 1) : null;

    private string Printed(CardPoints points) => points.In(_language, card.Method.Decimals);

    private string Plain(decimal points) => NumberText.Plain(points, _language);
}
