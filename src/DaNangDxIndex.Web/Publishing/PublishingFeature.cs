using FluentValidation;

namespace DaNangDxIndex.Publishing;

internal static class PublishingFeature
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddScoped<EditionResults>();
        services.AddScoped<PublishEdition>();
        services.AddScoped<PublishedEditions>();
        services.AddSingleton<IValidator<PublishEdition.Command>, PublishEdition.Rules>();
    }
}
