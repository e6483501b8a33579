namespace DaNangDxIndex.Publications;

internal static class PublicationsFeature
{
    public static void AddPublications(this IServiceCollection services) =>
        services.AddSingleton<KeptVersions>().AddScoped<PublishedEditions>().AddScoped<PublishedComparisons>()
            .AddScoped<PublicAmendments>().AddScoped<VerifyPublications>();
}
