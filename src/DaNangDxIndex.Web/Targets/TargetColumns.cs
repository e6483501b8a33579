using System.Globalization;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Targets;

/// <summary>The columns of the office's file of targets and of the values that they are held against.</summary>
internal static class TargetColumns
{
    public const string Kind = "kind";
    public const string Indicator = "indicator";
    public const string Group = "group";
    public const string Subject = "subject";
    public const string Bound = "bound";
    public const string Value = "value";
    public const string Of = "of";
    public const string Unit = "unit";
    public const string Said = "said";
    public const string Period = "period";
    public const string Figure = "figure";
    public const string Over = "over";
    public const string Note = "remark";
    public const string Source = "source";
    public const string SourceNumber = "source_number";
    public const string SourceDate = "source_date";
    public const string SourceAddress = "source_address";
    public const string Percent = "%";

    public static Bilingual Sheet { get; } = new("Chỉ tiêu", "Targets");

    public static Bilingual Target { get; } = new("Chỉ tiêu", "Target");

    public static Bilingual Actual { get; } = new("Thực hiện", "Actual");

    public static Bilingual Least { get; } = new("Ít nhất", "At least");

    public static Bilingual Most { get; } = new("Tối đa", "At most");

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        One(Kind, "Loại dòng", "Row", "Chỉ tiêu, hoặc Thực hiện (giá trị đã đăng).", "Target, or Actual (a value that was printed).", true),
        One(Indicator, "Mã chỉ tiêu", "Indicator",
            "Chữ thường không dấu, chữ số, dấu gạch nối; giá trị thực hiện cùng mã với chỉ tiêu. Ví dụ: files-online.",
            "Lower-case letters, digits, hyphens; an actual value bears its target's code: files-online.", true),
        One(Group, "Mã khối", "Group", "Để trống nếu đặt cho toàn địa phương.", "Blank where it is set for all."),
        .. Both(Subject, "Nội dung", "Subject", "Được đo là gì; với dòng thực hiện, để trống là như chỉ tiêu.",
            "What is measured; of an actual value, blank means as its target.", 40),
        One(Bound, "Mức", "Bound", "Ít nhất hoặc Tối đa; để trống là ít nhất. Chỉ ghi ở dòng chỉ tiêu.",
            "At least or At most; blank means at least. Of a target only."),
        One(Value, "Giá trị", "Value", "Phần trăm (95 hoặc 20,7) hoặc số đếm (40888, không có dấu phân cách).",
            "A percentage (95 or 20.7) or a count (40888, without separators)."),
        One(Of, "Trên tổng số", "Out of", "Khi nguồn nêu tử số và mẫu số: mẫu số. Chỉ ghi ở dòng thực hiện.",
            "Where the source gives numerator and denominator: the denominator. Of an actual value only."),
        .. Both(Unit, "Đơn vị tính", "Unit", "% hoặc tên đơn vị, ví dụ: thủ tục.", "% or what is counted, for instance: procedures.", 18),
        .. Both(Said, "Nguyên văn", "In words", "Khi nguồn chỉ nêu bằng lời, ví dụ: gần 100%.",
            "Where the source has words, for instance: nearly 100%.", 24),
        One(Period, "Thời điểm", "Period", "Chỉ tiêu: đến hết; thực hiện: đo lúc nào. Ghi 2025 hoặc 8/2024.",
            "Of a target: by when; of an actual value: when. Write 2025 or 2024-08.", true),
        One(Figure, "Mã số liệu", "Figure",
            "Số liệu trong bộ chỉ số, nếu cơ quan kê khai: tử số của tỷ lệ (đi cùng cột sau), hoặc số được đếm.",
            "Figure of the criteria, where agencies enter it: the numerator (with the next column), or what is counted."),
        One(Over, "Trên số liệu", "Over figure", "Mẫu số trong bộ chỉ số; để trống nếu chỉ tiêu là số đếm.",
            "Denominator in the criteria; blank where the target is a count."),
        .. Both(Note, "Lưu ý", "Remark", "Điều người đọc cần biết.", "What a reader must know.", 30),
        One(Source, "Mã nguồn", "Source", "Ví dụ: tb-123.", "For instance tb-123.", true),
        .. Both(Source, "Tên nguồn", "Source name", "Văn bản, báo, trang thông tin; chỉ cần khi nguồn mới.",
            "Document, newspaper, site; where the source is new only.", 36),
        One(SourceNumber, "Số văn bản", "Document number", "Ví dụ: 123/TB-UBND.", "For instance 123/TB-UBND."),
        One(SourceDate, "Ngày văn bản", "Document date", "Ngày/tháng/năm ký hoặc đăng.", "Day/month/year it was signed or printed."),
        One(SourceAddress, "Địa chỉ nguồn", "Source address", "https://…; để trống nếu chỉ có bản giấy.",
            "https://…; blank where there is only paper.", width: 36),
    ];

    /// <summary>A file to fill in, with what is there already.</summary>
    public static byte[] Template(IEnumerable<PrintedAbout> there, string language) => Workbook.Write(Spreadsheets.Template.Of(
        Sheet.In(language), All, [.. there.Select(printed => RowOf(printed.Figure, printed.Source, language))], language));

    private static Cell[] RowOf(PrintedFigure figure, Source source, string language)
    {
        var target = figure.Kind == PrintedKind.Target;
        var isCount = figure is { Percent: null, Numerator: not null, Denominator: null };
        var unit = figure.Value is null || (figure.Percent ?? figure.Numerator) is null ? null
            : isCount ? figure.Unit : new(Percent, Percent);
        return
        [
            Cell.Of((target ? Target : Actual).In(language)), Cell.Of(figure.Indicator), Cell.Of(figure.Group),
            Cell.Of(figure.Subject.Vi), Cell.Of(figure.Subject.En),
            Cell.Of(target ? (figure.Bound == TargetBound.Least ? Least : Most).In(language) : null),
            Cell.OfInvariant((figure.Denominator is null ? figure.Percent : null)?.ToString(CultureInfo.InvariantCulture)
                ?? figure.Numerator?.ToString(CultureInfo.InvariantCulture)),
            Cell.Of(figure.Denominator), Cell.Of(unit?.Vi), Cell.Of(unit?.En), Cell.Of(figure.Said?.Vi), Cell.Of(figure.Said?.En),
            Cell.Of($"{figure.Measured}"), Cell.Of(figure.Figure), Cell.Of(figure.Over),
            Cell.Of(figure.Note?.Vi), Cell.Of(figure.Note?.En), Cell.Of(source.Code), Cell.Of(source.Name.Vi), Cell.Of(source.Name.En),
            Cell.Of(source.DocumentNumber), Cell.Of(source.Dated is { } day ? Text.VietNamTime.Day(day, "vi") : null),
            Cell.Of(source.Address),
        ];
    }

    private static TableColumn One(
        string code, string vi, string en, string hintVi, string hintEn, bool needed = false, double width = 16) =>
        new(code, new(vi, en), new(hintVi, hintEn)) { Required = needed, Width = width };

    private static TableColumn[] Both(string code, string vi, string en, string hintVi, string hintEn, double width) =>
    [
        One(code + "_vi", vi, en + " in Vietnamese", hintVi, hintEn, width: width),
        One(code + "_en", vi + " tiếng Anh", en + " in English", "Như cột trước, bằng tiếng Anh.", "The same in English.", width: width),
    ];
}
