using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>Beside a criterion of the form: what is shown for it, and whether something is still owed.</summary>
/// <param name="Count">Pieces attached.</param>
/// <param name="HasReason">The agency said why there is none.</param>
public sealed record EvidenceMark(string Criterion, string Name, bool Required, int Count, bool HasReason, bool Owed, string Href)
{
    /// <summary>Those of a component, by criterion.</summary>
    public static Dictionary<string, EvidenceMark> Of(
        AssessmentSheet sheet, Component component, EvidenceOfAssessment shown, Addresses addresses)
    {
        var (year, agency, owed) = (sheet.Assessment.Year, sheet.Assessment.Agency, sheet.Owed(shown));
        return sheet.Form.LinesOf(component).Select(line => line.Criterion).ToDictionary(
            criterion => criterion.Code,
            criterion => new EvidenceMark(
                criterion.Code, criterion.Name.ForReader(), criterion.Evidence is { Required: true }, shown.Of(criterion.Code).Count,
                shown.Reasons.ContainsKey(criterion.Code), owed.Contains(criterion),
                addresses.Page(EvidencePath.Criterion(year, agency, criterion.Code))),
            StringComparer.Ordinal);
    }
}
