using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>Two components: files online and paid online, both read "received"; satisfaction comes from the survey.</summary>
internal static class SmallSet
{
    private static readonly Bilingual Files = new("hồ sơ", "files");

    public static CriteriaSet Of() => new()
    {
        Edition = 2025,
        Group = "wards",
        Name = new("Thử", "Test"),
        Method = new() { Scale = 100, Tiers = [new("average", new("", ""), 0)] },
        Figures =
        [
            Count("received"), Count("online"), Count("paid"),
            new Figure { Code = "satisfaction", Name = new("Hài lòng", "Satisfaction"), Kind = FigureKind.Percent,
                Source = FigureSource.Survey },
        ],
        Components =
        [
            new Component { Code = "A", Name = new("A", "A"), Criteria = [Ratio("A.1", "online")] },
            new Component { Code = "B", Name = new("B", "B"),
                Criteria = [Ratio("B.1", "paid"), Criterion("B.2", new([new("satisfaction", false)], []))] },
        ],
    };

    private static Figure Count(string code) =>
        new() { Code = code, Name = new($"Số {code}", $"Files {code}"), Kind = FigureKind.Count, Unit = Files };

    private static Criterion Ratio(string code, string part) => Criterion(code, new([new(part, false)], [new("received", false)]));

    private static Criterion Criterion(string code, Quantity of) => new()
    {
        Code = code, Name = new(code, code), Pillar = Pillar.Government, Maximum = 10, Rule = new Linear(of, 0, 1),
    };
}
