using System.Security.Cryptography;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Gives a version its number and moment, and keeps it in its canonical form, with a code for every scorecard. The caller holds the lock of
/// the edition and saves.
/// </summary>
public sealed class FreezeVersion(DxIndexDb db, CurrentTenant tenant, TimeProvider clock)
{
    /// <param name="At">In UTC, to the second.</param>
    /// <param name="AuditHead">Of the tenant's chain now.</param>
    public sealed record Next(int Number, DateTimeOffset At, string AuditHead, PublishedTenant Tenant);

    public async Task<Next> NextAsync(int year, CancellationToken ct)
    {
        var newest = await db.Set<Publication>().Where(publication => publication.Year == year)
            .MaxAsync(publication => (int?)publication.Number, ct) ?? 0;
        var (now, own) = (clock.GetUtcNow(), tenant.Required);
        return new(
            newest + 1, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), await AuditHeadAsync(ct),
            new(own.Slug, own.Name, own.Letterhead.Authority, own.Letterhead.Place));
    }

    public Publication Keep(PublishedEdition frozen, Actor actor)
    {
        var canonical = PublishedEditionJson.Canonical(frozen);
        var publication = new Publication(
            frozen.Year, frozen.Number, canonical, CanonicalJson.Digest(canonical), frozen.PublishedAt, actor.Account, frozen.AuditHead);
        db.Add(publication);
        foreach (var entrant in frozen.Groups.SelectMany(group => group.Scored))
            AddCode(publication, entrant.Agency);
        return publication;
    }

    private void AddCode(Publication publication, string agency)
    {
        var code = RandomNumberGenerator.GetString(ShortCode.Signs, ShortCode.Length);
        db.Add(new VerificationCode(code, tenant.Required.Id));
        db.Add(new ScorecardCode(code, publication.Year, publication.Number, agency));
    }

    private async Task<string> AuditHeadAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<string>($"""SELECT number || ':' || encode(hash, 'hex') AS "Value" FROM audit_head""")
            .SingleOrDefaultAsync(ct) ?? "0:";
}
