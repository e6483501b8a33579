using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>The verifying unit accepts a declared figure, or corrects it with a reason. Verdicts that read a corrected figure go stale.</summary>
public sealed class CheckFigure(DxIndexDb db, AppraisalSheets sheets, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Version">The version that was on screen.</param>
    /// <param name="Typed">The correct value as it was typed; blank for "no valid value". Not read when accepting.</param>
    /// <param name="Language">The language in which it was typed; null for invariant text.</param>
    public sealed record Command(
        int Year, string Agency, string Figure, int Version, bool Accept, string? Typed, string? Language, ReasonCode? Reason, string? Sentence);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Reason).NotNull().WithErrorCode("ReasonMissing").When(command => !command.Accept);
            RuleFor(command => command.Sentence).NotEmpty().WithErrorCode("CorrectionSentenceMissing").When(command => !command.Accept);
            RuleFor(command => command.Sentence).MaximumLength(2000).WithErrorCode("SentenceLong");
        }
    }

    /// <param name="Refused">Why the typed value is none of this figure; null when it was taken.</param>
    public sealed record Outcome(Bilingual? Refused);

    /// <returns>Null when there is no such assessment or figure.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the figure meanwhile.</exception>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet || sheet.Criteria.Figure(command.Figure) is not { } figure)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Appraise, sheet.Edition, actor, clock.GetUtcNow());
        AppraisalRules.RequireField(actor, figure.VerifyingUnit);
        var reading = command.Accept ? new(null, null) : TypedFigure.Read(figure, command.Typed, command.Language);
        if (reading.Refusal is { } refusal)
            return new(refusal);

        var entry = EntryOf(sheet, command);
        var (before, inForce) = (Told(entry), entry.InForce);
        if (command.Accept)
            entry.Accept(actor.Account, clock.GetUtcNow());
        else
            entry.Correct(reading.Value?.Write(figure), command.Reason, command.Sentence, actor.Account, clock.GetUtcNow());
        if (!string.Equals(inForce, entry.InForce, StringComparison.Ordinal))
            AppraisalRules.GoStale(sheet.Criteria, sheet.Verdicts, [entry.Figure]);
        audit.Add(command.Accept ? "figure.accept" : "figure.correct", $"{sheet.Subject}/figures/{command.Figure}", before, Told(entry));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(Refused: null);
    }

    /// <summary>A blank figure has no row yet; it can still be corrected.</summary>
    private FigureEntry EntryOf(AppraisalSheet sheet, Command command)
    {
        var entry = sheet.Entries.GetValueOrDefault(command.Figure);
        if ((entry?.Version ?? 0) != command.Version)
            throw new DbUpdateConcurrencyException("The figure has changed since it was shown.");
        return entry ?? db.Add(new FigureEntry(command.Year, command.Agency, command.Figure)).Entity;
    }

    /// <summary>The trail keeps the values and the reason's code; the sentence stays with the figure.</summary>
    private static object Told(FigureEntry entry) => new { entry.Declared, entry.Accepted, entry.CorrectionReason };
}
