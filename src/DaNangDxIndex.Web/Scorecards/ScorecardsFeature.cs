using DaNangDxIndex.Scorecards.Verification;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Scorecards;

public static class ScorecardsFeature
{
    public static IServiceCollection AddScorecards(this IServiceCollection services) => services
        .AddSingleton<ScorecardPdf>()
        .AddSingleton<PrintedScorecards>()
        .AddScoped<PrintedCards>()
        .AddScoped<AgencyResults>()
        .AddScoped<AgencyHistory>()
        .AddScoped<AgencyBesideOthers>()
        .AddScoped<ScorecardsZip>()
        .AddScoped<OwnResults>()
        .AddScoped<VerifiedCodes>()
        .AddScoped<PrintedCopies>()
        .AddScoped<CheckFile>()
        .AddSingleton<CheckTurns>()
        .Configure<RateLimiterOptions>(ChecksOfFiles.Limit);
}
