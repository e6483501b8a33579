using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Accounts;

/// <summary>The file of accounts, one row a person: what its columns are called and what they want.</summary>
internal static class AccountColumns
{
    public const string UserName = "user_name";
    public const string FullName = "full_name";
    public const string Roles = "roles";
    public const string Agency = "agency";
    public const string Phone = "phone";
    public const string Mail = "mail";

    /// <summary>On its tab.</summary>
    public static Bilingual Tab { get; } = new("Tài khoản", "Accounts");

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new(UserName, new("Tên đăng nhập", "User name"), new(
            "Từ 3 đến 100 ký tự: chữ cái không dấu, chữ số hoặc - . _ @ +. Mỗi người một tên, không trùng tên đã có.",
            "3 to 100 characters: letters without accents, figures or - . _ @ +. One for each person, not taken yet."))
        {
            Required = true, Width = 28,
        },
        new(FullName, new("Họ và tên", "Full name"), new(
            "Không quá 200 ký tự.",
            "At most 200 characters.")) { Required = true, Width = 28 },
        new(Roles, new("Vai trò", "Roles"), new(
            $"Một hoặc nhiều vai trò, cách nhau bằng dấu chấm phẩy: {Names("vi")}.",
            $"One or more, between semicolons: {Names("en")}.")) { Required = true, Also = ["Role"], Width = 36 },
        new(Agency, new("Cơ quan", "Agency"), new(
            "Mã hoặc tên đầy đủ của cơ quan, như trong danh mục cơ quan. "
            + "Bắt buộc với cán bộ nhập số liệu, lãnh đạo duyệt và quản trị tài khoản của cơ quan.",
            "Code or full name of the agency as in the list of agencies. Needed for assessors, approvers and the agency's administrators."))
        {
            Also = ["Mã cơ quan", "Agency code", "Đơn vị"], Width = 40,
        },
        new(Phone, new("Điện thoại", "Telephone"), new(
            "Để cơ quan thường trực liên hệ.",
            "For the standing office to call.")) { Also = ["Số điện thoại", "Phone"], Width = 18 },
        new(Mail, new("Thư điện tử", "E-mail"), new(
            "Dạng ten@coquan.gov.vn.",
            "Such as name@agency.gov.vn.")) { Also = ["Email"], Width = 28 },
    ];

    private static string Names(string language) => string.Join("; ", Enum.GetValues<Role>().Select(role => role.InWords().In(language)));
}
