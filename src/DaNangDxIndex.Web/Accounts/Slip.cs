using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Accounts;

/// <summary>What somebody is handed to sign in for the first time, or again.</summary>
public sealed record Slip(string FullName, string UserName, string? Agency, string Link, string ValidUntil, bool NeedsCode)
{
    /// <summary>Nobody types forty letters from paper; null where the site's own address is not known.</summary>
    public QrCode? Code =>
        Uri.TryCreate(Link, UriKind.Absolute, out var address) && address.Scheme != Uri.UriSchemeFile ? new(address) : null;

    public static Slip Of(Account account, string token, AgencyNames agencies, Addresses addresses) => new(
        account.FullName, account.UserName ?? "", agencies.Of(account.AgencyCode), LinkOf(token, addresses),
        account.Reset.ExpiresAt is { } until ? VietNamTime.HourAndDay(until, Addresses.Language) : "",
        account.Reset.InHalves);

    public static string LinkOf(string token, Addresses addresses) => $"{addresses.Absolute("/accounts/reset")}?token={token}";
}
