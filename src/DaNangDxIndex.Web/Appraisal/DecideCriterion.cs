using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>An appraiser decides on one criterion: accept what the rule gives, set points, or find it not applicable.</summary>
public sealed class DecideCriterion(DxIndexDb db, AppraisalSheets sheets, ReadTwice readTwice, Acts acts, TimeProvider clock)
{
    /// <param name="Version">Version of the verdict that was on screen; 0 where there was none.</param>
    public sealed record Command(int Year, string Agency, string Criterion, int Version,
        VerdictDecision Decision, decimal? Points, ReasonCode? Reason, string? Sentence);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Points).NotNull().WithErrorCode("PointsMissing")
                .When(command => command.Decision == VerdictDecision.Points);
            RuleFor(command => command.Reason).NotNull().WithErrorCode("ReasonMissing")
                .When(command => command.Decision != VerdictDecision.Accept);
            RuleFor(command => command.Sentence).NotEmpty().WithErrorCode("SentenceMissing")
                .When(command => command.Decision != VerdictDecision.Accept);
            RuleFor(command => command.Sentence).MaximumLength(2000).WithErrorCode("SentenceLong");
        }
    }

    /// <param name="Verdict">Null while the second of two readers is awaited, or they differ.</param>
    /// <param name="Next">The criterion that waits next for this person; null when none does.</param>
    public sealed record Outcome(Verdict? Verdict, string? Next);

    /// <returns>Null when there is no such assessment, or no such criterion that gives points.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else decided meanwhile.</exception>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Criteria.Criterion(command.Criterion) is not { Rule: not null } criterion)
        {
            return null;
        }
        sheet.Assessment.Require(AssessmentVerb.Appraise, sheet.Edition, actor, clock.GetUtcNow());
        AppraisalRules.RequireField(actor, criterion.VerifyingUnit);
        sheet.RequireOpen(criterion);
        sheet.Judged.RequireAnswer(criterion.Code, command.Sentence);

        if (sheet.Pairs.OpenOn(criterion) is { } pair)
            return await readTwice.HandleAsync(act, sheet, pair, criterion, command, actor, ct);

        var verdict = VerdictOf(sheet, command);
        var before = verdict.Version == 0 ? null : Told(verdict);
        Decide(verdict, command, sheet, criterion, actor.Account, clock.GetUtcNow());
        await act.KeepAsync("verdict.decide", $"{sheet.Subject}/criteria/{command.Criterion}", before, Told(verdict), ct);
        return new(verdict, sheet.NextFor(actor, command.Criterion));
    }

    private Verdict VerdictOf(AppraisalSheet sheet, Command command)
    {
        var verdict = sheet.VerdictOn(command.Criterion);
        ChangedMeanwhile.RequireSame(command.Version, verdict?.Version ?? 0);
        return verdict ?? db.Add(sheet.Begin(command.Criterion)).Entity;
    }

    /// <summary>Puts the decision on a verdict, which stands by itself or is what one of two readers holds.</summary>
    internal static void Decide(
        Verdict verdict, Command command, AppraisalSheet sheet, Criteria.Criterion criterion, Guid by, DateTimeOffset now)
    {
        switch (command.Decision)
        {
            case VerdictDecision.Accept when sheet.IsAboveWhole(criterion):
                verdict.AcceptAboveWhole(command.Reason, command.Sentence, by, now);
                break;
            case VerdictDecision.Accept:
                verdict.Accept(by, now, command.Sentence);
                break;
            case VerdictDecision.Points:
                verdict.SetPoints(command.Points ?? 0, criterion.Maximum, command.Reason, command.Sentence, by, now);
                break;
            case VerdictDecision.NotApplicable:
                verdict.FindNotApplicable(command.Reason, command.Sentence, by, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    /// <summary>The trail keeps the decision and its reason's code; the sentence stays in the verdict.</summary>
    internal static object Told(Verdict verdict) => new
    {
        Round = verdict.Round == 2 ? 2 : (int?)null, verdict.Decision, verdict.Points, verdict.Reason, verdict.Sentence, verdict.Stale,
    };
}
