using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>
/// The signatory signs a correction, which becomes the next version. What was published before stays as it is, readable and verifiable as
/// superseded; the agencies whose results move are told.
/// </summary>
public sealed class SignCorrection(
    DxIndexDb db, CorrectionDrafts drafts, CorrectionDoubts doubts, FreezeVersion freeze, TwoPeople two, Notify notify, Acts acts)
{
    /// <param name="Seen">Digest of the correction that was on screen; another one is not signed in its place.</param>
    /// <param name="Document">What announces it; null marks a sample.</param>
    public sealed record Command(int Year, string Seen, PublishedDocument? Document);

    /// <returns>The new version, or null when nothing is prepared, or where it waits for another signatory.</returns>
    public async Task<Publication?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(command.Year, ct) is not { Draft: { } draft, Correction: { } correction } found)
            return null;
        CorrectionRules.RequireSigned(found.Edition, actor);
        PublicationRules.RequireDocument(found.Edition, command.Document is not null);
        if (found.IsOvertaken)
            throw CorrectionRules.CorrectedMeanwhile();
        CorrectionRules.RequireSeen(command.Seen, correction);
        var doubted = await doubts.OfAsync(found, ct);
        if (CorrectionRules.Contradiction(doubted) is { } contradiction)
            throw contradiction;
        var what = new TwoPeople.What(ProposalKind.Correction, $"editions/{command.Year}",
            CorrectionRules.Proposed(command.Year, command.Document, draft.Cause, correction, doubted.Count));
        if (await two.AskAsync(FourEyes.Publication, what, command, actor, ct))
        {
            await act.KeepAsync(ct);
            return null;
        }

        var next = await freeze.NextAsync(command.Year, ct);
        var publication = freeze.Keep(found.Newest.Edition with
        {
            Tenant = next.Tenant,
            Number = next.Number,
            Document = command.Document,
            PublishedAt = next.At,
            AuditHead = next.AuditHead,
            Groups = found.Groups,
            Correction = correction,
        }, actor);
        // Its changes go with it.
        db.Remove(draft);
        await notify.AgenciesAsync([.. correction.Moved.Select(moved => ToldOf(found, moved, command.Year, next.Number))], ct);
        var after = new
        {
            publication.Number,
            publication.Digest,
            Document = command.Document?.Citation.Vi,
            draft.Cause,
            Moved = correction.Moved.Count,
        };
        await act.KeepAsync("edition.correct", $"editions/{command.Year}", new { correction.Of }, after, ct);
        return publication;
    }

    private static Notify.ToAgency ToldOf(CorrectionDrafts.Found found, MovedResult moved, int year, int number)
    {
        var method = found.Groups.First(group => group.Code == moved.Group).Criteria.Method;
        return new(
            moved.Agency, NoticeKind.Corrected, $"corrected/{year}/{number}", NoticePath.Result(year, moved.Agency),
            NoticeInWords.Corrected(year, CorrectionInWords.Of(method, moved)));
    }
}
