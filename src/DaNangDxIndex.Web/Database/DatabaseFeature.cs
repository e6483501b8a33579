using DaNangDxIndex.Database.Embedded;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Database;

public static class DatabaseFeature
{
    /// <summary>
    /// The given database; a private one with the demo's tenants, whose password is public, only where DX_DEMO asks for it.
    /// </summary>
    /// <exception cref="CannotStart"/>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var application = builder.Configuration.GetConnectionString("Dx");
        var owner = builder.Configuration.GetConnectionString("DxOwner");
        if (string.IsNullOrWhiteSpace(application))
        {
            if (!builder.Configuration.GetValue("DX_DEMO", false))
                throw new CannotStart("No database is given: set ConnectionStrings__Dx, or DX_DEMO=true to try the program on demo data.");
            var postgres = new LocalPostgres(builder.Configuration["DX_DATA"] ?? ".data");
            builder.Services.AddSingleton(_ => postgres);
            application = postgres.Connection("dx_app");
            owner = postgres.Connection("dx_owner");
        }
        application = ConnectionLimits.Added(application);
        builder.Services.AddSingleton(new DatabaseAddresses(application, owner));
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(application).Build());
        builder.Services.AddDbContext<DxIndexDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(services.GetServices<IInterceptor>()));
        if (builder.Services.Any(service => service.ServiceType == typeof(LocalPostgres)))
            builder.Services.AddHostedService<LocalPostgresKeeper>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseIsReady>("database", tags: ["ready"]);
    }
}
