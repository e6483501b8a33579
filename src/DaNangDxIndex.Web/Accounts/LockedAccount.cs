using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>An account that nobody else changes until the act that has begun is over.</summary>
internal static class LockedAccount
{
    /// <returns>Null where there is no such account.</returns>
    public static async Task<Account?> LockAccountAsync(this DxIndexDb db, Guid id, CancellationToken ct) =>
        (await db.Set<Account>().FromSql($"SELECT * FROM account WHERE id = {id} FOR UPDATE").ToListAsync(ct)).SingleOrDefault();

    /// <summary>Of whoever is signed in, so it is there.</summary>
    public static async Task<Account> LockOwnAccountAsync(this DxIndexDb db, CurrentAccount current, CancellationToken ct) =>
        await db.LockAccountAsync(current.Actor.Account, ct) ?? throw new InvalidOperationException("Whoever is signed in has an account.");
}
