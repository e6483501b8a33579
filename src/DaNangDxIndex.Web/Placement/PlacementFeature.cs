using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DaNangDxIndex.Placement;

public static class PlacementFeature
{
    public static IServiceCollection AddPlacement(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<TenantsAreOpen>("moves", HealthStatus.Degraded);
        return services.AddSingleton<VerifyPlace>().AddSingleton<MoveTenant>().AddSingleton<OpenTenant>();
    }
}
