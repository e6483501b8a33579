using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Audit;

/// <summary>
/// Verifies the current tenant's trail: entry by entry, against its head, and against the head that each publication froze.
/// </summary>
public sealed class VerifyTrail(DxIndexDb db, CurrentTenant tenant)
{
    /// <param name="Anchors">How many heads of publications were compared.</param>
    public sealed record Outcome(AuditFault? Fault, long Entries, int Anchors);

    public async Task<Outcome> HandleAsync(CancellationToken ct)
    {
        // A long trail takes longer than any page may.
        await using var reading = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SET LOCAL statement_timeout = 0", ct);
        db.Database.SetCommandTimeout(0);
        var heads = await HeadsAsync(ct);
        var chain = new AuditChain(tenant.Required.Id);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(
            ct))
        {
            if (chain.Follow(entry) is { } fault)
                return new(fault, chain.Count, 0);
        }
        return new(heads.Select(chain.CompareWith).FirstOrDefault(fault => fault is not null), chain.Count, heads.Count - 1);
    }

    /// <summary>Read before the entries: what is added meanwhile is then only more than the head says.</summary>
    private async Task<List<AuditChain.Head>> HeadsAsync(CancellationToken ct)
    {
        var head = await HeadAsync(ct);
        var published = await db.Set<Publication>().Select(publication => publication.AuditHead).ToListAsync(ct);
        return [head, .. published.Select(AuditChain.Head.Parse).OfType<AuditChain.Head>()];
    }

    /// <summary>The last entry's number and hash; number 0 where there is none.</summary>
    public async Task<AuditChain.Head> HeadAsync(CancellationToken ct)
    {
        var found = await db.Database.SqlQuery<string>($"""SELECT number || ':' || encode(hash, 'hex') AS "Value" FROM audit_head""")
            .ToListAsync(ct);
        return found.Select(AuditChain.Head.Parse).FirstOrDefault() ?? new(0, []);
    }
}
