namespace DaNangDxIndex.OpenData;

internal static class OpenDataFeature
{
    public static void AddOpenData(this IServiceCollection services) => services.AddScoped<DataSets>().AddScoped<OpenCatalogue>();
}
