using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What stands beside a criterion that is judged: last year's figures and verdicts, and how the same was judged elsewhere.
/// </summary>
/// <param name="Year">The last edition in which the agency, or those that it carries on, took part; 0 for none.</param>
/// <param name="Figures">Of that year; after a merger what can be added up.</param>
/// <param name="Agencies">How many agencies those figures are of.</param>
/// <param name="Verdicts">Of that year in the end; several after a merger.</param>
public sealed record BesideCriterion(
    int Year, IReadOnlyDictionary<string, FigureValue> Figures, int Agencies,
    IReadOnlyList<(Agency Agency, Verdict Verdict)> Verdicts, IReadOnlyList<Precedent> Precedents, Conversation Conversation,
    string? DecidedBy)
{
    /// <summary>As a table says it: "1.200 hồ sơ"; null where there is none.</summary>
    public Bilingual? LastYear(CriteriaSet set, Figure figure) =>
        Figures.TryGetValue(figure.Code, out var value) ? FigureInWords.Value(set, figure, value.Write(figure), new("–", "–")) : null;
}
