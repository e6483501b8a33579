using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Assessments;

/// <summary>Makes the people of the tests: one agency, "x-hoa-tien", is assessed; everybody else sits at "so-khcn".</summary>
internal static class People
{
    public const string Agency = "x-hoa-tien";

    /// <summary>What a return names.</summary>
    public static IReadOnlyDictionary<string, string> Named { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["DVC.2"] = "thiếu số liệu quý IV" };

    public static Actor AtTheAgency(params Role[] roles) =>
        new(Guid.Parse("00000000-0000-0000-0000-000000000001"), "Nguyễn Văn A", roles.ToHashSet(), Agency);

    public static Actor Elsewhere(params Role[] roles) =>
        new(Guid.Parse("00000000-0000-0000-0000-000000000002"), "Trần Thị B", roles.ToHashSet(), "so-khcn");
}
