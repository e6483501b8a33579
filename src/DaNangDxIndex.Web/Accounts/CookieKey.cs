using DaNangDxIndex.Database;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// The key of cookies and forms is made before the program serves, by one process at a time: of several that start together the
/// first makes it and the others read it. Otherwise each would make its own and throw out who has signed in at another.
/// </summary>
internal sealed class CookieKey(NpgsqlDataSource dataSource, IDataProtectionProvider protection, KeySeal seal, KeysInPostgres keys,
    ILogger<CookieKey> log)
{
    private const long Turn = 0x6478_6b65_79; // "dxkey"

    public async Task MakeInTurnAsync(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var take = new NpgsqlCommand("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '60s'; ",
            connection) { CommandTimeout = 70 };
        take.CommandText += $"SELECT pg_advisory_xact_lock({Turn})";
        await take.ExecuteNonQueryAsync(ct);
        LookAtSeals();
        // Looks for a key, and makes one where there is none, on a connection of its own.
        protection.CreateProtector(nameof(CookieKey)).Protect([]);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// A program that cannot read the keys that are there would make new ones in silence, and with them all sign-ins and second factors
    /// would be lost: it does not start instead.
    /// </summary>
    private void LookAtSeals()
    {
        var seals = keys.GetAllElements().Select(KeySeal.NameOf).ToList();
        if (seals.OfType<string>().FirstOrDefault(name => !seal.Opens(name)) is { } unknown)
        {
            throw new CannotStart(
                $"The keys of sign-ins in the database are sealed with the secret {unknown}, which DX_KEYS does not hold. "
                + "Put it back from where deploy/secrets is kept (see docs/operations.md).");
        }
        if (seals.Contains(null) && seal.IsSetUp)
            log.LogWarning("Keys of sign-ins lie in clear in the database: run dx keys seal");
    }
}
