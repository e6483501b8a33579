using System.Text.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Amendments;

/// <summary>The amendments of editions, stored once.</summary>
public sealed class RecordedAmendments(DxIndexDb db)
{
    /// <summary>Under the edition's lock. Saved at once: the database lets the change itself pass only behind it.</summary>
    internal async Task AddAsync(
        int year, string? group, string before, string after, string reason, AmendingDocument? document, IReadOnlyList<Movement> moved,
        Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var number = 1 + (await db.Set<Amendment>().Where(amendment => amendment.Year == year)
            .MaxAsync(amendment => (int?)amendment.Number, ct) ?? 0);
        var amendment = new Amendment(year, number, group, before, after, reason, JsonSerializer.Serialize(moved), actor.Account, now);
        db.Add(amendment.Under(document));
        await db.SaveChangesAsync(ct);
    }
}
