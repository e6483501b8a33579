namespace DaNangDxIndex.Agencies;

public static class AgenciesFeature
{
    public static IServiceCollection AddAgencies(this IServiceCollection services) => services
        .AddScoped<AgencyRegister>()
        .AddScoped<JoinAssessments>().AddScoped<LineageConsequences>()
        .AddScoped<RecordLineageAct>()
        .AddScoped<DescribeAgency>()
        .AddScoped<ImportAgencies>();
}
