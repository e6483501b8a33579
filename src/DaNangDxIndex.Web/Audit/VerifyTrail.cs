using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Audit;

/// <summary>
/// Verifies the current tenant's trail: entry by entry, against its head, against the head that each publication froze, and against those
/// that somebody kept on paper, which nobody can change in the database.
/// </summary>
public sealed class VerifyTrail(DxIndexDb db, CurrentTenant tenant)
{
    /// <param name="Anchors">How many heads of publications were compared.</param>
    public sealed record Outcome(AuditFault? Fault, long Entries, int Anchors);

    /// <param name="printed">Heads from paper.</param>
    /// <param name="ct"></param>
    public async Task<Outcome> HandleAsync(IReadOnlyCollection<AuditChain.Head> printed, CancellationToken ct)
    {
        // A long trail takes longer than any page may, and a busy machine may leave the database waiting for the next question.
        await using var reading = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0", ct);
        db.Database.SetCommandTimeout(0);
        var heads = await HeadsAsync(ct);
        var chain = new AuditChain(tenant.Required.Id);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(
            ct))
        {
            if (chain.Follow(entry) is { } fault)
                return new(fault, chain.Count, 0);
        }
        var differs = heads.Concat(printed).Select(chain.CompareWith).FirstOrDefault(fault => fault is not null);
        return new(differs, chain.Count, heads.Count - 1);
    }

    /// <summary>Read before the entries: what is added meanwhile is then only more than the head says.</summary>
    private async Task<List<AuditChain.Head>> HeadsAsync(CancellationToken ct)
    {
        var head = await HeadAsync(ct);
        // From the text whose digest stands on paper: a column beside it is changed too easily. The first such member is the publication's
        // own, since a quotation mark inside a text is escaped.
        var published = await db.Database.SqlQuery<string>(
            $"""SELECT substring(canonical FROM '"auditHead":"([0-9]+:[0-9a-f]*)"') AS "Value" FROM publication""").ToListAsync(ct);
        return [head, .. published.Select(head => AuditChain.Head.Parse(head ?? "")).OfType<AuditChain.Head>()];
    }

    /// <summary>The last entry's number and hash; number 0 where there is none.</summary>
    public async Task<AuditChain.Head> HeadAsync(CancellationToken ct)
    {
        var found = await db.Database.SqlQuery<string>($"""SELECT number || ':' || encode(hash, 'hex') AS "Value" FROM audit_head""")
            .ToListAsync(ct);
        return found.Select(AuditChain.Head.Parse).FirstOrDefault() ?? new(0, []);
    }
}
