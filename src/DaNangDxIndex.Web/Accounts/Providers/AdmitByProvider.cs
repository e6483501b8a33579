using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>
/// Whoever a provider names is admitted where an account is linked with this issuer and subject. Nothing else that it says is looked at: no
/// name, no mail, no role.
/// </summary>
public sealed class AdmitByProvider(DxIndexDb db, AuditTrail trail, Acts acts)
{
    /// <summary>The second step of our own is still to be shown.</summary>
    public static bool IsHalf(Account account, ProviderProof proof) => account.TwoFactorEnabled && !proof.Second;

    /// <exception cref="ProviderRefused"/>
    public async Task<Account> HandleAsync(Provider provider, string subject, ProviderProof proof, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var account = (await db.Set<Account>().FromSql($"""
            SELECT * FROM account WHERE id = (SELECT account_id FROM account_login
                WHERE login_provider = {provider.Issuer} AND provider_key = {subject}) FOR UPDATE
            """).ToListAsync(ct)).SingleOrDefault();
        if (account is null or { MayComeIn: false })
            throw new ProviderRefused(ProviderFault.NotLinked, "no account");
        trail.Add(IsHalf(account, proof) ? "account.sign-in-half" : "account.sign-in", $"accounts/{account.Id}", null,
            new { provider = provider.Name.Vi, secondByProvider = proof.Second }, account.Id, account.FullName);
        await act.KeepAsync(ct);
        return account;
    }
}
