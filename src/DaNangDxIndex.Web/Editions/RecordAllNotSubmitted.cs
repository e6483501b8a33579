using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>The same record for everybody who has not submitted, so that an edition of a hundred agencies can move on. The own agency is left to others.</summary>
public sealed class RecordAllNotSubmitted(DxIndexDb db, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(int Year, bool LeaveOut, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty().WithErrorCode("ReasonMissing").MaximumLength(500).WithErrorCode("ReasonLong");
    }

    /// <returns>How many were recorded, or null when there is no such edition.</returns>
    public async Task<int?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Edition>().SingleOrDefaultAsync(one => one.Year == command.Year, ct) is not { } edition)
            return null;
        var now = clock.GetUtcNow();
        var open = (await db.Set<Assessment>().Where(one => one.Year == command.Year).ToListAsync(ct))
            .Where(assessment => AssessmentRules.Refusal(AssessmentVerb.RecordNotSubmitted, assessment, edition, actor, now) is null).ToList();
        foreach (var assessment in open)
        {
            var before = assessment.State;
            assessment.RecordNotSubmitted(command.Reason ?? "", command.LeaveOut, edition, actor, now);
            audit.Add("assessment.record-not-submitted", $"editions/{command.Year}/agencies/{assessment.Agency}", new { State = before }, new { assessment.State, assessment.LeftOut, command.Reason });
        }

        await db.SaveChangesAsync(ct);
        return open.Count;
    }
}
