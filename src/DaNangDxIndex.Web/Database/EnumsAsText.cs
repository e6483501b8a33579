using System.Collections.Frozen;
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

    /// <summary>All words of an enum, for a question in SQL.</summary>
    public static string[] WordsOf<TEnum>()
        where TEnum : struct, Enum => [.. Word<TEnum>.Words.Values];

    /// <summary>What a stored word means.</summary>
    public static TEnum Of<TEnum>(string word)
        where TEnum : struct, Enum => Word<TEnum>.ValueOf(word);

    private sealed class Word<TEnum>() : ValueConverter<TEnum, string>(value => WordOf(value), word => ValueOf(word))
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Words =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        private static readonly FrozenDictionary<string, TEnum> Values =
            Words.ToFrozenDictionary(word => word.Value, word => word.Key, StringComparer.OrdinalIgnoreCase);

        private static string WordOf(TEnum value) => Words[value];

        public static TEnum ValueOf(string word) => Values[word];
    }
}
