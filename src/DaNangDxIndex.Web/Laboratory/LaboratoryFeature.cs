namespace DaNangDxIndex.Laboratory;

internal static class LaboratoryFeature
{
    public static void AddLaboratory(this IServiceCollection services)
    {
        services.AddScoped<PastFigures>();
        services.AddScoped<TryDraft>();
    }
}
