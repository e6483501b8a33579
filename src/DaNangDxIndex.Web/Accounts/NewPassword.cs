using System.Globalization;
using System.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What a password must be: 12 to 256 characters of any kind, and not one of those that are tried first. No rules of
/// composition; they make passwords that are hard to remember and easy to guess.
/// </summary>
public static class NewPassword
{
    public const int Shortest = 12;
    public const int Longest = 256;

    // What is left of the commonly tried once figures and signs around it are taken away.
    private static readonly string[] TriedFirst =
    [
        "", "password", "passw0rd", "passwordpassword", "matkhau", "matkhaumatkhau", "admin", "administrator", "quantri", "quantrivien",
        "qwerty", "qwertyuiop", "qwertyuiopasdfghjkl", "asdfghjkl", "zxcvbnm", "iloveyou", "welcome", "letmein", "monkey", "dragon", "abc",
            "abcd", "abcdef",
        "danang", "thanhphodanang", "danangcity", "khanhhoa", "tinhkhanhhoa", "nhatrang", "vietnam", "chuyendoiso", "chuyendoisodanang",
        "danangdxindex", "dxindex", "bochiso", "sothongtinvatruyenthong", "uybannhandan", "changeme", "secret", "test", "demo", "user",
    ];

    /// <summary>The key of the sentence that says what is wrong, or null.</summary>
    /// <param name="names">Of the person: user name, full name. With something around it a name is still no password.</param>
    public static string? Fault(string? password, params IEnumerable<string?> names)
    {
        if (string.IsNullOrEmpty(password) || password.Length < Shortest)
            return "PasswordTooShort";
        if (password.Length > Longest)
            return "PasswordTooLong";
        var bare = Bare(password);
        var tooFewDifferent = password.ToUpperInvariant().Distinct().Count() < 5;
        return tooFewDifferent || names.Any(name => IsName(bare, Bare(name ?? "")))
            || TriedFirst.Contains(bare, StringComparer.Ordinal) ? "PasswordTooCommon" : null;
    }

    private static bool IsName(string bare, string name) =>
        name.Length > 3 && bare.Contains(name, StringComparison.Ordinal) && bare.Length - name.Length < Shortest / 2;

    private static string Bare(string text) => new(
    [
        .. text.ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.LowercaseLetter),
    ]);
}
