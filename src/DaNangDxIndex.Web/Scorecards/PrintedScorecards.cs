using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// The PDF of a scorecard, by the one recipe that everybody is handed it by: alone, in the file of a group, and where a copy is compared
/// byte for byte.
/// </summary>
public sealed class PrintedScorecards(ScorecardPdf pdf, PrintedFiles files, PublicAddress address)
{
    public byte[] Of(PrintedCard card, string language) => files.Get(
        card.Version.Digest, $"{card.Entrant.Agency}.{language}", () => pdf.Write(card, language, address.Of($"/verify/{card.Code}")));
}
