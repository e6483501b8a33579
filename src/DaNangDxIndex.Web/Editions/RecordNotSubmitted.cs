using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>At the deadline the office records that an agency did not submit: scored on what is there, or left out of the ranking.</summary>
public sealed class RecordNotSubmitted(DxIndexDb db, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, bool LeaveOut, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty().WithErrorCode("ReasonMissing").MaximumLength(500).WithErrorCode("ReasonLong");
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Assessment>().SingleOrDefaultAsync(one => one.Year == command.Year && one.Agency == command.Agency, ct) is not { } assessment)
            return false;
        var edition = await db.Set<Edition>().SingleAsync(one => one.Year == command.Year, ct);
        var before = assessment.State;
        assessment.RecordNotSubmitted(command.Reason ?? "", command.LeaveOut, edition, actor, clock.GetUtcNow());
        audit.Add("assessment.record-not-submitted", $"editions/{command.Year}/agencies/{command.Agency}", new { State = before }, new { assessment.State, assessment.LeftOut, command.Reason });
        await db.SaveChangesAsync(ct);
        return true;
    }
}
