using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>Gives, in place of evidence, the reason why there is none; an empty sentence takes the reason back.</summary>
public sealed class SayWhyNoEvidence(DxIndexDb db, AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    /// <param name="Version">Of the reason that was on screen; 0 where there was none.</param>
    public sealed record Command(int Year, string Agency, string Criterion, string? Sentence, int Version);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Sentence).MaximumLength(ReasonWithoutEvidence.Longest).WithErrorCode("WhyLong");
    }

    /// <returns>Null where there is no such criterion.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else gave another reason.</exception>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Form.Lines.All(line => line.Criterion.Code != command.Criterion))
        {
            return null;
        }
        var now = clock.GetUtcNow();
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, now);
        var reason = await db.Set<ReasonWithoutEvidence>()
            .SingleOrDefaultAsync(
                reason => reason.Year == command.Year && reason.Agency == command.Agency && reason.Criterion == command.Criterion, ct);
        var (before, sentence) = (reason?.Sentence, command.Sentence?.Trim() ?? "");
        if (sentence == (before ?? ""))
            return sheet;
        ChangedMeanwhile.RequireSame(command.Version, reason?.Version ?? 0);
        if (sentence.Length == 0 && reason is not null)
            db.Remove(reason);
        else
            (reason ?? db.Add(new ReasonWithoutEvidence(command.Year, command.Agency, command.Criterion)).Entity)
                .Give(sentence, actor.Account, now);
        await act.KeepAsync(
            "evidence.say-why-none", $"{sheet.Subject}/criteria/{command.Criterion}", before is null ? null : new { reason = before },
            sentence.Length == 0 ? null : new { reason = sentence }, ct);
        return sheet;
    }
}
