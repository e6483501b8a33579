using DaNangDxIndex.Trail.AfterClose;

namespace DaNangDxIndex.Trail;

internal static class TrailFeature
{
    public static void AddTrail(this IServiceCollection services) =>
        services.AddScoped<ToldEntries>().AddScoped<TrailView>().AddScoped<LateChanges>().AddScoped<LateSheet>();
}
