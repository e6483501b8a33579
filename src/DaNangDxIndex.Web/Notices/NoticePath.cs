namespace DaNangDxIndex.Notices;

/// <summary>Pages that notices lead to.</summary>
internal static class NoticePath
{
    public static string Assessment(int year, string agency) => $"/assessments/{year}/{agency}";

    /// <summary>Where those who appraise look at the agency.</summary>
    public static string Bench(int year, string agency) => $"/appraisal/{year}/{agency}";

    public static string Questions(int year, string agency) => $"/assessments/{year}/{agency}/questions";

    public static string Bench(int year, string agency, string criterion) => $"/appraisal/{year}/{agency}?criterion={criterion}";

    public static string NextTier(int year, string agency) => $"/assessments/{year}/{agency}/next-tier";

    public static string Result(int year, string agency) => $"/assessments/{year}/{agency}/result";
}
