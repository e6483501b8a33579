using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DaNangDxIndex.Tenancy;

public static class TenancyFeature
{
    public static void AddTenancy(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Tenants>();
        services.AddScoped<CurrentTenant>().AddScoped<AskingRole>().AddScoped<ConnectionOfScope>();
        services.AddScoped<IInterceptor, TenantOnConnection>();
        services.Replace(ServiceDescriptor.Scoped(TenantOnConnection.AtItsPlace));
        services.AddScoped<Addresses>();
    }

    public static void UseTenantFromPath(this WebApplication app) => app.UseMiddleware<TenantFromPath>();
}
