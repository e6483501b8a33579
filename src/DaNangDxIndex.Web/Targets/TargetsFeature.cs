namespace DaNangDxIndex.Targets;

internal static class TargetsFeature
{
    public static void AddTargets(this IServiceCollection services) => services
        .AddScoped<PublicTargets>().AddScoped<TargetsInWords>().AddScoped<TargetRegister>().AddScoped<ImportTargets>();
}
