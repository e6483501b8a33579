using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Editions;

/// <summary>What the office's file of figures may have for columns: a value, or the numbers of a citizens' survey.</summary>
internal static class FigureColumns
{
    public const string Agency = "agency";
    public const string Figure = "figure";
    public const string Value = "value";

    public static IReadOnlyList<string> Survey { get; } = ["wanted", "least", "sent", "answered", "satisfied"];

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new(Agency, new("Mã cơ quan", "Agency code"), new("Không sửa.", "Leave as it is.")) { Required = true, Width = 24 },
        new("agency_name", new("Cơ quan", "Agency name"), new("Để đối chiếu, không đọc.", "To compare with; not read.")) { Width = 42 },
        new(Figure, new("Mã số liệu", "Figure code"), new("Không sửa.", "Leave as it is.")) { Required = true, Width = 24 },
        new("figure_name", new("Số liệu", "Figure name"), new("Để đối chiếu, không đọc.", "To compare with; not read.")) { Width = 42 },
        new(Value, new("Giá trị", "Value"), new(
            "Số, có/không (yes/no) hoặc mã phương án. Để trống với số liệu khảo sát có các cột bên cạnh.",
            "A number, yes or no, or an option's code. Blank for a survey figure with the columns beside it.")) { Width = 16 },
        new(Survey[0], new("Số phiếu cần có", "Answers wanted"), new("Kế hoạch khảo sát.", "By the plan.")) { Width = 14 },
        new(Survey[1], new("Số phiếu tối thiểu", "Least answers"), new(
            "Dưới số này, kết quả khảo sát không được tính điểm.", "Below it the survey earns no points.")) { Width = 14 },
        new(Survey[2], new("Số phiếu gửi", "Sent"), new("Để trống khi chưa khảo sát.", "Blank before the survey.")) { Width = 12 },
        new(Survey[3], new("Số phiếu trả lời", "Answered"), new("Để trống khi chưa khảo sát.", "Blank before the survey.")) { Width = 12 },
        new(Survey[4], new("Số phiếu hài lòng", "Satisfied"), new("Để trống khi chưa khảo sát.", "Blank before the survey."))
        {
            Width = 12,
        },
    ];
}
