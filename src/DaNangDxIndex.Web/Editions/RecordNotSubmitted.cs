using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using FluentValidation;

namespace DaNangDxIndex.Editions;

/// <summary>
/// After an agency's own deadline the office records that it did not submit. What becomes of it, the edition's method says.
/// </summary>
public sealed class RecordNotSubmitted(AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => this.RuleForReason(command => command.Reason);
    }

    /// <returns>False when there is no such assessment.</returns>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return false;
        var assessment = sheet.Assessment;
        var before = assessment.State;
        assessment.RecordNotSubmitted(command.Reason?.Trim() ?? "", sheet.Edition, actor, clock.GetUtcNow());
        await act.KeepAsync(
            "assessment.record-not-submitted", sheet.Subject, new { State = before }, new { assessment.State, Reason = assessment.Note },
            ct);
        return true;
    }
}
