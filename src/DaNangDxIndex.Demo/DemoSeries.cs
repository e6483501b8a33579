using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Demo;

/// <summary>The two indexes of Da Nang, the agencies that each edition assessed, and the tiers as they were printed.</summary>
internal static class DemoSeries
{
    /// <summary>The index of 2016 to 2020; that of digital transformation every tenant has from the beginning.</summary>
    public static Series Ict { get; } = new Series("ict-application").Named(
        new("Chỉ số ứng dụng công nghệ thông tin", "ICT application index"),
        new("Kết quả xếp hạng ứng dụng công nghệ thông tin", "ICT application results"));

    public static string Of(DemoEdition edition) => edition.Year <= 2020 ? Ict.Code : Series.DigitalTransformation.Code;

    /// <summary>The document behind imported results, where one is known.</summary>
    public static Bilingual? DocumentOf(DemoEdition edition) => edition.Year == 2020
        ? new("Thông báo số 123/TB-UBND ngày 22/10/2021 của Ủy ban nhân dân thành phố Đà Nẵng",
            "Notice 123/TB-UBND of 22 October 2021 of the Da Nang People's Committee")
        : null;

    /// <summary>From 1 July 2025 the wards and communes are others, and many more; those of before are one population.</summary>
    public static (string Code, Bilingual Members) PopulationOf(DemoEdition edition, string group) =>
        (edition.Tenant, edition.Year, group) switch
    {
        ("da-nang", 2025, "wards") => ("wards-2025", new("93 phường, xã từ ngày 01/7/2025", "93 wards and communes from 1 July 2025")),
        ("da-nang", _, "wards") => (group, new("56 phường, xã cũ", "56 earlier wards and communes")),
        _ => (group, DemoEdition.NameOf(group)),
    };

    /// <summary>From the best down. The index of ICT application had no tier "excellent"; 2023 printed "trung bình khá".</summary>
    public static IEnumerable<ImportedTier> TiersOf(DemoEdition edition)
    {
        (string Code, Bilingual Name)[] tiers = edition.Year <= 2020
            ? [("good", new("Tốt", "Good")), ("fair", new("Khá", "Fair")), ("average", new("Trung bình", "Average")),
                ("weak", new("Yếu", "Weak"))]
            :
            [
                ("excellent", new("Xuất sắc", "Excellent")), ("good", new("Tốt", "Good")), ("fair", new("Khá", "Fair")),
                ("average", new("Trung bình khá", "Upper average")),
            ];
        return tiers.Select((tier, index) => new ImportedTier(edition.Year, tier.Code, index + 1).Named(tier.Name));
    }
}
