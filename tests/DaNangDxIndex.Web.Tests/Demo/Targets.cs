namespace DaNangDxIndex.Demo;

/// <summary>
/// The totals that the made figures of 2024 are led to. Leaders' totals and the number of agencies in each tier are printed facts
/// (published-results.csv, published-tier-counts.csv); which other agency stands where is invented, and marked so wherever it is shown.
/// </summary>
internal static class Targets
{
    public static IReadOnlyDictionary<string, decimal> Of2024 { get; } = Departments().Concat(Central()).Concat(Districts()).Concat(Wards())
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Six excellent, seven good (two of them level), ten fair, one average.</summary>
    private static Dictionary<string, decimal> Departments() => new(StringComparer.Ordinal)
    {
        ["so-tttt"] = 98.06m, ["so-dl"] = 95.12m, ["so-gtvt"] = 94.37m, ["so-khcn"] = 93.45m, ["vp-ubnd"] = 92.08m, ["so-nv"] = 90.56m,
        ["so-tc"] = 88.91m, ["so-yt"] = 87.46m, ["so-xd"] = 86.03m, ["so-gddt"] = 84.57m, ["so-ct"] = 84.57m, ["so-tp"] = 82.19m,
            ["so-tnmt"] = 80.74m,
        ["so-khdt"] = 79.36m, ["so-vhtt"] = 78.02m, ["so-ldtbxh"] = 76.88m, ["so-nnptnt"] = 75.41m, ["bql-cnc"] = 74.15m,
            ["so-ngv"] = 72.90m,
        ["ban-xthtdt"] = 71.33m, ["bql-attp"] = 70.07m, ["thanh-tra"] = 68.52m, ["vien-ktxh"] = 66.18m,
        ["dai-ptth"] = 61.27m,
    };

    private static Dictionary<string, decimal> Central() => new(StringComparer.Ordinal)
    {
        ["bhxh"] = 96.12m, ["cuc-thue"] = 94.05m, ["hai-quan"] = 93.38m, ["cong-an"] = 92.71m, ["kho-bac"] = 90.43m, ["nhnn"] = 78.36m,
    };

    private static Dictionary<string, decimal> Districts() => new(StringComparer.Ordinal)
    {
        ["q-hai-chau"] = 97.23m, ["q-thanh-khe"] = 95.84m, ["q-hoa-vang"] = 93.16m, ["q-cam-le"] = 88.47m, ["q-son-tra"] = 85.20m,
            ["q-ngu-hanh-son"] = 78.93m, ["q-lien-chieu"] = 76.51m,
    };

    /// <summary>Twenty-five excellent, shared out over the districts as printed; of the others only their number is known.</summary>
    private static Dictionary<string, decimal> Wards() => new(StringComparer.Ordinal)
    {
        ["p-hoa-thuan-tay"] = 99.93m, ["p-thach-thang"] = 97.64m, ["p-hai-chau-i"] = 95.38m, ["p-hoa-cuong-bac"] = 92.87m,
        ["p-hoa-minh"] = 98.12m, ["p-hoa-hiep-bac"] = 96.05m, ["p-hoa-khanh-nam"] = 91.44m,
        ["p-thac-gian"] = 99.17m, ["p-hoa-khe"] = 98.53m, ["p-thanh-khe-tay"] = 97.26m, ["p-chinh-gian"] = 96.71m, ["p-xuan-ha"] = 95.02m,
            ["p-thanh-khe-dong"] = 93.59m, ["p-vinh-trung"] = 92.30m, ["p-tan-chinh"] = 90.86m,
        ["p-an-hai-dong"] = 96.48m, ["p-tho-quang"] = 91.93m,
        ["p-hoa-an"] = 97.91m, ["p-hoa-xuan"] = 95.67m, ["p-khue-trung"] = 94.18m, ["p-hoa-tho-dong"] = 92.55m, ["p-hoa-tho-tay"] = 90.32m,
        ["p-my-an"] = 94.18m, ["p-hoa-hai"] = 91.09m,
        ["x-hoa-chau"] = 93.97m,
        ["p-thanh-binh"] = 89.61m, ["p-hoa-phat"] = 89.24m, ["x-hoa-son"] = 88.95m, ["p-an-khe"] = 88.40m, ["p-nam-duong"] = 88.02m,
            ["x-hoa-tien"] = 87.73m, ["p-khue-my"] = 87.15m, ["p-hoa-cuong-nam"] = 86.82m,
        ["x-hoa-nhon"] = 86.44m, ["p-phuoc-my"] = 86.01m, ["p-tam-thuan"] = 85.56m, ["p-binh-thuan"] = 85.13m, ["x-hoa-lien"] = 84.79m,
            ["p-nai-hien-dong"] = 84.30m, ["p-thuan-phuoc"] = 83.88m, ["p-hoa-khanh-bac"] = 83.42m,
        ["x-hoa-phong"] = 82.97m, ["p-man-thai"] = 82.51m, ["p-phuoc-ninh"] = 82.06m, ["x-hoa-ninh"] = 81.38m, ["p-hai-chau-ii"] = 80.92m,
            ["p-hoa-quy"] = 80.27m,
        ["p-an-hai-bac"] = 79.44m, ["x-hoa-phuoc"] = 78.61m, ["p-binh-hien"] = 77.85m, ["p-hoa-hiep-nam"] = 76.90m,
            ["p-hoa-thuan-dong"] = 75.73m, ["x-hoa-khuong"] = 74.26m, ["p-an-hai-tay"] = 72.88m,
        ["x-hoa-phu"] = 70.35m, ["x-hoa-bac"] = 67.91m,
    };
}
