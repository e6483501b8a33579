using DaNangDxIndex.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>Who shows a second proof at the sign-in, and what counts as one.</summary>
public static class SecondFactorRules
{
    /// <summary>Of the app's codes, by RFC 6238: six digits, a new one each half minute.</summary>
    public const int Digits = 6;

    /// <summary>Recovery codes of one set.</summary>
    public const int Codes = 10;

    /// <summary>80 bits.</summary>
    public const int CodeLength = 16;

    /// <summary>So long after a sign-in its person counts as present, for what is signed, for roles and tokens.</summary>
    public static readonly TimeSpan Present = TimeSpan.FromMinutes(15);

    /// <summary>So long after the password the code is waited for.</summary>
    public static readonly TimeSpan HalfWay = TimeSpan.FromMinutes(5);

    public static bool IsPresent(DateTimeOffset signedIn, DateTimeOffset now) => now < signedIn + Present;

    /// <param name="asked">The roles for which the tenant asks for it.</param>
    public static bool IsCompulsory(IEnumerable<string> held, IReadOnlyCollection<string> asked) => held.Any(asked.Contains);

    /// <summary>The app's code as it is meant: people type it in groups. Null where it is none.</summary>
    public static string? AppCode(string? typed)
    {
        var bare = Bare(typed);
        return bare.Length == Digits && bare.All(char.IsAsciiDigit) ? bare : null;
    }

    /// <summary>A recovery code as it was given out, however it is typed. Null where it is none.</summary>
    public static string? RecoveryCode(string? typed)
    {
        var read = ShortCode.Read(typed ?? "");
        return read.Length == CodeLength && read.All(ShortCode.Signs.Contains) ? read : null;
    }

    /// <summary>In groups of four, to be read from paper.</summary>
    public static string InGroups(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    /// <param name="left">Apps and passkeys that the person would still have.</param>
    /// <exception cref="RuleViolation"><c>second-factor.compulsory</c></exception>
    public static void RequireOneLeft(bool compulsory, int left)
    {
        if (compulsory && left == 0)
            throw new RuleViolation("second-factor.compulsory", new(
                "Vai trò của bạn bắt buộc xác thực hai bước nên phải còn ít nhất một cách. Thiết lập cách khác (ứng dụng tạo mã trên điện "
                + "thoại khác hoặc khóa truy cập) trước, rồi bỏ cách này.",
                "Your role requires a second step, so one way has to be left. Set up another (an app on another phone, or a passkey) "
                + "first, then remove this one."));
    }

    /// <exception cref="RuleViolation"><c>second-factor.own</c></exception>
    public static void RequireAnother(Actor actor, Guid account)
    {
        if (actor.Account == account)
            throw new RuleViolation("second-factor.own", new(
                "Không tự đặt lại xác thực hai bước của mình; nhờ một quản trị viên khác, hoặc dùng mã khôi phục.",
                "Nobody resets their own second step; ask another administrator, or use a recovery code."));
    }

    private static string Bare(string? typed) =>
        string.Concat((typed ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '.')));
}
