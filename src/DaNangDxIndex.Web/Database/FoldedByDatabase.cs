using DaNangDxIndex.Text;

namespace DaNangDxIndex.Database;

/// <summary>
/// <see cref="FoldedText"/> where texts are searched in the database instead of being read first. It folds alike whatever is written in
/// Latin letters.
/// </summary>
internal static class FoldedByDatabase
{
    /// <summary>Stands in queries alone.</summary>
    public static string Of(string text) => throw new InvalidOperationException($"The database folds “{text}”, not the program.");

    /// <summary>For LIKE: each word somewhere, as it is. All of them have to be found.</summary>
    public static string[] Patterns(AskedWords asked) => [.. asked.Words.Select(word =>
        $"%{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal)}%")];
}
