namespace DaNangDxIndex.Publishing;

internal static class PublishingFeature
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddScoped<EditionResults>();
        services.AddScoped<PublishEdition>();
        services.AddScoped<PublishedEditions>();
    }
}
