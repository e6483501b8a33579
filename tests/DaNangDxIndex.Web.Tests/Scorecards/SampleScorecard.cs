using System.Globalization;

namespace DaNangDxIndex.Scorecards;

/// <summary>A scorecard that looks like the real ones: eight components, some 70 criteria, Vietnamese names of every length.</summary>
internal static class SampleScorecard
{
    private static readonly (string Vi, string En, decimal Maximum)[] Components =
    [
        ("Nhận thức số", "Digital awareness", 8), ("Thể chế số", "Digital institutions", 10), ("Hạ tầng số", "Digital infrastructure", 12),
        ("Ứng dụng công nghệ số", "Use of digital technology", 20), ("Dịch vụ công trực tuyến", "Online public services", 30),
        ("Nhân lực số", "Digital workforce", 10), ("Xã hội số", "Digital society", 10),
    ];

    private static readonly (string Vi, string En)[] Names =
    [
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến", "Share of files received online"),
        ("Tỷ lệ hồ sơ giải quyết đúng hạn hoặc trước hạn", "Share of files handled on time or early"),
        ("Người đứng đầu chủ trì các cuộc họp của Ban Chỉ đạo chuyển đổi số", "The head chairs the meetings of the steering committee"),
        ("Tỷ lệ kết quả giải quyết thủ tục hành chính được số hóa và lưu vào kho dữ liệu của tổ chức, cá nhân trên Cổng dịch vụ công thành phố",
            "Share of results of administrative procedures that are digitised and stored for the citizen on the city's service portal"),
        ("Có kế hoạch chuyển đổi số hằng năm", "A yearly plan for digital transformation"),
        ("Tỷ lệ thanh toán trực tuyến", "Share of payments made online"),
    ];

