namespace DaNangDxIndex.Scorecards;

public static class ScorecardsFeature
{
    public static IServiceCollection AddScorecards(this IServiceCollection services) => services
        .AddSingleton<ScorecardPdf>()
        .AddScoped<PrintedCards>()
        .AddScoped<AgencyResults>()
        .AddScoped<AgencyHistory>()
        .AddScoped<AgencyBesideOthers>()
        .AddScoped<ScorecardsZip>()
        .AddScoped<OwnResults>();
}
