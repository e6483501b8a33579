using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The office begins a correction of what is published, says its cause anew, or drops it.</summary>
public sealed class PrepareCorrection(DxIndexDb db, CorrectionDrafts drafts, Acts acts, TimeProvider clock)
{
    /// <param name="Version">Of the draft that was on screen; null where there was none.</param>
    /// <param name="Review">Number of the upheld request for review that it follows from; null where it follows from none.</param>
    public sealed record Command(int Year, int? Version, string? Cause, Finder? FoundBy, int? Review);

    /// <returns>False when the year has no publication.</returns>
    /// <exception cref="RuleViolation"><c>correction.not-office</c>, <c>correction.cause</c>, <c>correction.finder</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(command.Year, ct) is not { } found)
            return false;
        CorrectionRules.RequirePrepared(found.Edition, actor);
        var cause = CorrectionRules.RequireCause(command.Cause);
        var finder = command.FoundBy ?? throw new RuleViolation("correction.finder", new(
            "Chọn bên phát hiện sai sót.", "Choose who found the error."));
        RequireSame(command.Version, found.Draft);
        var review = command.Review is { } number && await db.Set<ReviewRequest>().AnyAsync(
            request => request.Year == command.Year && request.Number == number && request.Outcome == ReviewOutcome.Upheld, ct) ? number
                : (int?)null;
        var before = found.Draft is { } draft ? new { draft.Cause, draft.FoundBy } : null;
        if (found.Draft is { } known)
            known.Say(cause, finder);
        else
            db.Add(new CorrectionDraft(
                command.Year, found.Newest.Edition.Number, cause, finder, review, actor.Account, clock.GetUtcNow()));
        await act.KeepAsync(
            before is null ? "correction.begin" : "correction.say", $"editions/{command.Year}", before, new { cause, finder }, ct);
        return true;
    }

    /// <returns>False when nothing is prepared.</returns>
    public async Task<bool> DropAsync(int year, int version, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(year, ct) is not { Draft: { } draft } found)
            return false;
        CorrectionRules.RequirePrepared(found.Edition, actor);
        ChangedMeanwhile.RequireSame(version, draft.Version);
        // Its changes go with it.
        db.Remove(draft);
        await act.KeepAsync("correction.drop", $"editions/{year}", new { draft.Cause, Changes = found.Drafted.Count }, null, ct);
        return true;
    }

    private static void RequireSame(int? seen, CorrectionDraft? draft)
    {
        if (seen != draft?.Version)
            throw new ChangedMeanwhile();
    }
}
