using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Demo;

/// <summary>One step of the tour: a real page, and who looks at it; null for anybody.</summary>
public sealed record DemoStep(Role? Who, string Path, Bilingual Title, Bilingual Text)
{
    /// <summary>All in one tenant, whichever a visitor comes from.</summary>
    public const string Tenant = "da-nang";

    public static IReadOnlyList<DemoStep> All { get; } =
    [
        new(null, "/editions/2024?group=departments", new("Xem bảng xếp hạng đã công bố", "Look at a published ranking"), new(
            "Ai cũng xem được: điểm, hạng, mức xếp loại của từng khối, thay đổi so với năm trước, tải về CSV hoặc Excel.",
            "Open to anybody: points, rank and tier of every group, changes since last year, downloads for spreadsheets.")),
        new(null, "/editions/2024/agencies/so-tttt", new("Đọc phiếu điểm của một cơ quan", "Read one agency’s scorecard"), new(
            "Từng tiêu chí được giải thích bằng phép tính; tệp PDF có mã kiểm tra để đối chiếu với bản đã công bố.",
            "Each criterion is explained by its sum; the PDF bears a code that checks it against what was published.")),
        new(Role.Assessor, "/assessments/2025/w25-hai-chau/components/online-services", new("Nhập số liệu", "Enter figures"), new(
            "Nhập một số: hệ thống lưu ngay và cho biết điểm, cách tính.",
            "Type a number: it is saved at once, and the points and how they come about are shown.")),
        new(Role.Approver, "/assessments/2025/w25-hai-chau/check", new("Duyệt và nộp hồ sơ", "Approve and submit"), new(
            "Lãnh đạo cơ quan xem toàn bộ số liệu trên một trang, yêu cầu chỉnh sửa hoặc nộp.",
            "The agency’s leader sees all figures on one page, sends them back or submits them.")),
        new(Role.LeadAppraiser, "/appraisal/2025", new("Thẩm định", "Appraise"), new(
            "Chấp nhận, điều chỉnh số liệu hoặc cho điểm kèm lý do; cơ quan được biết lý do của từng thay đổi.",
            "Accept, correct a figure or set points with a reason; the agency is told why anything changed.")),
        new(Role.Office, "/editions/2025/progress", new("Theo dõi tiến độ", "Watch the progress"), new(
            "Cơ quan thường trực thấy cơ quan nào chưa nộp, gia hạn, ghi nhận không nộp và chuyển giai đoạn.",
            "The standing office sees who has not submitted, extends deadlines, records who did not submit and moves the stage on.")),
        new(Role.Signatory, "/editions/2025/findings",
            new("Xem các nội dung cần biết trước khi công bố", "See the findings before publishing"), new(
            "Người ký thấy những nội dung cần giải quyết hoặc xác nhận; bảng đã công bố ai cũng tính lại được.",
            "The signatory sees what has to be settled or acknowledged; anybody can recompute what is published.")),
    ];
}
