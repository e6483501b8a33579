using System.Security.Cryptography;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>Questions on their way through a browser and back: of one tenant, for one purpose, for ten minutes.</summary>
public sealed class PasskeySeal(IDataProtectionProvider protection, CurrentTenant tenant)
{
    public enum Purpose
    {
        Add,
        SignIn,
    }

    public string Seal(Purpose purpose, string state) => For(purpose).Protect(state, PasskeyRules.Underway);

    /// <summary>Null where it is too old, of another tenant, or none of ours.</summary>
    public string? Open(Purpose purpose, string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) ? null : For(purpose).Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(Purpose purpose) => protection
        .CreateProtector(nameof(PasskeySeal), purpose.ToString(), tenant.Required.Id.ToString()).ToTimeLimitedDataProtector();
}
