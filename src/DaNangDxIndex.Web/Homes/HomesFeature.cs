namespace DaNangDxIndex.Homes;

public static class HomesFeature
{
    public static IServiceCollection AddHomes(this IServiceCollection services) =>
        services.AddScoped<AgencyDuties>().AddScoped<AppraisalDuties>().AddScoped<EditionDuties>().AddScoped<AccountDuties>()
            .AddScoped<Duties>().AddScoped<HandOver>().AddScoped<ResetSecondFactor>()
            .AddScoped<ProposedActs>().AddScoped<SettleProposal>();
}
