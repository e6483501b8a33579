using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>The lead appraiser returns an assessment to be completed, naming criteria and reason.</summary>
public sealed class ReturnAssessment(AppraisalSheets sheets, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty().WithErrorCode("ReturnReasonMissing").MaximumLength(2000).WithErrorCode("SentenceLong");
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return false;
        var before = sheet.Assessment.State;
        sheet.Assessment.Return(command.Reason?.Trim() ?? "", sheet.Edition, actor, clock.GetUtcNow());
        await act.KeepAsync("assessment.return", sheet.Subject, new { State = before }, new { sheet.Assessment.State, command.Reason }, ct);
        return true;
    }
}
