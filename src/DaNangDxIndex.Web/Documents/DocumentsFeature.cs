using DaNangDxIndex.Documents.Commendation;

namespace DaNangDxIndex.Documents;

internal static class DocumentsFeature
{
    public static void AddDocuments(this IServiceCollection services) => services
        .AddScoped<ProposedCommendations>().AddScoped<CommendationPaper>().AddScoped<ChangeCommendation>()
        .AddScoped<DocumentedVersions>().AddScoped<DraftDocument>().AddScoped<KeepTemplate>().AddScoped<DropTemplate>();
}
