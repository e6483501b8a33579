namespace DaNangDxIndex.Editions.PastResults;

public static class PastResultsFeature
{
    public static IServiceCollection AddPastResults(this IServiceCollection services) => services
        .AddScoped<PastResultsRegister>()
        .AddScoped<ImportPastResults>();
}
