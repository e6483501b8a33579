using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Ranking;

public static class RankingFeature
{
    public static IServiceCollection AddRanking(this IServiceCollection services)
    {
        // The latest edition is what a tenant's address leads to; it is the same page.
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Ranking/Edition", ""));
        return services.AddScoped<PublicCriteria>()
            .AddScoped<PrintedTables>().AddScoped<RankedTables>().AddScoped<StandingsSheet>()
            .AddScoped<StandingsWorkbook>().AddSingleton<StandingsPdf>();
    }
}
