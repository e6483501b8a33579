using DaNangDxIndex.Database.Embedded;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Database;

public static class DatabaseFeature
{
    /// <summary>The given database, or else a private one in the data folder.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var application = builder.Configuration.GetConnectionString("Dx");
        var owner = builder.Configuration.GetConnectionString("DxOwner");
        if (string.IsNullOrWhiteSpace(application))
        {
            var postgres = new LocalPostgres(builder.Configuration["DX_DATA"] ?? ".data");
            builder.Services.AddSingleton(_ => postgres);
            application = postgres.Connection("dx_app");
            owner = postgres.Connection("dx_owner");
        }
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
