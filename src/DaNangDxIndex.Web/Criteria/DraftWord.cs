using System.Text.Json;

namespace DaNangDxIndex.Criteria;

/// <summary>A word of a fixed list as the criteria file writes it: "lowerInclusive".</summary>
internal static class DraftWord
{
    public static string Of<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
