using System.Net;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Passkeys (WebAuthn): a key that never leaves its person's device and is used only after that person's finger, face or PIN. So one
/// passkey shows what password and second step show together.
/// </summary>
public static class PasskeyRules
{
    public const int LongestName = 60;

    /// <summary>Passkeys of one person.</summary>
    public const int Most = 10;

    /// <summary>What a browser sends back, in characters: ten times more than a passkey needs.</summary>
    public const int LongestAnswer = 16 * 1024;

    /// <summary>From the question to the answer; a question is answered once.</summary>
    public static readonly TimeSpan Underway = TimeSpan.FromMinutes(10);

    /// <summary>Browsers give passkeys to sites that have a name: over https, or to their own machine as "localhost".</summary>
    /// <param name="origin">"https://dx.danang.gov.vn"; null where the site does not know its own address.</param>
    public static bool IsSite(string? origin) => Uri.TryCreate(origin, UriKind.Absolute, out var site)
        && !IPAddress.TryParse(site.Host.Trim('[', ']'), out _)
        && (site.Scheme == "https" || (site.Scheme == "http" && site.Host == "localhost"));

    public static Bilingual? NameFault(string? name) => name?.Trim().Length is > 0 and <= LongestName ? null : new(
        $"Đặt tên để nhận ra khóa này, nhiều nhất {LongestName} ký tự, ví dụ “Máy tính ở cơ quan”",
        $"Name this passkey so that you know it again, in at most {LongestName} characters, for instance “Computer at work”");

    /// <exception cref="RuleViolation"><c>passkey.too-many</c></exception>
    public static void RequireRoom(int held)
    {
        if (held >= Most)
            throw new RuleViolation("passkey.too-many", new(
                $"Đã có {Most} khóa truy cập. Xóa khóa không dùng nữa trước.",
                $"There are {Most} passkeys. Remove those that you no longer use first."));
    }
}
