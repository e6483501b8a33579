using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>A living token as lists show it.</summary>
public sealed record TokenRow(Guid Id, string Who, string Name, TokenScope Scope, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt)
{
    /// <param name="account">Null for everybody's.</param>
    public static async Task<IReadOnlyList<TokenRow>> ReadAsync(DxIndexDb db, Guid? account, DateTimeOffset now, CancellationToken ct) =>
        [.. (await (
            from token in db.Set<AccessToken>().AsNoTracking()
            join person in db.Set<Account>().AsNoTracking() on token.AccountId equals person.Id
            where token.RevokedAt == null && token.ExpiresAt > now && (account == null || token.AccountId == account)
            orderby token.CreatedAt
            select new TokenRow(
                token.Id, person.FullName, token.Name, token.Scope, token.CreatedAt, token.ExpiresAt, token.LastUsedAt)).ToListAsync(ct))
            .OrderBy(row => row.Who, VietnameseOrder.Names)];
}
