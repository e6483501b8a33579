using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>The form as sheets, one row a figure: what the columns are called and what they want.</summary>
internal static class FormColumns
{
    public const string Criterion = "criterion";
    public const string Figure = "figure";
    public const string Name = "name";
    public const string Unit = "unit";
    public const string Last = "last";
    public const string Value = "value";
    public const string Said = "explanation";
    public const string Maximum = "maximum";
    public const string Guidance = "guidance";

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new(Criterion, new("Tiêu chí", "Criterion"), new("Mã tiêu chí. Không sửa.", "Code of the criterion. Leave as it is."))
        {
            Width = 11,
        },
        new(Figure, new("Mã số liệu", "Figure code"), new("Không sửa.", "Leave as it is.")) { Required = true, Width = 24 },
        new(Name, new("Số liệu", "Name of the figure"), new("Không sửa.", "Leave as it is.")) { Width = 52 },
        new(Unit, new("Đơn vị tính", "Unit"), new("Không sửa.", "Leave as it is.")) { Width = 12 },
        new(Last, new("Năm trước", "Last year"), new("Số liệu năm trước, để đối chiếu.", "Last year's value, to compare with."))
        {
            Width = 20,
        },
        new(Value, new("Số liệu kê khai", "Declared"), new(
            "Điền số, không kèm đơn vị; chọn trong danh sách nếu có. Ô để trống là chưa có số liệu, không phải 0.",
            "Type a number without its unit, or choose from the list. A blank cell is a missing figure, not 0."))
        {
            Required = true, Width = 20,
        },
        new(Said, new("Thuyết minh", "Explanation"), new(
            "Chỉ ghi khi số liệu khác thường (phần lớn hơn tổng, chênh trên 20% so với năm trước). Để trống không xóa thuyết minh đã lưu.",
            "Only where a figure looks unlikely (a part above its whole, more than 20% off last year). A blank cell deletes nothing."))
        {
            Width = 40,
        },
        new(Maximum, new("Điểm tối đa", "Maximum points"), new("Của tiêu chí.", "Of the criterion.")) { Width = 12 },
        new(Guidance, new("Cách xác định", "How to count"), new("Không sửa.", "Leave as it is.")) { Width = 60 },
    ];
}
