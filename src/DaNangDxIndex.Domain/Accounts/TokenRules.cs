namespace DaNangDxIndex.Accounts;

/// <summary>
/// Personal access tokens never do more than their person. Nobody signs results, gives roles or keeps accounts by a token, whatever
/// roles they hold: those acts want somebody present.
/// </summary>
public static class TokenRules
{
    public const int LongestName = 60;

    public const int MostDays = 365;

    /// <summary>Living tokens of one person.</summary>
    public const int Most = 20;

    /// <summary>The roles that a token of this scope carries when it changes something, where its person holds them.</summary>
    public static IReadOnlyList<Role> Roles(TokenScope scope) => scope switch
    {
        TokenScope.Read => [],
        TokenScope.Enter => [Role.Assessor, Role.Approver],
        TokenScope.Appraise => [Role.Appraiser, Role.LeadAppraiser],
        TokenScope.Office => [Role.Office],
    };

    /// <summary>What somebody with these roles may have.</summary>
    public static IReadOnlyList<TokenScope> Offered(IEnumerable<Role> held)
    {
        var roles = held.ToHashSet();
        return [.. Enum.GetValues<TokenScope>().Where(scope => scope == TokenScope.Read || Roles(scope).Any(roles.Contains))];
    }

    public static Bilingual? NameFault(string? name) => name?.Trim() is not { Length: > 0 and <= LongestName }
        ? new(
            $"Đặt tên cho mã truy cập, nhiều nhất {LongestName} ký tự, ví dụ “Phần mềm một cửa”.",
            $"Name the token, in at most {LongestName} characters, for instance “Case system”.")
        : null;

    /// <param name="days">How long it lives.</param>
    public static Bilingual? DaysFault(int? days) => days is not (>= 1 and <= MostDays)
        ? new($"Nhập số ngày hiệu lực từ 1 đến {MostDays}.", $"Enter a number of days from 1 to {MostDays}.")
        : null;

    /// <exception cref="RuleViolation"><c>token.scope</c>, <c>token.too-many</c></exception>
    public static void Require(TokenScope scope, IEnumerable<Role> held, int living)
    {
        if (!Offered(held).Contains(scope))
            throw new RuleViolation("token.scope", new(
                "Vai trò của bạn không có quyền này. Chọn quyền khác.", "Your roles do not give this right. Choose another."));
        if (living >= Most)
            throw new RuleViolation("token.too-many", new(
                $"Đã có {Most} mã truy cập còn hiệu lực. Thu hồi mã không dùng trước.",
                $"There are {Most} living tokens. Revoke those that are not used first."));
    }
}
