namespace DaNangDxIndex.Agencies;

/// <summary>What may stand in the fields that describe an agency; all may be left blank.</summary>
public static class AgencyDescriptionRules
{
    private const string BetweenDigits = " .+-()/;,";

    /// <summary>Fields are called "GsoCode", "ContactName", "ContactPhone" and "ContactEmail".</summary>
    public static IEnumerable<LineageFault> FaultsOf(string? gsoCode, AgencyContact contact)
    {
        if (gsoCode is not null && (gsoCode.Length > 20 || !gsoCode.All(char.IsAsciiLetterOrDigit)))
            yield return new("GsoCode",
                "Mã của cơ quan thống kê gồm chữ và số, tối đa 20 ký tự.",
                "A statistical code has letters and digits, at most 20.");
        if (contact.Name?.Length > 200)
            yield return new("ContactName", "Tên người liên hệ tối đa 200 ký tự.", "The name of the contact has at most 200 characters.");
        if (contact.Phone is { } phone && !IsPhone(phone))
            yield return new("ContactPhone",
                "Số điện thoại gồm chữ số và dấu cách, tối đa 50 ký tự, ví dụ 0236 3822 131.",
                "A telephone number has digits and spaces, at most 50 characters, for instance 0236 3822 131.");
        if (contact.Email is { } address && !IsEmail(address))
            yield return new("ContactEmail",
                "Thư điện tử chưa đúng dạng, ví dụ vanthu@danang.gov.vn.", "This is no e-mail address; an example: vanthu@danang.gov.vn.");
    }

    private static bool IsPhone(string phone) =>
        phone.Length <= 50 && phone.Count(char.IsAsciiDigit) >= 3
        && phone.All(sign => char.IsAsciiDigit(sign) || BetweenDigits.Contains(sign, StringComparison.Ordinal));

    private static bool IsEmail(string address) =>
        address.Length <= 200 && address.Split('@') is [{ Length: > 0 }, var host] && !address.Any(char.IsWhiteSpace)
        && host.Split('.') is { Length: > 1 } parts && parts.All(part => part.Length > 0);
}
