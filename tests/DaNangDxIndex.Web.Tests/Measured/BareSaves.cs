using System.Diagnostics;
using System.Reflection;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DaNangDxIndex.Measured;

/// <summary>
/// The least that a save of a figure can be over the same HTTP and in the same database: Kestrel, a pooled connection, a transaction with
/// the tenant set, one upsert, commit. No sign-in, no rules, no points, no log; the trail only where it is asked for.
/// </summary>
internal static class BareSaves
{
    public const string Upsert =
        """
        INSERT INTO figure_entry (year, agency, figure, declared, declared_by, declared_at, provenance, version) VALUES ($1, $2, $3, $4, $5, now(), 'agency', 1)
        ON CONFLICT (tenant_id, year, agency, figure)
        DO UPDATE SET declared = excluded.declared, declared_by = excluded.declared_by, declared_at = excluded.declared_at, version = figure_entry.version + 1
        RETURNING version
        """;

    private const string Entry =
        """
        INSERT INTO audit_waiting (at, account_id, account_name, verb, subject, before, after, request_id)
        VALUES (now(), $1, 'Nguyễn Thị Nhập', 'figure.declare', $2, '{"declared":"1"}', '{"declared":"2"}', '0HNGS2R6VB3QJ:00000001')
        """;

    public sealed record Input(string? Value);

    public sealed record Saved(string? Value, int Version);

    /// <summary>A process of its own, until it is disposed of.</summary>
    public static Process Start(Uri address, string application, Guid tenant, Guid account)
    {
        string[] words = [Assembly.GetExecutingAssembly().Location, "--bare-saves", $"{address}", application, $"{tenant}", $"{account}"];
        return Process.Start(new ProcessStartInfo("dotnet", words)).ShouldNotBeNull();
    }

    public static async Task<int> ServeAsync(string address, string application, Guid tenant, Guid account)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var source = NpgsqlDataSource.Create(ConnectionLimits.Added(application));
        await using var app = builder.Build();
        app.MapPatch(
            "/{year:int}/{agency}/{figure}", (int year, string agency, string figure, Input input) =>
                SaveAsync(year, agency, figure, input, false));
        app.MapPatch(
            "/trail/{year:int}/{agency}/{figure}", (int year, string agency, string figure, Input input) =>
                SaveAsync(year, agency, figure, input, true));
        await app.RunAsync();
        return 0;

        async Task<Saved> SaveAsync(int year, string agency, string figure, Input input, bool trail)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using (var tell = Command("SELECT set_config('app.tenant_id', $1, true)", connection, tenant.ToString()))
                await tell.ExecuteNonQueryAsync();
            await using var upsert = Command(Upsert, connection, year, agency, figure, input.Value ?? "", account);
            var version = await upsert.ExecuteScalarAsync();
            if (trail)
            {
                await using var entry = Command(Entry, connection, account, $"editions/{year}/agencies/{agency}/figures/{figure}");
                await entry.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
            return new(input.Value, version is int number ? number : 0);
        }
    }

    public static NpgsqlCommand Command(string sql, NpgsqlConnection connection, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
