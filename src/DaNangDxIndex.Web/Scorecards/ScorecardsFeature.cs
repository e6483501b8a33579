using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

public static class ScorecardsFeature
{
    public static IServiceCollection AddScorecards(this IServiceCollection services) => services
        .AddSingleton(provider => new Typefaces(
            Path.Combine(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath, "assets", "fonts", "tinos")))
        .AddSingleton<ScorecardPdf>()
        .AddScoped<ScorecardPrinting>()
        .AddScoped<AgencyResults>()
        .AddScoped<AgencyHistory>();
}
