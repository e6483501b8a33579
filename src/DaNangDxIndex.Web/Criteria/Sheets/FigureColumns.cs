using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>The columns of the sheet with one row to a figure: what the sheet of criteria cannot say of it.</summary>
internal static class FigureColumns
{
    public static readonly Bilingual Sheet = new("Số liệu", "Figures");

    public static readonly TableColumn Code = new("code", new("Mã số liệu", "Figure code"), new(
        "Mã dùng trong cách tính điểm.",
        "The code that rules use."))
    {
        Required = true, Width = 22,
    };

    public static readonly TableColumn Name = new(
        "name", new("Tên số liệu", "Figure name"), new("Tên số liệu.", "Name of the figure in Vietnamese."))
    {
        Required = true, Width = 44,
    };

    public static readonly TableColumn NameEn = Plain("name_en", "Tên số liệu tiếng Anh", "Figure name in English");

    public static readonly TableColumn Kind = new("kind", new("Loại số liệu", "Kind"), new(
        "Số đếm, Số thập phân, Phần trăm, Có/không hoặc Lựa chọn.", "Count, Number, Percent, Yes/no or Choice."))
    {
        Required = true,
    };

    public static readonly TableColumn Unit = Plain("unit", "Đơn vị tính", "Unit");

    public static readonly TableColumn UnitEn = Plain("unit_en", "Đơn vị tính tiếng Anh", "Unit in English");

    public static readonly TableColumn Source = new("source", new("Nguồn số liệu", "Source"), new(
        "Cơ quan kê khai (khi bỏ trống), Hệ thống, Khảo sát hoặc Cơ quan thường trực.",
        "Declared by the agency (where blank), System, Survey or Standing office."))
    {
        Also = ["Nguồn thu thập dữ liệu"],
    };

    public static readonly TableColumn VerifyingUnit = Plain("verifying_unit", "Đơn vị xác minh", "Verifying unit");

    public static readonly TableColumn Least = Plain("least", "Giá trị nhỏ nhất", "Least value");

    public static readonly TableColumn Most = Plain("most", "Giá trị lớn nhất", "Greatest value");

    public static readonly TableColumn Options = new("options", new("Phương án", "Options"), new(
        "Mỗi dòng trong ô là một phương án: “co: Có | Yes”.", "One option to a line of the cell: “yes: Có | Yes”."))
    {
        Width = 36,
    };

    public static readonly TableColumn Guidance = Plain("guidance", "Hướng dẫn nhập", "Guidance");

    public static readonly TableColumn GuidanceEn = Plain("guidance_en", "Hướng dẫn nhập tiếng Anh", "Guidance in English");

    public static IReadOnlyList<TableColumn> All { get; } =
        [Code, Name, Kind, Unit, Source, VerifyingUnit, Least, Most, Options, Guidance, NameEn, UnitEn, GuidanceEn];

    private static TableColumn Plain(string code, string vi, string en) => new(code, new(vi, en), new(vi + ".", en + "."));
}
