using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// One agency's scorecard as programs read it. Points are decimal strings, rounded as printed; the exact ones are in the bundle.
/// </summary>
/// <param name="State">
/// inForce, superseded or withdrawn: what became of this version by now, so that it may change for a numbered version too; null for
/// results taken over from print.
/// </param>
/// <param name="Code">
/// Verification code on the printed scorecard; null for results taken over from print, and for an agency that was left out.
/// </param>
/// <param name="Submitted">
/// False for an agency that did not submit: left out (without rank, total,
/// tier and points) or scored on what is there, as the edition's method says.
/// </param>
/// <param name="ResultProvenance">Where rank, total and tier come from, each for itself.</param>
/// <param name="Change">Places gained since the edition compared with; null where there is nothing to compare with.</param>
/// <param name="ComparedWith">The edition that the change counts against.</param>
/// <param name="NotCompared">Why nothing is compared with the edition before.</param>
/// <param name="Ranked">How many agencies of the group are ranked.</param>
/// <param name="Sum">How the total came about; null for results taken over from print, and for an agency that was left out.</param>
public sealed record ScorecardAnswer(
    int Edition,
    string Group,
    int? Version,
    VersionState? State,
    string? Digest,
    string? Provenance,
    string? Code,
    StandingsAnswer.Agency Agency,
    bool Submitted,
    bool Illustrative,
    StandingsAnswer.From ResultProvenance,
    int? Rank,
    int? Change,
    int? ComparedWith,
    StandingsAnswer.Parted? NotCompared,
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
        result.Table.Version?.Number,
        result.Table.State,
        result.Card?.Version.Digest,
        result.Table.Provenance,
        result.Card?.Code,
        new(result.Line.Code, result.Line.Name.Vi, result.Line.Name.En, result.Line.Parent),
        result.Line.Submitted,
        result.Line.Illustrative,
        new(result.Line.RankFrom, result.Line.TotalFrom, result.Line.TierFrom),
        result.Line.Rank,
        result.Line.Change,
        result.Table.YearBefore,
        result.Table.Break is { } parted ? new(parted.Cause, parted.From, parted.Sentence.Vi, parted.Sentence.En) : null,
        result.Ranked,
        result.Line.Total,
        result.Line.Tier,
        result.Card is null ? null : SumOf(result.Card),
        result.Card is { } card ? [.. card.Components.Select(component => ComponentOf(card, component))] : [],
        [.. (result.Card?.Pillars ?? []).Select(pillar => new Pillar(pillar.Code, Written(pillar.Final), Written(pillar.Maximum)))],
        [.. result.Line.Footnotes.Select(note => new Text(note.Vi, note.En))]);

    private static Addition SumOf(PrintedCard card) => new(
        Written(card, card.Result.Base),
        Written(card, card.Result.Applicable),
        Written(card, card.Result.Converted),
        Written(card, card.Result.Bonus),
        Written(card, -card.Result.Penalty),
        Written(card, card.Result.BeforeCap));

    private static Component ComponentOf(PrintedCard card, PrintedComponent component) => new(
        component.Component.Code,
        component.Component.Name.Vi,
        component.Component.Name.En,
        component.Component.Block,
        Written(component.Final.Number ?? 0),
        Written(component.Maximum),
        [.. component.Criteria.Select(
            criterion => CriterionOf(card, criterion, card.Explanations.GetValueOrDefault(criterion.Criterion.Code)))]);

    private static Criterion CriterionOf(PrintedCard card, PrintedCriterion criterion, Explanation? explanation) => new(
        criterion.Criterion.Code,
        criterion.Criterion.Name.Vi,
        criterion.Criterion.Name.En,
        JsonNamingPolicy.CamelCase.ConvertName(criterion.Criterion.Pillar.ToString()),
        criterion.State,
        Written(criterion.Maximum ?? 0),
        Written(criterion.Self.Number),
        Written(criterion.Final.Number),
        criterion.Reason,
        [.. FigureCorrection.Of(criterion.Criterion, FigureCorrection.Of(card.Group.Criteria, card.Entrant))
            .Select(correction => new CorrectedFigure(
                correction.Figure.Code, correction.Declared, correction.Verified, correction.Reason))],
        explanation is null ? null : new Text(explanation.Sentence.Vi, explanation.Sentence.En),
        [.. criterion.Criterion.Figures.Select(figure => new Figure(
            figure, card.Entrant.Figures.GetValueOrDefault(figure),
            card.Entrant.Provenance.GetValueOrDefault(figure, Assessments.Provenance.Agency)))]);

    private static string Written(PrintedCard card, Fraction points) => Written(card.Round(points));

    private static string Written(decimal points) => points.ToString(CultureInfo.InvariantCulture);

    private static string? Written(decimal? points) => points?.ToString(CultureInfo.InvariantCulture);

    /// <param name="Base">Points of the base.</param>
    /// <param name="Applicable">Maximum of the base that applied.</param>
    /// <param name="Converted">Base / applicable × scale.</param>
    /// <param name="Penalty">Points taken off, as a negative number.</param>
    public sealed record Addition(string Base, string Applicable, string Converted, string Bonus, string Penalty, string BeforeCap);

    /// <param name="Earned">Negative where points are taken off.</param>
    /// <param name="Maximum">What counted for this agency; of a penalty the most that is taken off, as a negative number.</param>
    public sealed record Component(
        string Code,
        string Name,
        string NameEn,
        Block Block,
        [property: System.Text.Json.Serialization.JsonPropertyName("points")] string Earned,
        string Maximum,
        IReadOnlyList<Criterion> Criteria);

    /// <param name="State">scored, nothingDue, notApplicable, decided or information.</param>
    /// <param name="Maximum">What counted for this agency.</param>
    /// <param name="Declared">Points that the agency gave itself; null where it gives none.</param>
    /// <param name="Points">Negative where points are taken off; null where the criterion is left out or not scored.</param>
    /// <param name="Reason">Why an appraiser set other points.</param>
    /// <param name="Corrections">Figures whose verified value is not the declared one.</param>
    /// <param name="Explanation">Which figures were read, which rule applied, what came out.</param>
    public sealed record Criterion(
        string Code,
        string Name,
        string NameEn,
        string Pillar,
        ResultState? State,
        string Maximum,
        string? Declared,
        string? Points,
        ReasonCode? Reason,
        IReadOnlyList<CorrectedFigure> Corrections,
        Text? Explanation,
        IReadOnlyList<Figure> Figures);

    /// <param name="Value">In force, invariant; null where blank.</param>
    /// <param name="Provenance">agency, system, survey, office, press or illustrative: of this figure, whatever the others are.</param>
    public sealed record Figure(string Code, string? Value, Provenance Provenance);

    /// <summary>A figure that moved the criterion. Values are invariant; null is blank, or held invalid.</summary>
    public sealed record CorrectedFigure(string Figure, string? Declared, string? Verified, ReasonCode Reason);

    public sealed record Pillar(
        string Code, [property: System.Text.Json.Serialization.JsonPropertyName("points")] string Earned, string Maximum);

    public sealed record Text(string Vi, string En);
}
