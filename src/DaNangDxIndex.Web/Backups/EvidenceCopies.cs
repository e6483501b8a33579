using System.Security.Cryptography;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>Files of evidence from one folder to another, each named by its digest and compared with it.</summary>
internal sealed class EvidenceCopies(string from, string to)
{
    public enum Outcome
    {
        Copied,

        /// <summary>It lay there and is what its name says.</summary>
        Kept,

        Missing,

        /// <summary>What lies at the source is not what its name says; nothing was written.</summary>
        Changed,
    }

    /// <summary>What the database knows, of all tenants.</summary>
    public static async Task<List<string>> NamesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT tenant_id, digest FROM stored_file ORDER BY tenant_id, digest", connection)
        {
            CommandTimeout = 0,
        };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await rows.ReadAsync(ct))
            names.Add(BackupFolder.NameOf(rows.GetGuid(0), rows.GetString(1)));
        return names;
    }

    /// <summary>A copy that lies there already and has been damaged is made anew.</summary>
    public async Task<Outcome> CopyAsync(string name, CancellationToken ct)
    {
        var (source, target) = (Path.Combine(from, name), Path.Combine(to, name));
        if (File.Exists(target) && await BackupManifest.DigestAsync(target, ct) == Path.GetFileName(name))
            return Outcome.Kept;
        if (!File.Exists(source))
            return Outcome.Missing;
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? "");
        var unfinished = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            if (await WriteAsync(source, unfinished, ct) != Path.GetFileName(name))
                return Outcome.Changed;
            File.Move(unfinished, target, overwrite: true);
            return Outcome.Copied;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The digest of what was written and put on the disk.</summary>
    private static async Task<string> WriteAsync(string source, string target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var read = File.OpenRead(source);
        await using var written = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[128 * 1024];
        for (int bytes; (bytes = await read.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, bytes);
            await written.WriteAsync(buffer.AsMemory(0, bytes), ct);
        }
        written.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
