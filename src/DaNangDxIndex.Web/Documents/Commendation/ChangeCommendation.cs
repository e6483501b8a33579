using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Commendations;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents.Commendation;

/// <summary>The office changes the rules by which agencies are put forward.</summary>
public sealed class ChangeCommendation(DxIndexDb db, Acts acts, TimeProvider clock)
{
    /// <param name="Seen">Version of the rules that were on screen; 0 for the usual ones.</param>
    public sealed record Command(int Year, int Seen, IReadOnlyList<CommendationRule> Rules);

    /// <returns>False when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>commendation.not-office</c>, and those of <see cref="CommendationRule.Require"/></exception>
    /// <exception cref="ChangedMeanwhile">Somebody else has changed the rules since.</exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.Office))
            throw new RuleViolation("commendation.not-office", new(
                "Chỉ cơ quan thường trực được sửa quy tắc đề nghị khen thưởng.",
                "Only the standing office changes the rules for commendation."));
        await using var act = await acts.BeginAsync(ct);
        if (!await db.Set<Edition>().AnyAsync(edition => edition.Year == command.Year, ct))
            return false;
        var groups = await db.Set<EditionGroup>().Where(group => group.Year == command.Year).Select(group => group.Code).ToListAsync(ct);
        CommendationRule.Require(command.Rules, groups);
        var plan = await db.Set<CommendationPlan>().SingleOrDefaultAsync(plan => plan.Year == command.Year, ct);
        if ((plan?.Version ?? 0) != command.Seen)
            throw new ChangedMeanwhile();
        var before = plan is null ? null : new { rules = plan.Rules };
        plan ??= db.Add(new CommendationPlan(command.Year, actor.Account, clock.GetUtcNow())).Entity;
        plan.Change(command.Rules, actor.Account, clock.GetUtcNow());
        await act.KeepAsync("commendation.rules", $"editions/{command.Year}", before, new { rules = command.Rules }, ct);
        return true;
    }
}
