using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>What a code stands for, and what became of the publication it belongs to.</summary>
/// <param name="SupersededBy">Number of the publication in force, when the paper is of an earlier one.</param>
/// <param name="Withdrawn">Why the version on the paper was taken out of force; null where it was not.</param>
/// <param name="Since">How the agency stands in the version in force, against the paper; null where nothing of it is another.</param>
public sealed record VerifiedCode(AgencyResult Result, PrintedCard Card, int? SupersededBy, Withdrawal? Withdrawn, MovedResult? Since)
{
    /// <summary>The publication that took the paper's place was taken out of force itself: none is in force.</summary>
    public bool NewestIsWithdrawn { get; init; }

    public PaperState State => PaperStates.Of(Card.Version.Edition, SupersededBy, Withdrawn);
}

/// <summary>What a paper is worth today.</summary>
public enum PaperState
{
    Valid,

    /// <summary>Made of illustrative figures: of no legal effect, and the newest.</summary>
    Sample,
    Superseded,
    Withdrawn,
}

public static class PaperStates
{
    public static PaperState Of(PublishedEdition paper, int? supersededBy, Withdrawal? withdrawn) =>
        withdrawn is not null ? PaperState.Withdrawn
        : supersededBy is not null ? PaperState.Superseded
        : paper.Illustrative ? PaperState.Sample
        : PaperState.Valid;
}

/// <summary>Finds what a code stands for, for page and API.</summary>
public sealed class VerifiedCodes(DxIndexDb db, AgencyResults results, PublishedEditions published)
{
    /// <summary>Null where this tenant gave out no such code.</summary>
    public async Task<VerifiedCode?> FindAsync(string code, CancellationToken ct)
    {
        if (await db.Set<ScorecardCode>().AsNoTracking()
            .SingleOrDefaultAsync(scorecardCode => scorecardCode.Code == code, ct) is not { } given
            || await results.FindAsync(given.Year, given.Agency, given.Number, ct) is not { Card: { } card } result)
            return null;
        var paper = card.Version.Edition;
        var newer = await results.SupersededByAsync(result, ct);
        var inForce = newer is { } number ? await published.FindAsync(paper.Year, number, ct) : null;
        var withdrawn = await published.WithdrawnAsync(paper.Year, ct);
        return new(
            result, card, newer, withdrawn.GetValueOrDefault(paper.Number),
            inForce is null ? null : CorrectedResults.Moved(paper, inForce.Edition, card.Entrant.Agency))
        {
            NewestIsWithdrawn = newer is { } newest && withdrawn.ContainsKey(newest),
        };
    }
}