    public static ScorecardDocument Make(int criteriaPerComponent = 9) => new()
    {
        Issuer = new ScorecardIssuer(
            new Bilingual("Thành phố Đà Nẵng", "Da Nang City"),
            new Bilingual("Thành phố Đà Nẵng", "Da Nang City"),
            new Bilingual("Ủy ban nhân dân", "People's Committee")),
        Year = 2024,
        Group = new Bilingual("Sở, ban, ngành", "Departments"),
        AgencyCode = "so-tttt",
        AgencyName = new Bilingual("Sở Thông tin và Truyền thông", "Department of Information and Communications"),
        Publication = new ScorecardPublication(
            1, new DateOnly(2025, 4, 3),
            new ScorecardDecision(new("Quyết định", "Decision"), "684/QĐ-UBND", new DateOnly(2025, 4, 3), new Bilingual(
                "Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng", "the Chairman of the People's Committee of Da Nang City")),
            "7K4M-92QX", new Uri("https://dx.danang.gov.vn/verify/7K4M-92QX"),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        Result = new ScorecardResult
        {
            Total = 98.06m, Scale = 100, Rank = 1, Ranked = 24, RankChange = 0, Tier = Tiers[0].Name,
            Earned = 94.18m, ApplicableMaximum = 98, Converted = 96.1m, Bonus = 2.46m, Penalty = 0.5m,
        },
        Components =
        [
            .. Components.Select((component, i) => Component(i + 1, component, criteriaPerComponent)),
            new ScorecardComponent("VIII", new Bilingual("Điểm thưởng", "Bonus points"), 3, 3, 2.46m,
                [new ScorecardCriterion("8.1", new Bilingual("Giải thưởng về chuyển đổi số cấp quốc gia", "National award for digital transformation"), 3, 3, 2.46m)],
                ScorecardBlock.Bonus),
            new ScorecardComponent("IX", new Bilingual("Điểm trừ", "Penalty points"), 2, null, 0.5m,
                [new ScorecardCriterion("9.1", new Bilingual("Báo cáo gửi chậm", "Late reports"), 2, null, 0.5m)
                {
                    Rule = new Bilingual("Trừ 0,25 điểm cho mỗi báo cáo gửi chậm, tối đa 2 điểm.", "0.25 points off for each late report, 2 at most."),
                    Explanation = new Bilingual("02 báo cáo gửi chậm → −0,50", "2 late reports → −0.50"),
                }],
                ScorecardBlock.Penalty),
        ],
        Pillars =
        [
            new ScorecardPillar(new Bilingual("Nền tảng chung", "Common foundations"), 34, 33.1m),
            new ScorecardPillar(new Bilingual("Chính quyền số", "Digital government"), 46, 44.9m),
            new ScorecardPillar(new Bilingual("Kinh tế số", "Digital economy"), 8, 7.68m),
            new ScorecardPillar(new Bilingual("Xã hội số", "Digital society"), 10, 8.5m),
        ],
        TierScale = new ScorecardTierScale(Tiers),
        RoundingNote = new Bilingual(
            "Tổng điểm được làm tròn một lần đến hai chữ số thập phân; cộng các điểm thành phần đã làm tròn có thể chênh 0,01.",
            "The total is rounded once, to two decimals; adding the rounded points of the parts may differ by 0.01."),
    };

    public static IReadOnlyList<ScorecardTier> Tiers { get; } =
    [
        new(new Bilingual("Xuất sắc", "Excellent"), 90), new(new Bilingual("Tốt", "Good"), 80),
        new(new Bilingual("Khá", "Fair"), 65), new(new Bilingual("Trung bình", "Average"), 0),
    ];

    /// <summary>The other end: a demo without a decision, not ranked, kept from a tier by a gate, with long names and illustrative figures.</summary>
    public static ScorecardDocument MakeDemo(int criteriaPerComponent = 12)
    {
        var sample = Make(criteriaPerComponent);
        return sample with
        {
            AgencyCode = "bql-kcnc",
            AgencyName = new Bilingual(
                "Ban Quản lý Khu công nghệ cao và các khu công nghiệp thành phố Đà Nẵng", "Hi-tech Park and Industrial Zones Authority of Da Nang City"),
            Illustrative = true,
            Publication = sample.Publication with { Decision = null },
            Footnotes = [new Bilingual(
                "Không xếp loại Tốt vì nhóm tiêu chí Xã hội số đạt dưới 50 % điểm tối đa áp dụng.",
                "Not Good: component Digital society is under 50% of its applicable maximum.")],
            Notes = [new Bilingual(
                "Điểm tối đa và cách tính do bản trình diễn đặt, chờ phụ lục của thành phố.",
                "Maxima and rules are set by this demonstration until the city gives its annex.")],
            Result = new ScorecardResult
            {
                Total = 81.5m, Scale = 100, Rank = null, Ranked = 23, Tier = Tiers[2].Name, Earned = 81.8m, ApplicableMaximum = 100, Bonus = 0.2m, Penalty = 0.5m,
                NotRanked = new Bilingual("điểm tối đa áp dụng dưới 60 % thang điểm", "applicable maximum below 60% of the scale"),
            },
        };
    }

    /// <summary>Nothing computed yet, nothing known.</summary>
    public static ScorecardDocument MakeBlank()
    {
        var demo = MakeDemo();
        return demo with
        {
            Footnotes = [],
            Result = new ScorecardResult { Total = null, Scale = 100, Rank = null, Ranked = 24, Tier = null },
            Components = [.. demo.Components.Select(component => component with
            {
                Declared = null, Points = null,
                Criteria = [.. component.Criteria.Select(criterion => criterion with { Declared = null, Points = null, Explanation = null })],
            })],
            Pillars = [.. demo.Pillars.Select(pillar => pillar with { Points = null })],
        };
    }

    private static ScorecardComponent Component(int number, (string Vi, string En, decimal Maximum) component, int criteria)
    {
        string[] roman = ["I", "II", "III", "IV", "V", "VI", "VII"];
        var each = Math.Round(component.Maximum / criteria, 2);
        return new ScorecardComponent(
            roman[number - 1], new Bilingual(component.Vi, component.En), component.Maximum, component.Maximum,
            component.Maximum - 0.12m * number, [.. Enumerable.Range(1, criteria).Select(i => Criterion(number, i, each))]);
    }

    private static ScorecardCriterion Criterion(int component, int i, decimal maximum)
    {
        var (vi, en) = Names[(component + i) % Names.Length];
        var code = string.Create(CultureInfo.InvariantCulture, $"{component}.{i}");
        var criterion = new ScorecardCriterion(code, new Bilingual(vi, en), maximum, maximum, maximum)
        {
            Rule = new Bilingual("Đạt mục tiêu 95% được điểm tối đa; dưới mục tiêu tính theo tỷ lệ.", "Full points from 95%; below that in proportion."),
            Explanation = new Bilingual("3.468 / 3.471 = 99,91%, đạt mục tiêu 95% → 6,00 / 6,00", "3,468 / 3,471 = 99.91%, target of 95% reached → 6.00 / 6.00"),
        };
        return ((component * 7 + i) % 13) switch
        {
            0 => criterion with { Points = null, Declared = null, NotApplicable = true, Explanation = null },
            1 => criterion with { Points = maximum / 2, Reason = new Bilingual("Thiếu tài liệu kiểm chứng", "Evidence missing") },
            2 => criterion with { Points = null, Declared = null, Explanation = null },
            3 => criterion with { Rule = null },
            _ => criterion,
        };
    }
}
