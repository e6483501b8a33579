namespace DaNangDxIndex.Accounts;

/// <summary>
/// A provider of sign-ins (OpenID Connect) says who somebody is; what that person may do here stays ours. Its word is bounded by these
/// rules.
/// </summary>
public static class ProviderRules
{
    public const int LongestIssuer = 300;

    public const int LongestClientId = 200;

    public const int LongestSecret = 500;

    public const int LongestName = 80;

    public const int LastPlace = 99;

    /// <summary>By OpenID Connect Core 1.0, section 2.</summary>
    public const int LongestSubject = 255;

    /// <summary>From leaving for the provider until coming back.</summary>
    public static readonly TimeSpan Underway = TimeSpan.FromMinutes(10);

    /// <summary>Clocks differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <param name="overHttp">Also plain http: for trying out on one machine, never in service.</param>
    public static Bilingual? IssuerFault(string? issuer, bool overHttp) => IsAddress(issuer, overHttp) ? null : new(
        "Địa chỉ đơn vị cấp (issuer) là một địa chỉ https, không có dấu ? và #, chép đúng từng ký tự từ tài liệu của hệ thống đăng nhập, "
            + "ví dụ https://sso.danang.gov.vn/realms/tp",
        "The issuer is an https address without ? and #, copied letter by letter from the documents of the sign-in system, for instance "
            + "https://sso.danang.gov.vn/realms/city");

    public static Bilingual? ClientIdFault(string? text) => text?.Length is > 0 and <= LongestClientId && text.All(IsPlain) ? null : new(
        $"Nhập mã ứng dụng (client id) do hệ thống đăng nhập cấp, nhiều nhất {LongestClientId} ký tự, không có dấu cách",
        $"Enter the client id that the sign-in system gave, at most {LongestClientId} characters without blanks");

    public static Bilingual? SecretFault(string? text) => text is null || (text.Length <= LongestSecret && text.All(IsPlain)) ? null : new(
        $"Khóa bí mật (client secret) có nhiều nhất {LongestSecret} ký tự, không có dấu cách",
        $"A client secret has at most {LongestSecret} characters without blanks");

    /// <param name="language">In which the button says it.</param>
    public static Bilingual? NameFault(string? name, Bilingual language) => name?.Trim().Length is > 0 and <= LongestName ? null : new(
        $"Nhập tên {language.Vi} hiện trên nút đăng nhập, nhiều nhất {LongestName} ký tự",
        $"Enter the {language.En} name for the sign-in button, at most {LongestName} characters");

    public static Bilingual? PlaceFault(int? place) => place is >= 1 and <= LastPlace ? null : new(
        $"Thứ tự là số từ 1 đến {LastPlace}", $"The order is a number from 1 to {LastPlace}");

    /// <param name="values">Of <c>amr</c> and <c>acr</c>.</param>
    public static Bilingual? SecondFactorFault(IReadOnlyCollection<string> values) =>
        values.Count <= 10 && values.All(value => value.Length <= 100 && value.All(IsPlain)) ? null : new(
            "Nhiều nhất 10 giá trị, mỗi giá trị nhiều nhất 100 ký tự, cách nhau bằng dấu cách",
            "At most 10 values of at most 100 characters each, with blanks between");

    /// <summary>An address that the program may be sent to: whole, https, nothing hidden in it.</summary>
    public static bool IsAddress(string? text, bool overHttp, bool withQuery = false) =>
        text is { Length: <= LongestIssuer } && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == "https" || (overHttp && address.Scheme == "http"))
        && address is { UserInfo.Length: 0, Host.Length: > 0, Fragment.Length: 0 } && (withQuery || !text.Contains('?'))
        && text.All(IsPlain);

    /// <summary>The provider says that a second factor was shown, in words that the tenant takes from it.</summary>
    /// <param name="said">What stood in <c>amr</c> and <c>acr</c>.</param>
    public static bool IsSecondFactor(IEnumerable<string> said, IReadOnlyCollection<string> trusted) => said.Any(trusted.Contains);

    /// <summary>Since when a person counts as present: what the provider said, never later than now; unknown is long ago.</summary>
    public static DateTimeOffset PresentSince(DateTimeOffset? authenticated, DateTimeOffset began) =>
        authenticated is { } at ? (at < began ? at : began) : DateTimeOffset.UnixEpoch;

    /// <summary>Asked for again, the person has shown there anew who they are: after leaving from here.</summary>
    public static bool IsAnew(DateTimeOffset? authenticated, DateTimeOffset left) => authenticated is { } at && at >= left - Skew;

    private static bool IsPlain(char sign) => sign is > ' ' and < '\u007f';
}
