using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database;

/// <summary>Texts by code as one JSON object, where they are only ever read and written together.</summary>
internal static class TextsAsJson
{
    public static void AsJson<T>(this PropertyBuilder<IReadOnlyDictionary<string, T>> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            texts => JsonSerializer.Serialize(texts, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<Dictionary<string, T>>(text, JsonSerializerOptions.Default)
                ?? new(StringComparer.Ordinal),
            new ValueComparer<IReadOnlyDictionary<string, T>>(
                (texts, other) => ReferenceEquals(texts, other), texts => texts.Count, texts => texts));
}
