using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>What was given back as a sheet, one row a criterion: what is to be mended, and what the agency says to it.</summary>
internal static class ReturnedColumns
{
    public const string Criterion = "criterion";
    public const string Name = "name";
    public const string ToMend = "to_mend";
    public const string Answer = "answer";

    /// <summary>On its tab.</summary>
    public static Bilingual Tab { get; } = new("Trả lời yêu cầu chỉnh sửa", "Answers");

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new(Criterion, new("Tiêu chí", "Criterion"), new("Mã tiêu chí. Không sửa.", "Code of the criterion. Leave as it is."))
        {
            Required = true, Width = 11,
        },
        new(Name, new("Tên tiêu chí", "Name of the criterion"), new("Không sửa.", "Leave as it is.")) { Width = 48 },
        new(ToMend, new("Nội dung được yêu cầu chỉnh sửa", "What was sent back"), new("Không sửa.", "Leave as it is."))
        {
            Required = true, Width = 48,
        },
        new(Answer, new("Trả lời", "Answer"), new(
            "Nếu số liệu đã đúng, giữ nguyên số liệu và nêu căn cứ ở đây. Để trống không xóa nội dung trả lời đã lưu.",
            "Where the figure is right, leave it as it is and say here why. A blank cell deletes nothing."))
        {
            Required = true, Width = 60,
        },
    ];
}
