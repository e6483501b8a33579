using System.Security.Cryptography;
using DaNangDxIndex.Evidence;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>Files of evidence from one place to another, each named by its digest and compared with it.</summary>
internal sealed class EvidenceCopies(IFilePlace from, IFilePlace to)
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
            names.Add(EvidenceStore.NameOf(rows.GetGuid(0), rows.GetString(1)));
        return names;
    }

    /// <summary>A copy that lies there already and has been damaged is made anew.</summary>
    public async Task<Outcome> CopyAsync(string name, CancellationToken ct)
    {
        if (await DigestAsync(to, name, ct) == Path.GetFileName(name))
            return Outcome.Kept;
        await using var source = await from.OpenAsync(name, ct);
        if (source is null)
            return Outcome.Missing;
        var unfinished = Path.Combine(to.Incoming, $"{Guid.NewGuid():N}.part");
        try
        {
            if (await WriteAsync(source, unfinished, ct) != Path.GetFileName(name))
                return Outcome.Changed;
            await to.PutAsync(name, unfinished, ct);
            return Outcome.Copied;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<string?> DigestAsync(IFilePlace place, string name, CancellationToken ct)
    {
        await using var file = await place.OpenAsync(name, ct);
        return file is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    /// <summary>The digest of what was written and put on the disk.</summary>
    private static async Task<string> WriteAsync(Stream source, string target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var written = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[128 * 1024];
        for (int bytes; (bytes = await source.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, bytes);
            await written.WriteAsync(buffer.AsMemory(0, bytes), ct);
        }
        written.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
