using System.Data;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>
/// Evidence first, then the database: a file is never changed, so a copy of files that is older lacks at most what came since, and that
/// is copied inside the snapshot which the dump is of. Rows are counted in the same snapshot.
/// </summary>
public sealed class TakeBackup(EvidenceStore store, TimeProvider clock)
{
    /// <param name="Untold">Why the database could not be told that there is a backup of it; there is one all the same.</param>
    public sealed record Outcome(string Folder, BackupManifest Manifest, int Files, int Copied, string? Untold);

    /// <summary>Of one cluster.</summary>
    /// <exception cref="BackupRefusal"/>
    public async Task<Outcome> HandleAsync(Cluster cluster, string root, CancellationToken ct)
    {
        var address = cluster.Addresses.Backup ?? throw BackupRefusal.NoConnection(cluster.Setting("DxBackup"));
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(ct);
        await BackupRole.MustSeeAllAndChangeNothingAsync(connection, cluster, ct);
        var migrations = await SchemaUpdate.DoneAsync(connection, ct);
        if (!migrations.Order(StringComparer.Ordinal).SequenceEqual(EmbeddedSql.MigrationNames, StringComparer.Ordinal))
            throw BackupRefusal.OlderSchema();
        var postgres = connection.PostgreSqlVersion.Major;
        var dump = PostgresTools.Find("pg_dump", postgres);
        var folder = BackupFolder.Begin(root, cluster, clock.GetUtcNow());
        var copied = new Dictionary<string, EvidenceCopies.Outcome>(StringComparer.Ordinal);
        await CopyAsync(connection, folder, copied, ct);

        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var name = await SnapshotAsync(connection, ct);
        var takenAt = clock.GetUtcNow();
        var names = await CopyAsync(connection, folder, copied, ct);
        await PostgresTools.RunAsync(dump, ["--format=custom", $"--snapshot={name}", $"--file={folder.Dump}"], address, ct);
        var whole = names.Where(file => copied[file] is EvidenceCopies.Outcome.Copied or EvidenceCopies.Outcome.Kept).ToList();
        await File.WriteAllLinesAsync(folder.EvidenceList, whole.Select(file => $"{Path.GetFileName(file)}  ../evidence/{file}"), ct);
        var manifest = new BackupManifest(BackupManifest.ThisForm, takenAt, Version, postgres, EmbeddedSql.MigrationNames,
            await BackupManifest.DigestAsync(folder.Dump, ct), await BackupManifest.DigestAsync(folder.EvidenceList, ct),
            [.. names.Except(whole, StringComparer.Ordinal)], await RowCounts.ReadAsync(connection, ct), await HeadsAsync(connection, ct),
            cluster.Name);
        if (manifest.Tenants == 0)
            throw BackupRefusal.NoTenant(cluster.Setting("DxBackup"));
        await manifest.WriteAsync(folder.Manifest, ct);
        return new(folder.FullPath, manifest, whole.Count, copied.Values.Count(outcome => outcome == EvidenceCopies.Outcome.Copied),
            await TellAsync(cluster, takenAt, ct));
    }

    private static async Task<string?> TellAsync(Cluster cluster, DateTimeOffset takenAt, CancellationToken ct)
    {
        try
        {
            await LastBackup.KeepAsync(cluster, takenAt, ct);
            return null;
        }
        catch (NpgsqlException away)
        {
            return away.Message;
        }
    }

    internal static async Task<SortedDictionary<string, string>> HeadsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT tenant_id::text, number || ':' || encode(hash, 'hex') FROM audit_head", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var heads = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct))
            heads[rows.GetString(0)] = rows.GetString(1);
        return heads;
    }

    internal static string Version => typeof(TakeBackup).Assembly.GetName().Version?.ToString() ?? "";

    /// <summary>All that the database knows and that has not been looked at.</summary>
    private async Task<List<string>> CopyAsync(
        NpgsqlConnection connection, BackupFolder folder, Dictionary<string, EvidenceCopies.Outcome> copied, CancellationToken ct)
    {
        var names = await EvidenceCopies.NamesAsync(connection, ct);
        if (names.Count == 0)
            return names;
        var copies = new EvidenceCopies(store.Place, FolderOfFiles.Writable(folder.Evidence));
        foreach (var name in names.Where(name => !copied.ContainsKey(name)))
            copied[name] = await copies.CopyAsync(name, ct);
        return names;
    }

    /// <summary>However long the dump takes, the connection that holds its snapshot waits without a word.</summary>
    private static async Task<string> SnapshotAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0; SELECT pg_export_snapshot()", connection);
        return await command.ExecuteScalarAsync(ct) as string ?? "";
    }
}
