namespace DaNangDxIndex.Scoring;

/// <summary>A folder with the files of a small scoring, and the program run on them whole.</summary>
internal sealed class AuditorFiles : IDisposable
{
    public const string Wards = """
        {
          "edition": 2025, "group": "wards", "name": { "vi": "Khối phường, xã", "en": "Wards and communes" },
          "method": {
            "scale": 100, "nothingDue": "full", "notApplicable": "exclude",
            "tiers": [
              { "code": "excellent", "name": { "vi": "Xuất sắc", "en": "Excellent" }, "from": 90 },
              { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 70 },
              { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 }
            ]
          },
          "figures": [
            { "code": "received", "name": { "vi": "Hồ sơ tiếp nhận", "en": "Files received" }, "kind": "count" },
            { "code": "online", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "kind": "count" },
            { "code": "portal", "name": { "vi": "Có cổng thông tin", "en": "Has a portal" }, "kind": "yesNo" }
          ],
          "components": [
            {
              "code": "A", "name": { "vi": "Dịch vụ công", "en": "Public services" },
              "criteria": [
                { "code": "A.1", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "pillar": "government", "maximum": 60,
                  "rule": { "linear": { "of": { "sum": ["online"], "over": ["received"] }, "from": 0, "to": "90%" } } },
                { "code": "A.2", "name": { "vi": "Cổng thông tin", "en": "Portal" }, "pillar": "foundation", "maximum": 40,
                  "rule": { "linear": { "of": "portal", "from": 0, "to": 1 } } }
              ]
            }
          ]
        }
        """;

    public const string Score = "score --criteria c.json --figures f.csv --agencies a.csv --out results.csv";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dx-verify-");

    public StringWriter Output { get; } = new();

    public StringWriter Errors { get; } = new();

    /// <summary>Criteria, agencies and figures that <see cref="Score"/> takes.</summary>
    public static AuditorFiles OfFourWards() => new AuditorFiles()
        .With("c.json", Wards)
        .With("a.csv", "code,group,parent,ranked\nhai-chau,wards,,true\nhoa-vang,wards,,true\nthanh-khe,wards,,\nhoang-sa,wards,,false\n")
        .With(
            "f.csv",
            "agency,figure,value\nhai-chau,received,1000\nhai-chau,online,500\nhai-chau,portal,yes\n"
            + "hoa-vang,received,3\nhoa-vang,online,1\nhoa-vang,portal,\n"
            + "thanh-khe,received,0\nthanh-khe,online,0\nthanh-khe,portal,no\n");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Text(string name) => File.ReadAllText(Path(name));

    public AuditorFiles With(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return this;
    }

    public AuditorFiles With(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return this;
    }

    /// <summary>Runs dx-verify; words that name files of this folder ("f.csv") become their paths.</summary>
    public int Run(string words) =>
        DxVerify.Run(
            [.. words.Split(' ').Select(word => File.Exists(Path(word)) || word == "results.csv" ? Path(word) : word)], Output, Errors);

    public void Dispose() => _folder.Delete(recursive: true);
}
