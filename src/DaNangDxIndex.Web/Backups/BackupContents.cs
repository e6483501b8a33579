using DaNangDxIndex.Database;

namespace DaNangDxIndex.Backups;

/// <summary>A backup as it lies there, looked through before anything is written anywhere.</summary>
internal sealed record BackupContents(BackupFolder Folder, BackupManifest Manifest, IReadOnlyList<string> Evidence)
{
    /// <exception cref="BackupRefusal">It is partial, changed, empty, or not of this program's version.</exception>
    public static async Task<BackupContents> ReadAsync(string path, CancellationToken ct)
    {
        var folder = new BackupFolder(path);
        var manifest = await BackupManifest.ReadAsync(folder.Manifest, ct);
        if (manifest.Form != BackupManifest.ThisForm)
            throw BackupRefusal.OtherForm(manifest.Form);
        if (!manifest.Migrations.SequenceEqual(EmbeddedSql.MigrationNames, StringComparer.Ordinal))
        {
            throw BackupRefusal.OtherSchema(manifest.Program, manifest.Migrations is [.., var last] ? last : "–",
                EmbeddedSql.MigrationNames[^1]);
        }
        if (manifest.Tenants == 0 || manifest.Total <= manifest.Migrations.Count + manifest.Tenants)
            throw BackupRefusal.Empty(folder.FullPath);
        await MustBeAsync(folder.Dump, manifest.DumpDigest, ct);
        await MustBeAsync(folder.EvidenceList, manifest.EvidenceDigest, ct);
        return new(folder, manifest, await NamesAsync(folder.EvidenceList, ct));
    }

    private static async Task MustBeAsync(string file, string digest, CancellationToken ct)
    {
        if (!File.Exists(file) || await BackupManifest.DigestAsync(file, ct) != digest)
            throw BackupRefusal.Changed(file);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(string list, CancellationToken ct) =>
        [.. (await File.ReadAllLinesAsync(list, ct)).Select(line => line.Split("../evidence/")[^1])];
}
