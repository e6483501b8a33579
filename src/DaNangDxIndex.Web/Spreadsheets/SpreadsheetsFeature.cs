namespace DaNangDxIndex.Spreadsheets;

public static class SpreadsheetsFeature
{
    public static IServiceCollection AddSpreadsheets(this IServiceCollection services) => services.AddScoped<KeptUploads>();
}
