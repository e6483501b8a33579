namespace DaNangDxIndex.Accounts;

/// <summary>What the form of an account holds, as typed; and, not bound to it, what is meant by that.</summary>
public sealed class AccountForm
{
    public string? UserName { get; set; }

    public string? FullName { get; set; }

    public string? Agency { get; set; }

    public List<string> Roles { get; set; } = [];

    public string? Phone { get; set; }

    public string? Mail { get; set; }

    public bool Disabled { get; set; }

    /// <summary>The version of the account that the form was filled in from.</summary>
    public int Version { get; set; }

    internal string Name => UserName?.Trim() ?? "";

    internal string WholeName => FullName?.Trim() ?? "";

    internal IReadOnlyList<Role> Held => [.. Roles.Select(RoleCode.Parse).OfType<Role>()];

    internal string? PhoneOrNone => string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim();

    internal string? MailOrNone => string.IsNullOrWhiteSpace(Mail) ? null : Mail.Trim();

    /// <summary>As it is stored, with the roles that wait for a second administrator.</summary>
    internal static AccountForm Of(Account account, IEnumerable<Role> waiting) => new()
    {
        UserName = account.UserName,
        FullName = account.FullName,
        Agency = account.AgencyCode,
        Roles = [.. account.Roles, .. waiting.Select(role => role.Code())],
        Phone = account.Phone,
        Mail = account.Mail,
        Disabled = account.Disabled,
        Version = account.Version,
    };

    /// <summary>Of the fields that a new account and a changed one share; null where there is none.</summary>
    internal IEnumerable<(string Field, Bilingual? Fault)> Faults() =>
    [
        ("FullName", AccountFields.FullNameFault(WholeName)),
        ("Phone", AccountFields.PhoneFault(PhoneOrNone)),
        ("Mail", AccountFields.MailFault(MailOrNone)),
    ];
}
