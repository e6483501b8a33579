using System.Text.RegularExpressions;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What a field of an account may be, the same by form and by file; each answer is null or the sentence that says what to write.
/// </summary>
internal static partial class AccountFields
{
    public static Bilingual? UserNameFault(string text) => UserNameForm.IsMatch(text) ? null : new(
        "Tên đăng nhập phải có từ 3 đến 100 ký tự: chữ cái không dấu, chữ số hoặc - . _ @ +",
        "A user name has 3 to 100 characters: letters without accents, figures or - . _ @ +");

    public static Bilingual? FullNameFault(string text) => text.Trim().Length switch
    {
        0 => new("Nhập họ và tên", "Enter the full name"),
        > Account.LongestFullName => new(
            $"Họ và tên không được quá {Account.LongestFullName} ký tự", $"A full name has at most {Account.LongestFullName} characters"),
        _ => null,
    };

    public static Bilingual? PhoneFault(string? text) => text is null || PhoneForm.IsMatch(text) ? null : new(
        "Số điện thoại gồm 6 đến 40 chữ số, dấu cách và các ký tự + ( ) . -",
        "A telephone number has 6 to 40 figures, spaces and + ( ) . -");

    public static Bilingual? MailFault(string? text) => text is null || (text.Length <= 200 && MailForm.IsMatch(text)) ? null : new(
        "Thư điện tử phải có dạng ten@coquan.gov.vn", "An e-mail address looks like name@agency.gov.vn");

    [GeneratedRegex("^[A-Za-z0-9._@+-]{3,100}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserNameForm { get; }

    [GeneratedRegex("^[0-9 +().-]{6,40}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneForm { get; }

    [GeneratedRegex("^[^@\\s]+@[^@\\s]+[.][^@\\s]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailForm { get; }
}
