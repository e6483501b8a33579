using System.Resources;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Ranking;

/// <summary>Ranked tables of a version as they are annexed to its document, in one language: what PDF and DOCX print alike.</summary>
/// <param name="AddressOf">The same table as a page.</param>
public sealed record AnnexedTables(PublishedVersion Version, string Language, Func<PublishedGroup, Uri> AddressOf)
{
    private static readonly ResourceManager Texts = new(typeof(StandingsPdfTexts));

    /// <summary>Nothing of it is published yet.</summary>
    public bool Draft { get; init; }

    internal PublishedEdition Edition => Version.Edition;

    /// <summary>Of the file.</summary>
    internal string Title => Version.Edition.Groups is [var first, ..]
        ? WordsOf(first)["AllTitle", Edition.Year]
        : throw new InvalidOperationException("A version has a group.");

    internal PrintWords WordsOf(PublishedGroup group) => new(Texts, Language, group.Criteria.Method.Decimals);
}
