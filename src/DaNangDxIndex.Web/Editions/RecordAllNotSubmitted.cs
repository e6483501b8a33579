using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// Records in one act everybody whose deadline has passed without a submission: those, and only those, that were shown before.
/// </summary>
public sealed class RecordAllNotSubmitted(DxIndexDb db, RunningEditions editions, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Seen">Digest of the plan that was on screen.</param>
    public sealed record Command(int Year, string Seen, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => this.RuleForReason(command => command.Reason);
    }

    /// <returns>Null when there is no such edition.</returns>
    public async Task<NotSubmittedPlan?> PlanAsync(int year, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == year, ct) is not { } edition)
            return null;
        var assessments = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year).ToListAsync(ct);
        return NotSubmittedPlan.Of(edition, assessments, actor, clock.GetUtcNow());
    }

    /// <returns>How many were recorded, or null when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>not-submitted.changed</c></exception>
    public async Task<int?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } running)
            return null;
        var now = clock.GetUtcNow();
        var plan = NotSubmittedPlan.Of(running.Edition, running.Assessments, actor, now);
        if (plan.ChangedSince(command.Seen) is { } changed)
            throw changed;
        List<Assessment> late = [.. plan.Recorded.Select(line => line.Assessment)];
        foreach (var assessment in late)
        {
            var before = assessment.State;
            assessment.RecordNotSubmitted(command.Reason?.Trim() ?? "", running.Edition, actor, now);
            act.Tell(
                "assessment.record-not-submitted", $"editions/{command.Year}/agencies/{assessment.Agency}",
                new { State = before }, new { assessment.State, Reason = assessment.Note });
        }

        var names = await db.Set<Agency>().AsNoTracking()
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        await notify.AgenciesAsync([.. late.Select(assessment => RecordNotSubmitted.ToldOf(assessment, names[assessment.Agency]))], ct);
        await act.KeepAsync(ct);
        return late.Count;
    }
}
