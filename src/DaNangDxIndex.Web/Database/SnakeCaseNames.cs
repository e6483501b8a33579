using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace DaNangDxIndex.Database;

/// <summary>
/// AgencyCode is agency_code, and Name of the complex type Bilingual is name_vi and name_en.
/// What a mapping class names itself stays as it says.
/// </summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            if (!entity.IsOwned())
                entity.Builder.ToTable(Snake(entity.ShortName()));
            NameColumns(entity, "");
        }
    }

    private static void NameColumns(IConventionTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties())
            property.Builder.HasColumnName(prefix + Snake(property.Name));
        foreach (var part in type.GetDeclaredComplexProperties().Where(part => !part.ComplexType.IsMappedToJson()))
            NameColumns(part.ComplexType, $"{prefix}{Snake(part.Name)}_");
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
