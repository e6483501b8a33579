using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Publishing;

internal static class PublishingFeature
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddScoped<ResultsBefore>();
        services.AddScoped<EditionResults>();
        services.AddScoped<AcknowledgeFindings>();
        services.AddScoped<FreezeVersion>();
        services.AddScoped<PublishEdition>();
        services.AddScoped<CorrectionDrafts>().AddScoped<CorrectionDoubts>().AddScoped<PrepareCorrection>().AddScoped<ChangeResult>();
        services.AddScoped<SignCorrection>().AddScoped<WithdrawPublication>().AddScoped<FileReview>();
        services.AddSingleton(provider => new Typefaces(
            Path.Combine(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath, "assets", "fonts", "tinos")));
        services.AddSingleton<PrintedFiles>();
        services.AddSingleton<PublicAddress>();
    }
}
