using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The agency's approver asks for its published result to be reviewed; the office answers in writing, once.</summary>
public sealed class FileReview(DxIndexDb db, CorrectionDrafts drafts, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Criterion">Code of the criterion; null where it is about the whole result.</param>
    public sealed record Command(int Year, string Agency, string? Criterion, string? Sentence);

    /// <param name="Number">Of the request.</param>
    public sealed record Answering(int Year, int Number, ReviewOutcome? Outcome, string? Answer);

    /// <returns>The request, or null when the agency has no published result, or no such criterion.</returns>
    public async Task<ReviewRequest?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(command.Year, ct) is not { Newest.Edition: { } published } found
            || published.GroupOf(command.Agency) is not { } group
            || (command.Criterion is { } code && group.Criteria.Criterion(code) is null))
            return null;
        var before = await db.Set<ReviewRequest>()
            .CountAsync(review => review.Year == command.Year && review.Agency == command.Agency, ct);
        var now = clock.GetUtcNow();
        var sentence = ReviewRules.RequireFiled(
            found.Edition, published.PublishedAt, command.Agency, actor, command.Sentence, before, now);
        var number = 1 + (await db.Set<ReviewRequest>().Where(review => review.Year == command.Year)
            .MaxAsync(review => (int?)review.Number, ct) ?? 0);
        var request = db.Add(new ReviewRequest(
            command.Year, number, command.Agency, published.Number, command.Criterion, sentence, actor.Account, now)).Entity;
        var name = group.NameOf(command.Agency);
        await notify.OthersAsync(new(
            command.Agency, NoticeKind.ReviewAsked, $"review/{command.Year}/{number}", $"/editions/{command.Year}/reviews",
            NoticeInWords.ReviewAsked(command.Year, number, name)), [Role.Office], ct);
        await act.KeepAsync("review.file", SubjectOf(request), null, new { number, command.Criterion }, ct);
        return request;
    }

    /// <returns>False when there is no such request.</returns>
    public async Task<bool> AnswerAsync(Answering command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await db.Set<ReviewRequest>()
            .FromSql($"SELECT * FROM review_request WHERE year = {command.Year} AND number = {command.Number} FOR UPDATE")
            .SingleOrDefaultAsync(ct) is not { } request)
            return false;
        var (outcome, answer) = ReviewRules.RequireAnswered(request, actor, command.Outcome, command.Answer);
        request.Reply(outcome, answer, actor.Account, clock.GetUtcNow());
        await notify.AgenciesAsync([new(
            request.Agency, NoticeKind.ReviewAnswered, $"review-answered/{command.Year}/{command.Number}",
            $"/assessments/{command.Year}/{request.Agency}/review",
            NoticeInWords.ReviewAnswered(command.Year, command.Number, outcome == ReviewOutcome.Upheld))], ct);
        await act.KeepAsync("review.answer", SubjectOf(request), null, new { command.Number, outcome }, ct);
        return true;
    }

    private static string SubjectOf(ReviewRequest request) => $"assessments/{request.Year}/{request.Agency}";
}
