using DaNangDxIndex.Agencies;

namespace DaNangDxIndex.Demo;

/// <summary>Agencies of the demo tenants, past and present, from agencies.csv.</summary>
public static class DemoAgencies
{
    public static IReadOnlyList<Agency> Of(string tenant) =>
        [.. DemoFile.Rows("agencies.csv").Where(row => string.Equals(row["tenant"], tenant, StringComparison.Ordinal)).Select(Read)];

    /// <summary>Those that an edition assesses.</summary>
    public static IEnumerable<Agency> Assessed(IEnumerable<Agency> agencies, DemoEdition edition) =>
        agencies.Where(agency => agency.Assessed && agency.InForceOn(edition.InForceOn)
            && edition.Groups.Contains(agency.Group, StringComparer.Ordinal));

    private static Agency Read(DemoFile.Row row) =>
        new Agency(
            row["code"], row["group"], string.Equals(row["assessed"], "yes", StringComparison.Ordinal), row.Maybe("parent"),
            row.Day("valid_from"), row.Day("valid_to"),
            row.Maybe("gso_code"), string.Equals(row["verified"], "yes", StringComparison.Ordinal))
        .Of(KindOf(row["group"], row["name_vi"]))
        .Named(
            new(row["name_vi"], row["name_en"]),
            row["successors"].Split([' ', ';', '|'], StringSplitOptions.RemoveEmptyEntries));

    private static AgencyKind KindOf(string group, string name) =>
        name.Replace("Ủy ban nhân dân ", "", StringComparison.Ordinal).Split(' ')[0] switch
        {
            "phường" or "Phường" => AgencyKind.Ward,
            "xã" or "Xã" => AgencyKind.Commune,
            "đặc" or "Đặc" => AgencyKind.SpecialZone,
            "quận" or "huyện" or "thị" or "thành" => AgencyKind.District,
            _ => group == "central" ? AgencyKind.Central : AgencyKind.Department,
        };
}
