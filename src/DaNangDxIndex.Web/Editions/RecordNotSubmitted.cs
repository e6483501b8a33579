using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Notices;
using FluentValidation;

namespace DaNangDxIndex.Editions;

/// <summary>
/// After an agency's own deadline the office records that it did not submit. What becomes of it, the edition's method says.
/// </summary>
public sealed class RecordNotSubmitted(AssessmentSheets sheets, Notify notify, Acts acts, TimeProvider clock)
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
        await notify.AgenciesAsync([ToldOf(assessment, sheet.Agency.Name)], ct);
        await act.KeepAsync(
            "assessment.record-not-submitted", sheet.Subject, new { State = before }, new { assessment.State, Reason = assessment.Note },
            ct);
        return true;
    }

    /// <summary>Left out of the ranking, an agency hears it when it can still say that it was a mistake.</summary>
    internal static Notify.ToAgency ToldOf(Assessment assessment, Bilingual name) => new(
        assessment.Agency, NoticeKind.RecordedNotSubmitted,
        $"not-submitted/{assessment.Year}/{assessment.Agency}/{assessment.Version}",
        NoticePath.Assessment(assessment.Year, assessment.Agency),
        NoticeInWords.RecordedNotSubmitted(assessment.Year, name, assessment.Note));
}
