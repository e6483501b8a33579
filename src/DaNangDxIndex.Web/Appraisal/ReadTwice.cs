using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What becomes of a decision on a criterion that was drawn: the reading of one of two people. Where both hold the same, it is the
/// verdict; where they differ, the lead appraiser gives it.
/// </summary>
public sealed class ReadTwice(DxIndexDb db, TimeProvider clock)
{
    /// <exception cref="RuleViolation"><c>pair.for-the-lead</c></exception>
    /// <exception cref="ChangedMeanwhile">The other's came meanwhile, or the own one in another window.</exception>
    internal async Task<DecideCriterion.Outcome> HandleAsync(
        Act act, AppraisalSheet sheet, Pair pair, Criterion criterion, DecideCriterion.Command command, Actor actor, CancellationToken ct)
    {
        if (pair.Refusal(actor) is { } refusal)
            throw refusal;
        ChangedMeanwhile.RequireSame(command.Version, pair.VersionFor(actor));
        var (subject, now) = ($"{sheet.Subject}/criteria/{criterion.Code}", clock.GetUtcNow());
        var held = new Verdict(command.Year, command.Agency, criterion.Code, sheet.Round);
        DecideCriterion.Decide(held, command, sheet, criterion, actor.Account, now);
        if (pair.Differs)
        {
            await act.KeepAsync("reading.settle", subject, null, DecideCriterion.Told(db.Add(sheet.Take(held)).Entity), ct);
            return new(held, sheet.NextFor(actor, criterion.Code));
        }

        var reading = pair.Of(actor) ?? db.Add(new Reading(command.Year, command.Agency, command.Criterion, actor.Account)).Entity;
        reading.Take(held, ShareOf(held, sheet, criterion), pair.Grounds);
        act.Tell("reading.give", subject, null, DecideCriterion.Told(held));
        var verdict = Settle(pair with { All = [.. pair.All.Where(other => other != reading), reading] }, sheet, now);
        if (verdict is not null)
            act.Tell("reading.agree", subject, null, DecideCriterion.Told(verdict));
        await act.KeepAsync(ct);
        return new(verdict, sheet.NextFor(actor, criterion.Code));
    }

    private Verdict? Settle(Pair pair, AppraisalSheet sheet, DateTimeOffset now)
    {
        if (!pair.IsAgreed)
            return null;
        var verdict = db.Add(sheet.Begin(pair.Criterion)).Entity;
        verdict.ComeOf(pair.InForce[0], now);
        return verdict;
    }

    /// <summary>What it gives of the maximum: as the rule says, or as set by hand.</summary>
    private static Fraction? ShareOf(Verdict held, AppraisalSheet sheet, Criterion criterion) => held.Decision switch
    {
        VerdictDecision.Accept => sheet.ShareIfAccepted(criterion) ?? Fraction.Zero,
        VerdictDecision.Points => held.Points.GetValueOrDefault() / criterion.Maximum,
        VerdictDecision.NotApplicable => null,
    };
}
