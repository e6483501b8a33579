using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Numbers of the annexes of a publication: the ranked tables in the order of the groups, from the number
/// that the document names on, then the scorecards under the next. None where the document has no annexes. A draft, whose document is not
/// known yet, counts from I.
/// </summary>
internal static class Annex
{
    public static string? OfTable(PublishedEdition edition, PublishedGroup group, bool draft = false)
    {
        var place = edition.Groups.ToList().IndexOf(group);
        return draft && !edition.Illustrative ? RomanNumeral.Of(place + 1) : Of(edition, place);
    }

    public static string? OfScorecards(PublishedEdition edition) => Of(edition, edition.Groups.Count);

    private static string? Of(PublishedEdition edition, int place) =>
        edition.Document?.Annex is { } first ? RomanNumeral.Of(RomanNumeral.Read(first) + place) : null;
}
