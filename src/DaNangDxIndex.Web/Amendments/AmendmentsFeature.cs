namespace DaNangDxIndex.Amendments;

internal static class AmendmentsFeature
{
    public static void AddAmendments(this IServiceCollection services)
    {
        services.AddScoped<AmendCriteria>();
        services.AddScoped<AmendCalendar>();
        services.AddScoped<RecordedAmendments>();
    }
}
