using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>Where the pages of an assessment are.</summary>
internal static class AssessmentPath
{
    public static string Of(int year, string agency) => $"/assessments/{year}/{agency}";

    public static string Of(AssessmentSheet sheet) => Of(sheet.Assessment.Year, sheet.Assessment.Agency);

    public static string Component(AssessmentSheet sheet, Component component) => $"{Of(sheet)}/components/{component.Code}";

    /// <param name="show">What of it is shown.</param>
    public static string Component(AssessmentSheet sheet, Component component, EntryShow show) =>
        Component(sheet, component) + (show == EntryShow.All ? "" : $"?show={show.ToString().ToLowerInvariant()}");

    /// <summary>What was entered for a criterion before, by whom and when.</summary>
    public static string History(int year, string agency, string criterion) =>
        $"{Of(year, agency)}/criteria/{Uri.EscapeDataString(criterion)}/history";

    /// <summary>Who has which part of the form.</summary>
    public static string Parts(AssessmentSheet sheet) => $"{Of(sheet)}/parts";

    /// <summary>The form as a file, out and in.</summary>
    public static string ByFile(AssessmentSheet sheet) => $"{Of(sheet)}/by-file";

    /// <summary>Report and minutes to print and sign.</summary>
    public static string Papers(AssessmentSheet sheet) => $"{Of(sheet)}/papers";

    public static string Check(AssessmentSheet sheet) => $"{Of(sheet)}/check";

    /// <summary>What the appraisers found and why.</summary>
    public static string Questions(AssessmentSheet sheet) => $"{Of(sheet)}/questions";

    public static string Result(AssessmentSheet sheet) => $"{Of(sheet)}/result";

    public static string Submitted(AssessmentSheet sheet) => $"{Of(sheet)}/submitted";
}
