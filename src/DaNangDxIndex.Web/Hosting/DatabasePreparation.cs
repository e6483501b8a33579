using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Database.Embedded;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Hosting;

internal static class DatabasePreparation
{
    /// <summary>
    /// Starts the private cluster where it is one, brings the schema up to date where this process may, refuses to serve with a
    /// role that the guard between tenants does not bind, and sees that the key of cookies is there.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken ct = default)
    {
        // Whoever comes first would wait for it; the database takes its time to start anyway.
        var model = Task.Run(() => BuildModel(app.Services), ct);
        var addresses = app.Services.GetRequiredService<DatabaseAddresses>();
        var postgres = app.Services.GetService<LocalPostgres>();
        if (postgres is not null)
            await postgres.EnsureRunningAsync(ct);
        if (addresses.Owner is not null)
        {
            await using var update = new SchemaUpdate(addresses.Owner);
            var contents = postgres is null ? null : app.Services.GetService<ContentsOfPrivateDatabase>();
            await update.RunAsync(() => contents?.LoadAsync(app.Services, ct) ?? Task.CompletedTask, ct);
        }
        var clusters = app.Services.GetRequiredService<Clusters>();
        await ApplicationRole.MustBeHarmlessAsync(clusters.Home.Pool, ct);
        foreach (var cluster in clusters.Further)
            await PrepareAsync(cluster, app.Logger, ct);
        await app.Services.GetRequiredService<CookieKey>().MakeInTurnAsync(ct);
        await model;
    }

    /// <summary>One that is away keeps nobody waiting: /health names it, and "dx migrate" brings it up to date when it is back.</summary>
    private static async Task PrepareAsync(Cluster cluster, ILogger log, CancellationToken ct)
    {
        try
        {
            if (cluster.Addresses.Owner is { } owner)
            {
                await using var update = new SchemaUpdate(owner);
                await update.RunAsync(ct);
            }
            await ApplicationRole.MustBeHarmlessAsync(cluster.Pool, ct);
        }
        catch (NpgsqlException away)
        {
            log.LogError("The cluster {Cluster} does not answer; its tenants are not served: {Reason}", cluster.Name, away.Message);
        }
    }

    private static void BuildModel(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        using var db = new DxIndexDb(scope.ServiceProvider.GetRequiredService<DbContextOptions<DxIndexDb>>());
        _ = db.Model;
    }
}
