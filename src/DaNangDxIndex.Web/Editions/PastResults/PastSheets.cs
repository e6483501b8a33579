using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>The sheets of a file with the results of one earlier year, as they were printed.</summary>
internal static class PastSheets
{
    public static PastSheet Edition { get; } = new(new("Kỳ đánh giá", "Edition"), Needed: true,
    [
        Of("year", "Năm", "Year", "Năm được đánh giá, ví dụ 2023.", "The year that was assessed, for instance 2023.", needed: true),
        Of("series", "Mã bộ chỉ số", "Series",
            "digital-transformation, hoặc mã của bộ chỉ số trước đây; chỉ so sánh các năm cùng bộ chỉ số.",
            "digital-transformation, or the code of an earlier index; only years of one index are compared.", needed: true),
        Of("series_vi", "Tên bộ chỉ số", "Series name in Vietnamese",
            "Chỉ khi bộ chỉ số chưa có trong hệ thống.", "Only where the index is new here.", 40),
        Of("series_en", "Tên bộ chỉ số tiếng Anh", "Series name in English",
            "Chỉ khi bộ chỉ số chưa có trong hệ thống.", "Only where the index is new here.", 40),
        Of("document_vi", "Văn bản công bố", "Document in Vietnamese",
            "Loại, số, ngày, cơ quan ban hành; để trống nếu không biết.", "Kind, number, date, issuer; blank where it is not known.", 50),
        Of("document_en", "Văn bản công bố tiếng Anh", "Document in English", "Như trên, bằng tiếng Anh.", "The same in English.", 50),
    ]);

    public static PastSheet Groups { get; } = new(new("Khối", "Groups"), Needed: true,
    [
        Of("group", "Mã khối", "Group",
            "Ví dụ: departments. Cùng mã giữa các năm thì so sánh được.",
            "For instance departments. Years are compared where the code is the same.", needed: true),
        Of("name_vi", "Tên khối", "Name in Vietnamese", "Tên trên trang công khai.", "The name on public pages.", 40, needed: true),
        Of("name_en", "Tên khối tiếng Anh", "Name in English", "Tên trên trang tiếng Anh.", "The name on English pages.", 40, needed: true),
        Of("population", "Mã đối tượng", "Population",
            "Khác mã khối khi đối tượng đánh giá khác các năm sau; để trống là mã khối.",
            "Another code than the group's where other agencies were assessed; blank means the group's code."),
    ]);

    public static PastSheet Tiers { get; } = new(new("Xếp loại", "Tiers"), Needed: false,
    [
        Of("tier", "Mã xếp loại", "Tier",
            "Ví dụ: excellent. Xếp từ cao xuống thấp.",
            "For instance excellent. From the best down.", needed: true),
        Of("name_vi", "Tên xếp loại", "Name in Vietnamese", "Như đã công bố, ví dụ: Trung bình khá.", "As printed.", 24, needed: true),
        Of("name_en", "Tên xếp loại tiếng Anh", "Name in English",
            "Tên trên trang tiếng Anh.", "The name on English pages.", 24, needed: true),
    ]);

    public static PastSheet Sources { get; } = new(new("Nguồn", "Sources"), Needed: true,
    [
        Of("source", "Mã nguồn", "Source", "Ví dụ: tb-123.", "For instance tb-123.", needed: true),
        Of("name_vi", "Tên nguồn", "Name in Vietnamese",
            "Văn bản, báo, trang thông tin; ngày.", "Document, newspaper, site; date.", 50, needed: true),
        Of("name_en", "Tên nguồn tiếng Anh", "Name in English", "Như trên, bằng tiếng Anh.", "The same in English.", 50, needed: true),
        Of("address", "Địa chỉ", "Address", "https://…; để trống nếu chỉ có bản giấy.", "https://…; blank where there is only paper.", 40),
    ]);

    public static PastSheet Results { get; } = new(new("Kết quả", "Results"), Needed: false,
    [
        Of("group", "Mã khối", "Group", "Có trong trang Khối.", "One of the sheet Groups.", needed: true),
        Of("agency", "Mã cơ quan", "Agency",
            "Có trong danh mục cơ quan, hoạt động ngày 31/12 của năm.",
            "One of the register, in force on 31 December of the year.", needed: true),
        Of("rank", "Thứ hạng", "Rank", "Như đã công bố; để trống nếu không công bố.", "As printed; blank where it was not printed."),
        Of("total", "Tổng điểm", "Total",
            "Như đã công bố, không thêm số lẻ; để trống nếu không công bố.",
            "As printed, without more decimals; blank where it was not printed."),
        Of("tier", "Mã xếp loại", "Tier",
            "Có trong trang Xếp loại; để trống nếu không công bố.",
            "One of the sheet Tiers; blank where it was not printed."),
        Of("source", "Mã nguồn", "Source", "Có trong trang Nguồn.", "One of the sheet Sources.", needed: true),
    ]);

    public static PastSheet Counts { get; } = new(new("Số lượng", "Counts"), Needed: false,
    [
        Of("group", "Mã khối", "Group", "Có trong trang Khối.", "One of the sheet Groups.", needed: true),
        Of("tier", "Mã xếp loại", "Tier", "Có trong trang Xếp loại.", "One of the sheet Tiers.", needed: true),
        Of("agencies", "Số cơ quan", "Agencies",
            "Số cơ quan đạt xếp loại này, như đã công bố.",
            "How many agencies stood in the tier, as printed.", needed: true),
        Of("source", "Mã nguồn", "Source", "Có trong trang Nguồn.", "One of the sheet Sources.", needed: true),
    ]);

    public static IReadOnlyList<PastSheet> All { get; } = [Edition, Groups, Tiers, Sources, Results, Counts];

    /// <summary>A file to fill in.</summary>
    public static byte[] Template(string language)
    {
        var guidance = All.SelectMany(sheet => sheet.Columns.Select(column => new[]
        {
            Cell.Of(sheet.Name.In(language)), Cell.Of(column.Name.In(language)),
            Cell.Of(column.Required ? "x" : null), Cell.Of(column.Hint.In(language)),
        }));
        string[] headings = language == "en"
            ? ["Guidance", "Sheet", "Column", "Required", "What to write"]
            : ["Hướng dẫn", "Trang tính", "Cột", "Bắt buộc", "Nội dung cần ghi"];
        return Workbook.Write(
        [
            .. All.Select(sheet => new Sheet(sheet.Name.In(language), [.. sheet.Columns.Select(ColumnOf)], [])),
            new Sheet(
                headings[0],
                [new(headings[1], 20), new(headings[2], 28), new(headings[3], 12), new(headings[4], 90)],
                [.. guidance]) { Filtered = false },
        ]);

        Column ColumnOf(TableColumn column) => new(column.Name.In(language) + (column.Required ? " *" : ""), column.Width);
    }

    private static TableColumn Of(
        string code, string vi, string en, string hintVi, string hintEn, double width = 18, bool needed = false) =>
        new(code, new(vi, en), new(hintVi, hintEn)) { Width = width, Required = needed };
}

/// <param name="Needed">A file without it is refused.</param>
internal sealed record PastSheet(Bilingual Name, bool Needed, IReadOnlyList<TableColumn> Columns);
