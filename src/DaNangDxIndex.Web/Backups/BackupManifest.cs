using System.Security.Cryptography;
using System.Text.Json;

namespace DaNangDxIndex.Backups;

/// <summary>What a backup holds, so that it can be told from one that broke off and compared with what came of it.</summary>
/// <param name="Form">Of this file and of the folder around it.</param>
/// <param name="Program">The version that took it.</param>
/// <param name="Postgres">The server's major version.</param>
/// <param name="Migrations">What the schema had had.</param>
/// <param name="DumpDigest">SHA-256 of the dump.</param>
/// <param name="EvidenceDigest">SHA-256 of the list of evidence.</param>
/// <param name="Missing">Evidence that the database knew and the store did not have, as "tenant/ab/abcd…".</param>
/// <param name="Rows">Rows by table and tenant, "" for the tables without one.</param>
/// <param name="Heads">Number and hash of the last entry of each tenant's trail.</param>
/// <param name="Cluster">Of which it was taken; null in those from before there were several.</param>
public sealed record BackupManifest(int Form, DateTimeOffset TakenAt, string Program, int Postgres, IReadOnlyList<string> Migrations,
    string DumpDigest, string EvidenceDigest, IReadOnlyList<string> Missing,
    SortedDictionary<string, SortedDictionary<string, long>> Rows, SortedDictionary<string, string> Heads, string? Cluster = null)
{
    public const int ThisForm = 1;

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public long Total => Rows.Values.SelectMany(tenants => tenants.Values).Sum();

    public int Tenants => (int)(Rows.GetValueOrDefault("tenant")?.Values.Sum() ?? 0);

    /// <summary>In one step: a manifest that is there is whole.</summary>
    public async Task WriteAsync(string path, CancellationToken ct)
    {
        var unfinished = path + ".part";
        await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await JsonSerializer.SerializeAsync(file, this, Written, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path);
    }

    /// <exception cref="BackupRefusal">It is not there or cannot be read.</exception>
    public static async Task<BackupManifest> ReadAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            throw BackupRefusal.Partial(path);
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, Written, ct) ?? throw new JsonException("null");
        }
        catch (JsonException broken)
        {
            throw BackupRefusal.Unreadable(path, broken.Message);
        }
    }

    public static async Task<string> DigestAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}
