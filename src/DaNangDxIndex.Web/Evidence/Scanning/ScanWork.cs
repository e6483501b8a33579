using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence.Scanning;

/// <summary>
/// Has the waiting files of the current tenant scanned, oldest first. No lock is held meanwhile: two processes at one file find the same.
/// </summary>
public sealed class ScanWork(DxIndexDb db, EvidenceStore store, Clamd scanner, RefusedFiles refused, CurrentTenant tenant, AuditTrail trail,
    Acts acts, TimeProvider clock, ILogger<ScanWork> log)
{
    private const int AtOnce = 20;

    /// <returns>How many files were scanned.</returns>
    /// <exception cref="ScannerAway"/>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var resting = refused.Resting();
        var waiting = await db.Set<StoredFile>()
            .Where(file => file.Scan == ScanState.Unscanned && !resting.Contains(file.Digest)).OrderBy(file => file.StoredAt)
            .Select(file => file.Digest)
            .Take(AtOnce).ToListAsync(ct);
        await db.Database.CloseConnectionAsync();
        var scanned = 0;
        foreach (var digest in waiting)
        {
            await using var content = await store.OpenAsync(tenant.Required, digest, ct);
            if (content is null)
            {
                log.LogError("The file {Digest} is missing from the store", digest);
                continue;
            }
            if (await IsScannedAsync(digest, content, ct))
                scanned++;
        }
        return scanned;
    }

    private async Task<bool> IsScannedAsync(string digest, Stream content, CancellationToken ct)
    {
        try
        {
            await KeepAsync(digest, await scanner.ScanAsync(content, ct), ct);
            return true;
        }
        catch (ScannerRefused refusal)
        {
            log.LogError(
                "The virus scanner will not judge the file {Digest} ({Reason}); it stays unscanned. Is its StreamMaxLength large enough?",
                digest, refusal.Message);
            refused.Add(digest);
            return false;
        }
    }

    private async Task KeepAsync(string digest, string? finding, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var file = await db.Set<StoredFile>().FromSql($"SELECT * FROM stored_file WHERE digest = {digest} FOR UPDATE").SingleAsync(ct);
        if (file.Scan == ScanState.Unscanned)
        {
            file.Scanned(finding, clock.GetUtcNow());
            if (finding is not null)
                trail.Add("evidence.infected", $"evidence/{digest}", null, new { finding }, null, "clamd");
        }
        await act.KeepAsync(ct);
        db.ChangeTracker.Clear();
    }
}
