namespace DaNangDxIndex.Documents;

internal static class DocumentsFeature
{
    public static void AddDocuments(this IServiceCollection services) => services
        .AddScoped<DocumentedVersions>().AddScoped<DraftDocument>().AddScoped<KeepTemplate>().AddScoped<DropTemplate>();
}
