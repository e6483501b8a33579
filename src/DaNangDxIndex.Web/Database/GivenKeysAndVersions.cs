using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace DaNangDxIndex.Database;

/// <summary>
/// Keys are given by whoever makes a row, never by the database; a number called Version guards a row against two writers.
/// What a mapping class says stays as it says.
/// </summary>
internal sealed class GivenKeysAndVersions : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
        {
            if (property.IsPrimaryKey())
                property.Builder.ValueGenerated(ValueGenerated.Never);
            if (property.Name == "Version" && property.ClrType == typeof(int))
                property.Builder.IsConcurrencyToken(true);
        }
    }
}
