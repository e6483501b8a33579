using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>Where the pages of an assessment are.</summary>
internal static class AssessmentPath
{
    public static string Of(AssessmentSheet sheet) => $"/assessments/{sheet.Assessment.Year}/{sheet.Assessment.Agency}";

    public static string Component(AssessmentSheet sheet, Component component) => $"{Of(sheet)}/components/{component.Code}";

    public static string Check(AssessmentSheet sheet) => $"{Of(sheet)}/check";

    public static string Submitted(AssessmentSheet sheet) => $"{Of(sheet)}/submitted";
}
