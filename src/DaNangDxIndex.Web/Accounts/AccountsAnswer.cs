namespace DaNangDxIndex.Accounts;

/// <summary>Accounts as a signed-in client reads and writes them.</summary>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record AccountsAnswer(IReadOnlyList<AccountsAnswer.Item> Items, string? Next)
{
    /// <param name="State">invited, active, or closed.</param>
    /// <param name="Version">To be sent as If-Match with a change.</param>
    public sealed record Item(
        Guid Id, string UserName, string FullName, string? Agency, IReadOnlyList<string> Roles, string? Phone, string? Mail,
        AccountState State, int Version);

    /// <param name="Roles">assessor, approver, office and so on; those that want a second administrator wait for one.</param>
    public sealed record New(
        string? UserName, string? FullName, string? Agency, IReadOnlyList<string>? Roles, string? Phone, string? Mail)
    {
        internal AccountForm Form() => new()
        {
            UserName = UserName, FullName = FullName, Agency = AgencyOf(Agency), Roles = [.. Roles ?? []], Phone = Phone, Mail = Mail,
        };
    }

    /// <param name="Disabled">Nobody signs in with it any more.</param>
    public sealed record Changed(
        string? FullName, string? Agency, IReadOnlyList<string>? Roles, string? Phone, string? Mail, bool Disabled)
    {
        internal AccountForm Form() => new()
        {
            FullName = FullName, Agency = AgencyOf(Agency), Roles = [.. Roles ?? []], Phone = Phone, Mail = Mail, Disabled = Disabled,
        };
    }

    /// <param name="Link">To choose a password with, once; it is not kept.</param>
    /// <param name="NeedsCode">A second administrator hands over a code, without which the link opens nothing.</param>
    public sealed record Made(Item Account, string Link, bool NeedsCode);

    internal static Item Of(Account account) => new(
        account.Id, account.UserName ?? "", account.FullName, account.AgencyCode, account.Roles, account.Phone, account.Mail,
        account.State, account.Version);

    private static string? AgencyOf(string? code) => string.IsNullOrWhiteSpace(code) ? null : code.Trim();
}
