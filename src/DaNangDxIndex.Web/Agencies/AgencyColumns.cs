using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Agencies;

/// <summary>The columns of the office's list of agencies.</summary>
internal static class AgencyColumns
{
    public const string Code = "code";
    public const string NameVi = "name_vi";
    public const string NameEn = "name_en";
    public const string Kind = "kind";
    public const string Group = "group";
    public const string Parent = "parent";
    public const string From = "valid_from";
    public const string Assessed = "assessed";
    public const string GsoCode = "gso_code";
    public const string ContactName = "contact_name";
    public const string ContactPhone = "contact_phone";
    public const string ContactEmail = "contact_email";

    public static Bilingual Sheet { get; } = new("Cơ quan, đơn vị", "Agencies");

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new(Code, new("Mã", "Code"), new(
            "Chữ thường không dấu, chữ số, dấu gạch nối; mỗi cơ quan một mã, không đổi. Ví dụ: so-khcn.",
            "Lower-case letters, digits, hyphens; one for each agency, never changed: so-khcn."))
        {
            Required = true, Also = ["Mã cơ quan", "Mã đơn vị"],
        },
        new(NameVi, new("Tên tiếng Việt", "Vietnamese name"), new(
            "Tên đầy đủ theo quyết định.",
            "The full name by the decision.")) { Required = true, Also = ["Tên", "Tên cơ quan", "Tên cơ quan, đơn vị"], Width = 50 },
        new(NameEn, new("Tên tiếng Anh", "English name"), new(
            "Tên trên trang tiếng Anh.",
            "The name on English pages.")) { Required = true, Width = 50 },
        new(Kind, new("Loại", "Kind"), new(
            $"Một trong: {KindNames("vi")}.",
            $"One of: {KindNames("en")}.")) { Required = true, Also = ["Loại cơ quan"], Width = 28 },
        new(Group, new("Khối", "Group"), new(
            "Mã hoặc tên khối xếp hạng, ví dụ: departments.",
            "Code or name of the group it is ranked in: departments.")) { Required = true, Also = ["Khối xếp hạng", "Mã khối"] },
        new(Parent, new("Mã cơ quan chủ quản", "Parent's code"), new(
            "Mã của cơ quan cấp trên trực tiếp; để trống nếu không có.",
            "Code of the agency it stands under; blank where there is none.")) { Also = ["Trực thuộc", "Cơ quan chủ quản"] },
        new(From, new("Hoạt động từ ngày", "In force from"), new(
            "Ngày/tháng/năm; để trống nếu có từ trước.",
            "Day/month/year; blank where it has long existed.")) { Also = ["Từ ngày"] },
        new(Assessed, new("Được đánh giá", "Assessed"), new("Có hoặc không; để trống là có.", "Yes or no; blank means yes.")),
        new(GsoCode, new("Mã thống kê", "Statistical code"), new(
            "Mã đơn vị hành chính của cơ quan thống kê, nếu có.",
            "Code of the statistics office, where there is one.")),
        new(ContactName, new("Người liên hệ", "Contact"), new("Họ và tên.", "Full name.")) { Width = 28 },
        new(ContactPhone, new("Điện thoại", "Telephone"), new("Ví dụ: 0236 3822 131.", "For instance: 0236 3822 131.")),
        new(ContactEmail, new("Thư điện tử", "E-mail"), new(
            "Ví dụ: vanthu@danang.gov.vn.",
            "For instance: vanthu@danang.gov.vn.")) { Also = ["Email"], Width = 28 },
    ];

    /// <summary>A list to fill in, with what is there already.</summary>
    public static IReadOnlyList<Sheet> Template(IEnumerable<Agency> agencies, string language) => Spreadsheets.Template.Of(
        Sheet.In(language),
        All,
        [.. agencies.Select(agency => new[]
        {
            Cell.Of(agency.Code), Cell.Of(agency.Name.Vi), Cell.Of(agency.Name.En),
            Cell.Of(agency.Kind.InWords().In(language)), Cell.Of(agency.Group),
            Cell.Of(agency.Parent), Cell.Of(agency.ValidFrom is { } from ? Text.VietNamTime.Day(from, "vi") : null),
            Cell.Of((agency.Assessed ? Yes : No).In(language)),
            Cell.Of(agency.GsoCode), Cell.Of(agency.ContactName), Cell.Of(agency.ContactPhone), Cell.Of(agency.ContactEmail),
        })],
        language);

    private static Bilingual Yes => new("Có", "Yes");

    private static Bilingual No => new("Không", "No");

    internal static string KindNames(string language) =>
        string.Join("; ", Enum.GetValues<AgencyKind>().Select(kind => kind.InWords().In(language)));
}
