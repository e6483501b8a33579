namespace DaNangDxIndex.Papers;

/// <summary>What stands on every paper.</summary>
internal static class PaperWords
{
    /// <summary>"ỦY BAN NHÂN DÂN" over "PHƯỜNG HẢI CHÂU", never broken inside the name.</summary>
    public static string InTwoLines(string authority) => authority
        .Replace("NHÂN DÂN ", "NHÂN DÂN\n", StringComparison.Ordinal).Replace("COMMITTEE OF ", "COMMITTEE OF\n", StringComparison.Ordinal);

    public static string DigestOf(Paper paper) => new Bilingual(
        $"Mã băm nội dung (SHA-256): {paper.Digest}", $"SHA-256 of the content: {paper.Digest}").In(paper.Language);
}
