using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>What somebody is handed to sign in for the first time, or again.</summary>
public sealed record Slip(string FullName, string UserName, string? Agency, string Link, string ValidUntil)
{
    public static Slip Of(Account account, string token, AgencyNames agencies, Addresses addresses) => new(
        account.FullName, account.UserName ?? "", agencies.Of(account.AgencyCode), LinkOf(token, addresses),
        account.ResetExpiresAt is { } until ? VietNamTime.HourAndDay(until, Addresses.Language) : "");

    public static string LinkOf(string token, Addresses addresses) => $"{addresses.Absolute("/accounts/reset")}?token={token}";
}
