using DaNangDxIndex.Database.Embedded;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DaNangDxIndex.Database;

public static class DatabaseFeature
{
    /// <summary>
    /// The given database; a private one only where DX_EMBEDDED asks for it,
    /// so that a setting that was forgotten does not start on an empty one.
    /// </summary>
    /// <exception cref="CannotStart"/>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var application = builder.Configuration.GetConnectionString("Dx");
        var owner = builder.Configuration.GetConnectionString("DxOwner");
        var backup = builder.Configuration.GetConnectionString("DxBackup");
        if (string.IsNullOrWhiteSpace(application))
        {
            if (!builder.Configuration.GetValue("DX_EMBEDDED", false))
                throw new CannotStart(
                    "No database is given: set ConnectionStrings__Dx, or DX_EMBEDDED=true for a private one in the folder DX_DATA.");
            if (builder.Configuration["DX_DATA"] is not { Length: > 0 } folder)
                throw new CannotStart("DX_EMBEDDED=true also needs DX_DATA, the folder of the private database.");
            var postgres = new LocalPostgres(folder);
            builder.Services.AddSingleton(_ => postgres);
            application = postgres.Connection("dx_app");
            owner = postgres.Connection("dx_owner");
            backup = postgres.Connection("dx_backup");
        }
        application = ConnectionLimits.Added(application);
        builder.Services.AddSingleton(new DatabaseAddresses(application, owner, backup));
        builder.Services.AddSingleton(_ => Clusters.PoolOf(application, "dx"));
        var further = Clusters.Read(builder.Configuration);
        builder.Services.AddSingleton(services => new Clusters(
            services.GetRequiredService<DatabaseAddresses>(), services.GetRequiredService<NpgsqlDataSource>(), further));
        builder.Services.AddSingleton<WantOfSpace>().AddSingleton<IInterceptor>(services => services.GetRequiredService<WantOfSpace>());
        builder.Services.AddDbContext<DxIndexDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(services.GetServices<IInterceptor>()));
        if (builder.Services.Any(service => service.ServiceType == typeof(LocalPostgres)))
            builder.Services.AddHostedService<LocalPostgresKeeper>();
        builder.Services.AddSingleton<PublicChanges>().AddHostedService(services => services.GetRequiredService<PublicChanges>());
        builder.Services.AddHealthChecks().AddCheck<DatabaseIsReady>("database", tags: ["ready"])
            .AddCheck<ClustersAreReady>("clusters", HealthStatus.Degraded, ["ready"])
            .AddCheck<ChangesAreHeard>("changes", HealthStatus.Degraded);
    }
}
