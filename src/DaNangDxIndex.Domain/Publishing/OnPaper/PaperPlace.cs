namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>
/// What a text in a printed file is of. The text that people see bears its place itself, so that there is no second set of figures in the
/// file that could say something else.
/// </summary>
public static class PaperPlace
{
    public const string Agency = "agency";
    public const string Group = "group";
    public const string Total = "total";
    public const string SelfTotal = "selfTotal";
    public const string Rank = "rank";
    public const string RankBefore = "rankBefore";
    public const string Tier = "tier";
    public const string Name = "name";
    public const string Code = "code";
    public const string Digest = "digest";
    public const string AuditHead = "auditHead";
    public const string Maximum = "maximum";
    public const string Self = "self";
    public const string Final = "final";
    public const string Figure = "figure";
    public const string Target = "target";

    public static string Component(string code, string what) => $"components/{code}/{what}";

    public static string Criterion(string code, string what) => $"criteria/{code}/{what}";

    /// <summary>A line of a ranked table.</summary>
    public static string Line(string agency, string what) => $"standings/{agency}/{what}";
}
