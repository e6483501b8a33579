using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// The verifying unit accepts a declared figure, or corrects it with a reason. Verdicts that read a corrected figure go stale.
/// </summary>
public sealed class CheckFigure(DxIndexDb db, AppraisalSheets sheets, Acts acts, TimeProvider clock)
{
    /// <param name="Version">The version that was on screen.</param>
    /// <param name="Typed">The correct value as it was typed; blank for "no valid value". Not read when accepting.</param>
    /// <param name="Language">The language in which it was typed; null for invariant text.</param>
    public sealed record Command(
        int Year, string Agency, string Figure, int Version, bool Accept,
        string? Typed, string? Language, ReasonCode? Reason, string? Sentence);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Reason).NotNull().WithErrorCode("ReasonMissing").When(command => !command.Accept);
            RuleFor(command => command.Sentence).NotEmpty().WithErrorCode("CorrectionSentenceMissing").When(command => !command.Accept);
            RuleFor(command => command.Sentence).MaximumLength(2000).WithErrorCode("SentenceLong");
        }
    }

    /// <summary>Code of the refusal of a value that is none of the figure.</summary>
    public const string ValueRefused = "figure.value";

    /// <returns>False when there is no such assessment or figure.</returns>
    /// <exception cref="RuleViolation"><see cref="ValueRefused"/></exception>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the figure meanwhile.</exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet
            || sheet.Criteria.Figure(command.Figure) is not { } figure)
            return false;
        sheet.Assessment.Require(AssessmentVerb.Appraise, sheet.Edition, actor, clock.GetUtcNow());
        AppraisalRules.RequireField(actor, figure.VerifyingUnit);
        sheet.RequireOpen(figure);
        var reading = command.Accept ? new(null, null) : TypedFigure.Read(figure, command.Typed, command.Language);
        if (reading.Refusal is { } refusal)
            throw new RuleViolation(ValueRefused, refusal);

        var entry = EntryOf(sheet, command);
        var (before, inForce) = (Told(entry), entry.InForce);
        if (command.Accept)
            entry.Accept(actor.Account, clock.GetUtcNow());
        else
            entry.Correct(reading.Value?.Write(figure), command.Reason, command.Sentence, actor.Account, clock.GetUtcNow());
        if (!string.Equals(inForce, entry.InForce, StringComparison.Ordinal))
            AppraisalRules.GoStale(sheet.Criteria, sheet.Verdicts, [entry.Figure]);
        await act.KeepAsync(
            command.Accept ? "figure.accept" : "figure.correct", $"{sheet.Subject}/figures/{command.Figure}", before, Told(entry), ct);
        return true;
    }

    /// <summary>A blank figure has no row yet; it can still be corrected.</summary>
    private FigureEntry EntryOf(AppraisalSheet sheet, Command command)
    {
        var entry = sheet.Entries.GetValueOrDefault(command.Figure);
        ChangedMeanwhile.RequireSame(command.Version, entry?.Version ?? 0);
        return entry ?? db.Add(new FigureEntry(command.Year, command.Agency, command.Figure)).Entity;
    }

    /// <summary>The trail keeps the values and the reason's code; the sentence stays with the figure.</summary>
    private static object Told(FigureEntry entry) => new
    {
        entry.Declared, entry.Accepted, entry.CorrectionReason, entry.CorrectionSentence,
    };
}
