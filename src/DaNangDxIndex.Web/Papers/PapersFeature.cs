namespace DaNangDxIndex.Papers;

internal static class PapersFeature
{
    public static void AddPapers(this IServiceCollection services) => services.AddSingleton<PaperPdf>().AddScoped<SelfAssessmentReport>()
        .AddScoped<AppraisalMinutes>().AddScoped<KeepSigned>().AddScoped<SignedPapers>().AddScoped<PaperAnswer>();
}
