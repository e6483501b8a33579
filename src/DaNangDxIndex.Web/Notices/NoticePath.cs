namespace DaNangDxIndex.Notices;

/// <summary>Pages that notices lead to.</summary>
internal static class NoticePath
{
    public static string Assessment(int year, string agency) => $"/assessments/{year}/{agency}";

    public static string Result(int year, string agency) => $"/assessments/{year}/{agency}/result";
}
