using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// The PDF of a scorecard, by the one recipe that everybody is handed it by: alone, in the file of a group, and where a copy is compared
/// byte for byte.
/// </summary>
public sealed class PrintedScorecards(ScorecardPdf pdf, PrintedFiles files, PublicAddress address)
{
    public byte[] Of(PrintedCard card, string language) =>
        files.Get(card.Version.Digest, NameOf(card, language), () => Print(card, language));

    /// <summary>One of very many: it is not kept, as it would take the place of what others ask for.</summary>
    public byte[] OneOfMany(PrintedCard card, string language) =>
        files.Find(card.Version.Digest, NameOf(card, language)) ?? Print(card, language);

    private byte[] Print(PrintedCard card, string language) => pdf.Write(card, language, address.Of($"/verify/{card.Code}"));

    private static string NameOf(PrintedCard card, string language) => $"{card.Entrant.Agency}.{language}";
}
