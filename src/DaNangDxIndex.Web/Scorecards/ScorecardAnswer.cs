using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Scorecards;

/// <summary>One agency's scorecard as programs read it. Points are decimal strings, rounded as printed; the exact ones are in the bundle.</summary>
/// <param name="Code">Verification code on the printed scorecard; null for results taken over from print, and for an agency that was left out.</param>
/// <param name="Submitted">
/// False for an agency that did not submit: left out (without rank, total, tier and points) or scored on what is there, as the edition's method says.
/// </param>
/// <param name="Ranked">How many agencies of the group are ranked.</param>
/// <param name="Sum">How the total came about; null for results taken over from print, and for an agency that was left out.</param>
public sealed record ScorecardAnswer(
    int Edition,
    string Group,
    int? Version,
    string? Digest,
    string? Provenance,
    string? Code,
    StandingsAnswer.Agency Agency,
    bool Submitted,
    bool Illustrative,
    int? Rank,
    int Ranked,
    string? Total,
    string? Tier,
    ScorecardAnswer.Addition? Sum,
    IReadOnlyList<ScorecardAnswer.Component> Components,
    IReadOnlyList<ScorecardAnswer.Pillar> Pillars,
    IReadOnlyList<ScorecardAnswer.Text> Footnotes)
{
    public static ScorecardAnswer Of(AgencyResult result) => new(
        result.Table.Year,
        result.Table.Group,
        result.Card?.Version.Edition.Number,
        result.Card?.Version.Digest,
        result.Table.Provenance,
        result.Card?.Code,
        new(result.Line.Code, result.Line.Name.Vi, result.Line.Name.En, result.Line.Parent),
        result.Line.Submitted,
        result.Line.Illustrative,
        result.Line.Rank,
        result.Ranked,
        result.Line.Total,
        result.Line.Tier,
        result.Card is null ? null : SumOf(result.Card),
        result.Card is null ? [] : ComponentsOf(result.Card),
        result.Card is null ? [] : [.. result.Card.Result.Pillars.Select(pillar => new Pillar(pillar.Code, Print(result.Card, pillar.Points), Print(result.Card, pillar.Maximum)))],
        [.. result.Line.Footnotes.Select(note => new Text(note.Vi, note.En))]);

    private static Addition SumOf(PublishedCard card) => new(
        Print(card, card.Result.Base),
        Print(card, card.Result.Applicable),
        Print(card, card.Result.Converted),
        Print(card, card.Result.Bonus),
        Print(card, card.Result.Penalty),
        Print(card, card.Result.BeforeCap));

    private static List<Component> ComponentsOf(PublishedCard card)
    {
        var explanations = card.Version.Explain(card.Group, card.Entrant.Agency);
        return [.. card.Group.Criteria.Components.Select(component => new Component(
            component.Code,
            component.Name.Vi,
            component.Name.En,
            component.Block,
            Print(card, card.ComponentPoints(component.Code)?.Points ?? 0),
            Print(card, card.ComponentPoints(component.Code)?.Maximum ?? 0),
            [.. component.Criteria.Select(criterion => CriterionOf(card, criterion, explanations.GetValueOrDefault(criterion.Code)))]))];
    }

    private static Criterion CriterionOf(PublishedCard card, Criteria.Criterion criterion, Explanation? explanation)
    {
        var points = card.CriterionPoints(criterion.Code);
        var decision = card.Entrant.Decisions.GetValueOrDefault(criterion.Code);
        return new(
            criterion.Code,
            criterion.Name.Vi,
            criterion.Name.En,
            JsonNamingPolicy.CamelCase.ConvertName(criterion.Pillar.ToString()),
            points?.State,
            Print(card, criterion.Maximum),
            card.SelfAssessed(criterion.Code) is { } declared ? Print(card, declared) : null,
            points is null ? null : Print(card, points.Points),
            decision?.Reason,
            explanation is null ? null : new Text(explanation.Sentence.Vi, explanation.Sentence.En));
    }

    private static string Print(PublishedCard card, Fraction points) =>
        card.Method.Round(points).ToString(CultureInfo.InvariantCulture);

    /// <param name="Base">Points of the base.</param>
    /// <param name="Applicable">Maximum of the base that applied.</param>
    /// <param name="Converted">Base / applicable × scale.</param>
    /// <param name="Penalty">Points taken off, as a positive number.</param>
    public sealed record Addition(string Base, string Applicable, string Converted, string Bonus, string Penalty, string BeforeCap);

    /// <param name="Maximum">What counted for this agency.</param>
    public sealed record Component(
        string Code, string Name, string NameEn, Block Block, [property: System.Text.Json.Serialization.JsonPropertyName("points")] string Earned, string Maximum, IReadOnlyList<Criterion> Criteria);

    /// <param name="State">scored, nothingDue, notApplicable, decided or information.</param>
    /// <param name="Declared">Points by the agency's own figures.</param>
    /// <param name="Reason">Why an appraiser set other points.</param>
    /// <param name="Explanation">Which figures were read, which rule applied, what came out.</param>
    public sealed record Criterion(
        string Code, string Name, string NameEn, string Pillar, ResultState? State, string Maximum, string? Declared, string? Points, Appraisal.ReasonCode? Reason, Text? Explanation);

    public sealed record Pillar(string Code, [property: System.Text.Json.Serialization.JsonPropertyName("points")] string Earned, string Maximum);

    public sealed record Text(string Vi, string En);
}
