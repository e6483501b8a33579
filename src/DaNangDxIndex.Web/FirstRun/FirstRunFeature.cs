namespace DaNangDxIndex.FirstRun;

internal static class FirstRunFeature
{
    public static void AddFirstRun(this IServiceCollection services) => services.AddScoped<ChangeTexts>();
}
