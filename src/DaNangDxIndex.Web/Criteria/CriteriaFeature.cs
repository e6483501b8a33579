namespace DaNangDxIndex.Criteria;

internal static class CriteriaFeature
{
    public static void AddCriteria(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddScoped<CriteriaInForce>();
        services.AddScoped<CriteriaDrafts>();
        services.AddScoped<ChangeCriteria>();
        services.AddScoped<VerifyingUnits>();
    }
}
