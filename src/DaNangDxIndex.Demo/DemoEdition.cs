using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Demo;

/// <summary>
/// An edition of a demo tenant. Imported ones carry printed results and no criteria; the others a criteria file per group.
/// </summary>
public sealed record DemoEdition(string Tenant, int Year, EditionStage Stage, params string[] Groups)
{
    /// <summary>Final ones stand ready to be published; the act of publishing itself is the product's own, not the loader's.</summary>
    public static IReadOnlyList<DemoEdition> All { get; } =
    [
        new("da-nang", 2016, EditionStage.Imported, "departments", "central", "districts", "wards"),
        new("da-nang", 2017, EditionStage.Imported, "districts"),
        new("da-nang", 2018, EditionStage.Imported, "districts"),
        new("da-nang", 2019, EditionStage.Imported, "districts"),
        new("da-nang", 2020, EditionStage.Imported, "departments", "central", "districts", "wards"),
        new("da-nang", 2023, EditionStage.Imported, "departments", "central", "districts", "wards"),
        new("da-nang", 2024, EditionStage.Final, "departments", "central", "districts", "wards"),
        new("da-nang", 2025, EditionStage.Open, "departments", "central", "wards"),
        new("khanh-hoa", 2023, EditionStage.Final, "departments", "districts"),
        new("khanh-hoa", 2024, EditionStage.Open, "departments", "districts", "wards"),
    ];

    public static DemoEdition Of(string tenant, int year) =>
        All.Single(edition => edition.Year == year && string.Equals(edition.Tenant, tenant, StringComparison.Ordinal));

    public DateOnly InForceOn => new(Year, 12, 31);

    public bool IsImported => Stage == EditionStage.Imported;

    public bool IsFinal => Stage == EditionStage.Final;

    /// <summary>Everything computed here rests on made figures and on points of our own.</summary>
    public bool IsIllustrative => !IsImported;

    /// <summary>Both samples of Khanh Hoa have the same criteria.</summary>
    public string CriteriaFile(string group) => (Tenant, Year) == ("khanh-hoa", 2023)
        ? DemoFile.Text($"criteria/khanh-hoa-2024-{group}.json").Replace("\"edition\": 2024", "\"edition\": 2023", StringComparison.Ordinal)
        : DemoFile.Text($"criteria/{Tenant}-{Year}-{group}.json");

    public IReadOnlyList<DemoFile.Row> Figures => DemoFile.Rows($"figures/{Tenant}-{Year}.csv");

    /// <summary>Entry stays open for at least a month from the first start, to the end of a year.</summary>
    public DateTimeOffset? EntryClosesAt(DateTimeOffset firstStart)
    {
        if (Stage != EditionStage.Open)
            return null;
        var soon = VietNamTime.Of(firstStart).AddDays(30);
        return VietNamTime.At(new(soon.Year, 12, 31), new(17, 0)).ToUniversalTime();
    }

    public static Bilingual NameOf(string group) => group switch
    {
        "departments" => new("Khối sở, ban, ngành", "Departments"),
        "central" => new("Khối cơ quan Trung ương", "Central agencies"),
        "districts" => new("Khối quận, huyện", "Districts"),
        _ => new("Khối phường, xã", "Wards and communes"),
    };
}
