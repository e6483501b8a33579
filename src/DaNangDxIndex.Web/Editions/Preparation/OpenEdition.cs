using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>
/// The office opens an edition: from now on its agencies enter figures, and its criteria change by a recorded amendment only.
/// </summary>
public sealed class OpenEdition(
    DxIndexDb db, EditionsInPreparation editions, PreparedEditions prepared, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Seen">Digest of what the office knows to be lacking (<see cref="Readiness.Digest"/>).</param>
    public sealed record Command(int Year, string Seen);

    /// <returns>False when there is no such edition.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } found)
            return false;
        var all = await prepared.GatherAsync(found, ct);
        var readiness = Readiness.Of(all, clock.GetUtcNow());
        found.Edition.Open(actor, readiness, command.Seen);
        var parents = all.Agencies.ToDictionary(agency => agency.Code, agency => agency.Parent, StringComparer.Ordinal);
        db.AddRange(
            all.Participants.Select(participant => Assessment(participant, parents[participant.Agency], found.Edition.Illustrative)));
        var names = all.Agencies.ToDictionary(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal);
        await notify.AgenciesAsync([.. all.Participants.Select(participant => new Notify.ToAgency(
            participant.Agency, NoticeKind.Opened, $"opened/{participant.Year}",
            NoticePath.Assessment(participant.Year, participant.Agency),
            NoticeInWords.Opened(participant.Year, names[participant.Agency], found.Edition.EntryClosesAt)))], ct);
        await act.KeepAsync("edition.open", $"editions/{command.Year}", new { Stage = EditionStage.Drafting }, new
        {
            found.Edition.Stage, Agencies = all.Participants.Count, Lacking = readiness.ToKnow.Select(lack => lack.Sentence.Vi),
        }, ct);
        return true;
    }

    private static Assessment Assessment(Participant participant, string? parent, bool illustrative)
    {
        var assessment = new Assessment(
            participant.Year, participant.Agency, participant.Group, parent, participant.Ranked, AssessmentState.Entering);
        return illustrative ? assessment.MarkedIllustrative() : assessment;
    }
}
