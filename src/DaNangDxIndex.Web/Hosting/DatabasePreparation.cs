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
        await ApplicationRole.MustBeHarmlessAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), ct);
        await app.Services.GetRequiredService<CookieKey>().MakeInTurnAsync(ct);
        await model;
    }

    private static void BuildModel(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        using var db = new DxIndexDb(scope.ServiceProvider.GetRequiredService<DbContextOptions<DxIndexDb>>());
        _ = db.Model;
    }
}
