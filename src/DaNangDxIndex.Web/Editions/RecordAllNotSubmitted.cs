using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;

namespace DaNangDxIndex.Editions;

/// <summary>The same record for everybody who has not submitted, so that an edition of a hundred agencies can move on. The own agency is left to others.</summary>
public sealed class RecordAllNotSubmitted(DxIndexDb db, RunningEditions editions, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(int Year, bool LeaveOut, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty().WithErrorCode("ReasonMissing").MaximumLength(500).WithErrorCode("ReasonLong");
    }

    /// <returns>How many were recorded, or null when there is no such edition.</returns>
    public async Task<int?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } running)
            return null;
        var now = clock.GetUtcNow();
        var open = running.Assessments.Where(one => AssessmentRules.Refusal(AssessmentVerb.RecordNotSubmitted, one, running.Edition, actor, now) is null).ToList();
        foreach (var assessment in open)
        {
            var before = assessment.State;
            assessment.RecordNotSubmitted(command.Reason ?? "", command.LeaveOut, running.Edition, actor, now);
            audit.Add("assessment.record-not-submitted", $"editions/{command.Year}/agencies/{assessment.Agency}", new { State = before }, new { assessment.State, assessment.LeftOut, command.Reason });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return open.Count;
    }
}
