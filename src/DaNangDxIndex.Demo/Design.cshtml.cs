using System.Globalization;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scorecards;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Demo;

/// <summary>Every part of the pages, filled with samples, for those who build and check pages.</summary>
[AllowAnonymous]
public sealed class DesignModel : PageModel
{
    static readonly string[] Components = ["Nhận thức số", "Thể chế số", "Hạ tầng số", "Nhân lực số", "An toàn thông tin",
        "Dịch vụ công", "Kinh tế số", "Xã hội số"];

    public string Say(string vi, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? en : vi;

    public string Number(decimal value, int decimals = 2) => NumberText.Fixed(value, decimals, Addresses.Language);

    public TierMark Tier(int place) => new(place switch
    {
        1 => Say("Xuất sắc", "Excellent"),
        2 => Say("Tốt", "Good"),
        3 => Say("Khá", "Fair"),
        _ => Say("Trung bình", "Average"),
    }, place, 4);

    public IReadOnlyList<StandingsTable.Bound> Bounds =>
        [new(Tier(1), 90, "90"), new(Tier(2), 80, "80"), new(Tier(3), 65, "65"), new(Tier(4), 0, "0")];

    public StandingsTable Standings => new(Say("Bảng xếp hạng khối sở, ban, ngành năm 2024", "Departments, ranked, 2024"), 100, Bounds,
    [
        Row("1", "Sở Thông tin và Truyền thông", 98.06m, 1, 0, illustrative: false),
        Row("2", "Sở Nông nghiệp và Phát triển nông thôn", 94.31m, 1, 2),
        Row("3", "Sở Kế hoạch và Đầu tư", 91.5m, 1, -1),
        Row("3", "Sở Tư pháp", 91.5m, 1, 5),
        Row("5", "Văn phòng Ủy ban nhân dân thành phố", 88.4m, 2, -2),
        Row("6", "Ban Quản lý Khu công nghệ cao và các khu công nghiệp", 84.02m, 2, null) with { NoteSign = "1" },
        Row("7", "Sở Giáo dục và Đào tạo", 79.95m, 3, -1),
        Row("8", "Thanh tra thành phố", 72.1m, 3, 1),
        Row("9", "Sở Ngoại vụ", 61.77m, 4, -4),
    ])
    {
        Sort = Request.Query["sort"] is [{ } sort, ..] ? sort : "rank",
        Descending = Request.Query["dir"] == "desc",
        Components = Components,
        Notes =
        [
            Say("Không xếp loại xuất sắc vì có nhóm tiêu chí dưới 50%.", "Not excellent, because one component is under 50%."),
            Say("Số liệu minh họa, trừ các dòng không ghi dấu.", "Illustrative figures, except in rows without the mark."),
        ],
    };

    public StandingsFilter Filter => new(Request.Query["q"], Request.Query["tier"], [Tier(1), Tier(2), Tier(3), Tier(4)], 9, 9);

    public TierStrip Strip => new(
        Say(
            "Năm 2024 có 24 sở, ban, ngành được đánh giá: 6 xuất sắc, 7 tốt, 10 khá và 1 trung bình; "
            + "dẫn đầu là Sở Thông tin và Truyền thông với 98,06 điểm.",
            "In 2024, 24 departments were assessed: 6 excellent, 7 good, 10 fair and 1 average; "
            + "the Department of Information and Communications leads with 98.06 points."),
        "2024", "2023", [new(Tier(1), 6, 4), new(Tier(2), 7, 9), new(Tier(3), 10, 10), new(Tier(4), 1, 1)]);

    public PointsBars ComponentBars => new(Say("Điểm theo nhóm tiêu chí", "Points per component"), Say("Nhóm tiêu chí", "Component"),
        [.. Components.Select((name, place) =>
            new PointsBars.Bar(name, Number(12.5m - place), Number(13), (12.5m - place) / 13, 0.8m, "#") { Median = Number(10.4m) })])
    {
        MedianLabel = Say("Trung vị", "Median"),
    };

    public PointsBars PillarBars => new(Say("Điểm theo trụ cột", "Points per pillar"), Say("Trụ cột", "Pillar"),
    [
        new(Say("Nền tảng chung", "Common foundations"), Number(31.2m), Number(34), 31.2m / 34),
        new(Say("Chính quyền số", "Digital government"), Number(44.06m), Number(45), 44.06m / 45),
        new(Say("Kinh tế số", "Digital economy"), Say("chưa tính", "not computed yet"), Number(11), null),
        new(Say("Xã hội số", "Digital society"), Number(9.4m), Number(10), 0.94m),
    ]);

    public RankHistory History => new(Say("Hạng qua các năm", "Rank over the years"), ["2020", "2021", "2022", "2023", "2024"],
        [new("Sở Thông tin và Truyền thông", [3, 2, null, 1, 1])]) { Lowest = 24 };

    public RankHistory Bump => new(Say("Thứ hạng các quận, huyện", "Ranks of the districts"), ["2020", "2022", "2023", "2024"],
    [
        new("Hải Châu", [2, 1, 1, 1]) { Highlighted = true },
        new("Thanh Khê", [1, 2, 3, 2]),
        new("Hòa Vang", [5, 4, 2, 3]),
        new("Liên Chiểu", [3, 3, 4, 4]),
        new("Cẩm Lệ", [4, 5, 5, 5]),
    ]) { Lowest = 5, Width = 680, Height = 240 };

    public CriteriaTable Criteria =>
        new(Say("6. Dịch vụ công", "6. Public services"), [Say("Tối đa", "Maximum"), Say("Tự chấm", "Declared"), Say("Kết quả", "Final")],
    [
        new("6.1", Say("Tỷ lệ hồ sơ trực tuyến", "Files handled online"), [Number(6), Number(6), Number(6)],
            Say("3.468/3.471 = 99,91%, đạt mục tiêu 95% → 6,00/6,00 điểm",
                "3,468/3,471 = 99.91%, target of 95% reached → 6.00/6.00 points")),
        new("6.2", Say("Tỷ lệ hồ sơ thanh toán trực tuyến", "Files paid online"), [Number(5), Number(5), Number(4.28m)],
            Say("1.110/1.297 = 85,58%; 85,58% × 5 = 4,28 điểm", "1,110/1,297 = 85.58%; 85.58% × 5 = 4.28 points"),
            Say("Thẩm định: số liệu được sửa theo hệ thống một cửa.", "Appraisal: corrected after the one-stop system.")),
    ]) { Sums = [Number(11), Number(11), Number(10.28m)] };

    public TaskList Tasks => new(Say("Các nhóm tiêu chí", "Components"),
    [
        new("1. Nhận thức số", "#", Say("Hoàn thành", "Completed"), TaskList.Kind.Done) { Points = "9,50 / 10,00" },
        new("2. Thể chế số", "#", Say("Đang nhập", "In progress"), TaskList.Kind.InProgress,
            Say("4 trên 7 số liệu", "4 of 7 figures")) { Points = "6,20 / 12,00" },
        new("3. Hạ tầng số", "#", Say("Có lỗi", "There is a problem"), TaskList.Kind.Problem,
            Say("1 số liệu cần sửa", "1 figure to correct")) { Points = "3,00 / 8,00" },
        new("4. Nhân lực số", "#", Say("Chưa nhập", "Not started"), TaskList.Kind.ToDo),
        new(Say("Duyệt và nộp", "Approve and submit"), null, Say("Chưa thể bắt đầu", "Cannot start yet"), TaskList.Kind.CannotStart, Say(
            "Khi đã nhập đủ số liệu", "Once all figures are entered")),
    ]);

    public ErrorSummary Errors =>
        new([new(Say("Viết 98,06 thay cho “98.06”: dấu phẩy là dấu thập phân.", "Write 98.06 instead of “98,06”."), "Figures_f3_")]);

    public CriterionEntry Entry => new("6.1", Say("Tỷ lệ hồ sơ được xử lý trực tuyến", "Files handled online"),
        Say("Từ 95% trở lên: 6 điểm; dưới 95%: tính theo tỷ lệ.", "6 points at 95% or more; pro rata below."), Number(6), Number(6),
    [
        new("f1", Say("Số hồ sơ tiếp nhận trong năm", "Files received in the year"), Say("hồ sơ", "files"), Number(3471, 0), 4,
            "/design/save")
        {
            Last = new(Say("Năm 2024: ", "2024: "), Number(3120, 0), Say(" hồ sơ", " files"), ToConfirm: true),
            State = Say("Đã lưu 14:03", "Saved 14:03"),
            Guidance = Say(
                "Tính cả hồ sơ tiếp nhận qua bưu chính. Lấy từ Hệ thống thông tin giải quyết thủ tục hành chính, đến hết ngày 31/12.",
                "Includes files received by post. Taken from the one-stop system, up to 31 December."),
        },
        new("f2", Say("Trong đó: số hồ sơ nộp trực tuyến", "Of these: filed online"), Say("hồ sơ", "files"), Number(3468, 0), 2,
            "/design/save") { Last = new(Say("Năm 2024: ", "2024: "), Number(2980, 0), Say(" hồ sơ", " files"), ToConfirm: false) },
    ])
    {
        Explanation = Say(
            "3.468/3.471 = 99,91%, đạt mục tiêu 95% → 6,00/6,00 điểm", "3,468/3,471 = 99.91%, target of 95% reached → 6.00/6.00 points"),
        LegalBasis = Say("Quyết định 2386/QĐ-UBND", "Decision 2386/QĐ-UBND"),
    };

    public CriterionEntry EntryWithFaults => new("6.2", Say("Mức độ hài lòng và kho dữ liệu", "Satisfaction and the data store"),
        Say("Điểm = tỷ lệ × 5. Phần khảo sát do cơ quan thường trực nhập.",
            "Points = rate × 5. The survey is entered by the standing office."), Say("chưa tính", "not computed yet"), Number(5),
    [
        new("f3", Say("Tỷ lệ hồ sơ số hóa kết quả", "Results digitised"), "%", "98.06", 1, "/design/save") { Error = Say(
            "Viết 98,06: dấu phẩy là dấu thập phân.", "Write 98.06.") },
        new("f4", Say("Cơ quan đã có kho dữ liệu điện tử của tổ chức, cá nhân?", "Does the agency keep the electronic data store?"), null,
            "yes", 1, "/design/save")
        {
            Answer = FigureField.Kind.YesNo, Options = [new("yes", Say("Có", "Yes")), new("no", Say("Không", "No"))],
            Marks = [new("warning", Say("cần thuyết minh", "explain"))],
        },
        new("f5", Say("Số thủ tục hành chính", "Procedures"), Say("thủ tục", "procedures"), "220", 1, null) { ReadOnlyBecause = Say(
            "Hồ sơ đã nộp ngày 15/11/2025, không sửa được.", "Submitted on 15 November 2025, cannot be changed.") },
    ])
    {
        Reads = [new(
            Say("Mức độ hài lòng của người dân", "Satisfaction of citizens"), Say("chưa có", "not yet"),
            Say("cơ quan thường trực nhập từ khảo sát", "entered by the standing office"))],
    };

    public SummaryList Answers => new(Say("6. Dịch vụ công", "6. Public services"),
    [
        new(Say("Số hồ sơ tiếp nhận", "Files received"), Say("3.471 hồ sơ", "3,471 files"), "#"),
        new(Say("Số hồ sơ nộp trực tuyến", "Filed online"), null, "#"),
        new(Say("Mức độ hài lòng", "Satisfaction"), null),
    ]);

    StandingsTable.Row Row(string rank, string agency, decimal points, int tier, int? change, bool illustrative = true) =>
        new(rank, agency, "#", Number(points), points, Tier(tier), new(change))
        {
            From = illustrative ? Assessments.Provenance.Illustrative : Assessments.Provenance.Press,
            Shares = [.. Components.Select(
                (_, place) => place == 6 && tier == 2 ? (decimal?)null : Math.Min(1, points / 100 * (0.7m + (place * 37 % 5 * 0.08m))))],
        };
}
