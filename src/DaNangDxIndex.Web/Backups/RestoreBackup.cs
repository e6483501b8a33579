using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>
/// Into an empty database: first everything that can be refused is looked at, then evidence is laid down by its digests, then the dump is
/// restored whole or not at all, then what is there is compared with what the backup says it holds.
/// </summary>
public sealed class RestoreBackup(EvidenceStore store)
{
    /// <param name="KeepEvidence">
    /// The store outlived what happened: what lies there stays, and what is missing comes from the backup.
    /// </param>
    public sealed record Command(string Folder, Cluster Target, bool KeepEvidence);

    /// <param name="Faults">What in the database is not as the backup says: counts, heads.</param>
    /// <param name="FileFaults">Files that this copy of the backup has lost, or that were changed in it.</param>
    public sealed record Outcome(
        BackupManifest Manifest, int Files, IReadOnlyList<string> Faults, IReadOnlyList<string> FileFaults);

    /// <exception cref="BackupRefusal">Nothing was written, or the dump failed and left nothing in the database.</exception>
    public async Task<Outcome> HandleAsync(Command command, CancellationToken ct)
    {
        var owner = command.Target.Addresses.Owner ?? throw BackupRefusal.NoConnection(command.Target.Setting("DxOwner"));
        var backup = await BackupContents.ReadAsync(command.Folder, ct);
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        await RestoreTarget.MustBeEmptyAsync(connection, command.Target, backup.Manifest, ct);
        var program = PostgresTools.Find("pg_restore", connection.PostgreSqlVersion.Major);
        var fileFaults = await LayDownAsync(backup, command.KeepEvidence, ct);
        await PostgresTools.RunAsync(program,
            ["--exit-on-error", "--single-transaction", $"--dbname={connection.Database}", backup.Folder.Dump], owner, ct);
        await using (var analyze = new NpgsqlCommand("ANALYZE", connection) { CommandTimeout = 0 })
            await analyze.ExecuteNonQueryAsync(ct);
        var rows = await RowCounts.ReadAsync(connection, ct);
        var heads = await TakeBackup.HeadsAsync(connection, ct);
        var faults = RowCounts.Differences(backup.Manifest.Rows, rows)
            .Concat(backup.Manifest.Heads.Where(head => heads.GetValueOrDefault(head.Key) != head.Value)
                .Select(head => $"audit_head {head.Key}: {heads.GetValueOrDefault(head.Key) ?? "–"} ≠ {head.Value}"));
        return new(backup.Manifest, backup.Evidence.Count, [.. faults], fileFaults);
    }

    /// <summary>A file that the backup has lost is told and does not keep the rest from coming back.</summary>
    private async Task<List<string>> LayDownAsync(BackupContents backup, bool keepEvidence, CancellationToken ct)
    {
        if (backup.Evidence.Count == 0)
            return [];
        if (!store.IsSetUp)
            throw BackupRefusal.NoStore();
        if (!keepEvidence && await store.Place.ListAsync("", ct).AnyAsync(ct))
            throw BackupRefusal.EvidenceIsThere(store.Place.Address);
        var copies = new EvidenceCopies(new FolderOfFiles(backup.Folder.Evidence, isCopy: true), store.Place);
        var faults = new List<string>();
        foreach (var name in backup.Evidence)
        {
            if (await copies.CopyAsync(name, ct) is var outcome and (EvidenceCopies.Outcome.Missing or EvidenceCopies.Outcome.Changed))
                faults.Add($"evidence/{name}: {(outcome == EvidenceCopies.Outcome.Missing ? "missing" : "changed")}");
        }
        return faults;
    }
}
