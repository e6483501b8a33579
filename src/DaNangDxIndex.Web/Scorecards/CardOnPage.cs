using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>A published scorecard in the reader's language: bars against the group's median, the addition, every criterion with its sentence.</summary>
public sealed class CardOnPage(PublishedCard card, IStringLocalizer<AgencyTexts> texts)
{
    private readonly string _language = Addresses.Language;
    private readonly IReadOnlyDictionary<string, Explanation> _explanations = card.Version.Explain(card.Group, card.Entrant.Agency);

    /// <summary>Components lead to their criteria further down the page.</summary>
    public bool Linked { get; init; } = true;

    public PointsBars ComponentBars => new(texts["Components"], texts["Component"],
        [.. card.Group.Criteria.Components.Select((component, index) => BarOf(
            component.Name,
            card.ComponentPoints(component.Code),
            result => result.Components.FirstOrDefault(points => points.Code == component.Code),
            component.Block == Block.Penalty,
            Linked ? $"#component-{index + 1}" : null))])
    {
        MedianLabel = texts["Median"],
    };

    public PointsBars PillarBars => new(texts["Pillars"], texts["Pillar"],
        [.. card.Result.Pillars.Select(pillar => BarOf(PillarNames.Of(pillar.Code), pillar, result => result.Pillars.FirstOrDefault(points => points.Code == pillar.Code)))])
    {
        MedianLabel = texts["Median"],
    };

    /// <summary>How the total came about; a total that is the base and nothing else needs no list.</summary>
    public IReadOnlyList<(string Text, string Points)> Addition
    {
        get
        {
            var (method, result) = (card.Method, card.Result);
            List<(string, string)> lines = [(texts["Sum.Base", Plain(result.Applicable)], Print(result.Base))];
            if (result.Applicable != method.Scale)
                lines.Add((texts["Sum.Converted", Plain(method.Scale)], Print(result.Converted)));
            if (!result.Bonus.IsZero)
                lines.Add((texts["Sum.Bonus"], $"+{Print(result.Bonus)}"));
            if (!result.Penalty.IsZero)
                lines.Add((texts["Sum.Penalty"], $"−{Print(result.Penalty)}"));
            if (method.Cap == TotalCap.Total && result.BeforeCap > method.Scale)
                lines.Add((texts["Sum.BeforeCap", Plain(method.Scale)], Print(result.BeforeCap)));
            return lines.Count == 1 ? [] : lines;
        }
    }

    public IEnumerable<CriteriaTable> Criteria => card.Group.Criteria.Components.Select((component, index) =>
        new CriteriaTable($"{ScorecardParts.Roman(index + 1)}. {component.Name.In(_language)}", [texts["Maximum"], texts["Declared"], texts["Final"]],
            [.. component.Criteria.Select(RowOf)])
        {
            Sums = [Plain(component.Maximum), card.SelfAssessed(component) is { } declared ? Print(declared) : "–", card.ComponentPoints(component.Code) is { } points ? Print(points.Points) : "–"],
        });

    private CriteriaTable.Row RowOf(Criterion criterion)
    {
        var points = card.CriterionPoints(criterion.Code);
        var declared = card.SelfAssessed(criterion.Code) is { } by ? Print(by) : "–";
        var excluded = points is { State: ResultState.NotApplicable or ResultState.NothingDue, Maximum.IsZero: true };
        return new CriteriaTable.Row(
            criterion.Code,
            criterion.Name.In(_language),
            [Plain(criterion.Maximum), declared, points is null ? "–" : excluded ? texts["NotApplicable"] : Print(points.Points)],
            _explanations.TryGetValue(criterion.Code, out var explanation) ? explanation.Sentence.In(_language) : null,
            card.Entrant.Decisions.TryGetValue(criterion.Code, out var decision) && decision.Reason is { } reason ? texts["Decided", ReasonInWords.Of(reason).In(_language)].Value : null);
    }

    private PointsBars.Bar BarOf(Bilingual name, PointsOf? points, Func<Result, PointsOf?> same, bool penalty = false, string? href = null)
    {
        if (points is null || points.Maximum.IsZero)
            return new(name.In(_language), texts["NotApplicable"], "–", null, null, href);
        var median = Median([.. card.Group.Results.Select(same).OfType<PointsOf>().Where(one => !one.Maximum.IsZero).Select(one => one.Points / one.Maximum)]);
        return new(name.In(_language), (penalty && !points.Points.IsZero ? "−" : "") + Print(points.Points), Plain(points.Maximum), Share(points.Points / points.Maximum), Share(median), href)
        {
            Median = (penalty && !median.IsZero ? "−" : "") + Print(median * points.Maximum),
        };
    }

    private static Fraction Median(List<Fraction> shares)
    {
        shares.Sort();
        var middle = shares.Count / 2;
        return shares.Count % 2 == 1 ? shares[middle] : (shares[middle - 1] + shares[middle]) / 2;
    }

    private static decimal Share(Fraction share) => share.Between(0, 1).Round(4);

    private string Print(Fraction points) => PrintedNumber.Points(points, card.Method);

    private static string Plain(Fraction points) => PrintedNumber.Plain(points);
}
