using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DaNangDxIndex.Audit;

/// <summary>
/// The shape of every use case that changes something: begin an act, find under a lock, ask the rules, change, and keep the change together
/// with its entry in the trail. What is not kept has not happened, neither in the database nor in memory.
/// <code>
/// await using var act = await acts.BeginAsync(ct);
/// if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
///     return null;
/// var before = new { sheet.Assessment.State };
/// sheet.Assessment.AskForApproval(sheet.Edition, actor, clock.GetUtcNow());
/// await act.KeepAsync("assessment.ask-for-approval", sheet.Subject, before, new { sheet.Assessment.State }, ct);
/// return sheet;
/// </code>
/// </summary>
public sealed class Acts(DxIndexDb db, AuditTrail trail, RequestOnce once, ActsKept kept)
{
    /// <summary>Within an act that has begun it is a part of it: kept with the whole, or not at all.</summary>
    public async Task<Act> BeginAsync(CancellationToken ct) => new(db, trail, once, kept,
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null);
}

/// <summary>One act, from its first lock until it is kept or dropped.</summary>
public sealed class Act(DxIndexDb db, AuditTrail trail, RequestOnce once, ActsKept kept, IDbContextTransaction? transaction)
    : IAsyncDisposable
{
    private bool _kept;

    /// <summary>
    /// For acts that change several things, each with its own entry; see <see cref="AuditTrail.Add(string, string, object?, object?)"/>.
    /// </summary>
    public void Tell(string verb, string subject, object? before, object? after) => trail.Add(verb, subject, before, after);

    public Task KeepAsync(string verb, string subject, object? before, object? after, CancellationToken ct)
    {
        Tell(verb, subject, before, after);
        return KeepAsync(ct);
    }

    /// <exception cref="ChangedMeanwhile">Where no lock was held, somebody else has changed a row since, or made the same one.</exception>
    public async Task KeepAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException
            || overtaken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new ChangedMeanwhile();
        }

        if (transaction is not null)
        {
            await once.MarkDoneAsync(ct);
            await transaction.CommitAsync(ct);
            kept.Count(db);
        }
        _kept = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (!_kept)
            db.ChangeTracker.Clear();
    }
}
