using System.Xml.Linq;
using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Accounts;

/// <summary>Seals every key of sign-ins with the first secret, so that earlier secrets can be taken away. The owner's work: the application
/// may add keys and change none.</summary>
internal sealed class SealKeys(Clusters clusters, KeySeal seal)
{
    /// <param name="With">The secret's name; null where the key lies in clear.</param>
    public sealed record Key(string Name, string? With, bool Opens);

    public async Task<List<Key>> ListAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(clusters.Home.Addresses.Application);
        await connection.OpenAsync(ct);
        return [.. (await ReadAsync(connection, ct)).Select(key => KeyOf(key.Name, key.Xml))];
    }

    /// <summary>How many were sealed anew.</summary>
    /// <exception cref="RuleViolation">There is no secret, or a key is sealed with one that is not given.</exception>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        if (!seal.IsSetUp)
            throw new RuleViolation("keys.no-secret", new("Chưa đặt DX_KEYS.", "DX_KEYS is not set."));
        await using var connection = new NpgsqlConnection(clusters.Home.Owner);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var others = (await ReadAsync(connection, ct)).Where(key => KeySeal.NameOf(key.Xml) != seal.Name).ToList();
        foreach (var (name, xml) in others)
        {
            if (!KeyOf(name, xml).Opens)
                throw Unknown(KeySeal.NameOf(xml) ?? "");
            await using var update = new NpgsqlCommand("UPDATE data_protection_key SET xml = $2 WHERE name = $1", connection);
            update.Parameters.Add(new() { Value = name });
            update.Parameters.Add(new() { Value = seal.Again(xml).ToString(SaveOptions.DisableFormatting) });
            await update.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return others.Count;
    }

    private Key KeyOf(string name, XElement xml) =>
        KeySeal.NameOf(xml) is { } with ? new(name, with, seal.Opens(with)) : new(name, null, Opens: true);

    private static RuleViolation Unknown(string secret) => new("keys.unknown-secret", new(
        $"Có khóa được mã hóa bằng bí mật {secret} mà DX_KEYS không có. Thêm lại bí mật đó vào dòng cuối của DX_KEYS.",
        $"A key is sealed with the secret {secret}, which DX_KEYS does not hold. Put it back, as the last line of DX_KEYS."));

    private static async Task<List<(string Name, XElement Xml)>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT name, xml FROM data_protection_key ORDER BY created_at, name", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var keys = new List<(string, XElement)>();
        while (await rows.ReadAsync(ct))
            keys.Add((rows.GetString(0), XElement.Parse(rows.GetString(1))));
        return keys;
    }
}
