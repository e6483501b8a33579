using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>The site's own print of what a file says it is, to be held beside it.</summary>
public sealed class PrintedCopies(
    PrintedCards cards, PrintedScorecards scorecards, StandingsPdf standings, PrintedFiles files, PublicAddress address)
{
    /// <summary>The code that was given out for a scorecard, and the bytes; null where there is nothing of the kind.</summary>
    public async Task<(string? Code, byte[]? Bytes)> FindAsync(PublishedVersion version, PaperIdentity said, CancellationToken ct)
    {
        if (version.Edition.Group(said.Group) is not { } group)
            return (null, null);
        if (said.Agency is null)
            return (null, files.Get(version.Digest, $"standings.{said.Group}.{said.Language}", () => standings.Write(
                version, group, said.Language, StandingsPdfController.AddressOf(address, version, group, said.Language))));
        return await cards.FindAsync(version, group, said.Agency, ct) is not { } card
            ? (null, null)
            : (card.Code, scorecards.Of(card, said.Language));
    }
}
