using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DaNangDxIndex.Database;

/// <summary>Every enum is stored as the word that JSON shows: AwaitingApproval is "awaitingApproval".</summary>
internal sealed class EnumsAsText : IPropertyAddedConvention
{
    public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        var type = Nullable.GetUnderlyingType(propertyBuilder.Metadata.ClrType) ?? propertyBuilder.Metadata.ClrType;
        if (type.IsEnum)
            propertyBuilder.HasConverter(typeof(Word<>).MakeGenericType(type));
    }

    private sealed class Word<TEnum>() : ValueConverter<TEnum, string>(
        value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()),
        word => Enum.Parse<TEnum>(word, true)) where TEnum : struct, Enum;
}
