namespace DaNangDxIndex.Homes;

public static class HomesFeature
{
    public static IServiceCollection AddHomes(this IServiceCollection services) =>
        services.AddScoped<SheetDuties>().AddScoped<AgencyDuties>().AddScoped<AppraisalDuties>().AddScoped<AccountDuties>()
            .AddScoped<EditionWays>().AddScoped<OfficeDuties>().AddScoped<SignatoryDuties>().AddScoped<EditionDuties>()
            .AddScoped<Duties>().AddScoped<HandOver>().AddScoped<ResetSecondFactor>()
            .AddScoped<ProposedActs>().AddScoped<SettleProposal>();
}
