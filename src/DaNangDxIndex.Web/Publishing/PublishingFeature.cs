namespace DaNangDxIndex.Publishing;

internal static class PublishingFeature
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddScoped<ResultsBefore>();
        services.AddScoped<EditionResults>();
        services.AddScoped<AcknowledgeFindings>();
        services.AddScoped<PublishEdition>();
        services.AddScoped<PublishedEditions>();
    }
}
