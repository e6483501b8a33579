using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser returns an assessment to be completed, naming criteria and reason.</summary>
public sealed class ReturnAssessment(DxIndexDb db, AssessmentUnderAppraisal assessments, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty().WithErrorCode("ReturnReasonMissing").MaximumLength(2000).WithErrorCode("SentenceLong");
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (await assessments.FindAsync(command.Year, command.Agency, ct) is not { } under)
            return false;
        under.Assessment.Return(command.Reason ?? "", under.Edition, actor, clock.GetUtcNow());
        audit.Add("assessment.return", $"editions/{command.Year}/agencies/{command.Agency}", null, new { command.Reason });
        await db.SaveChangesAsync(ct);
        return true;
    }
}
