using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>The verifying unit accepts a declared figure, or corrects it with a reason. Verdicts that read a corrected figure go stale.</summary>
public sealed class CheckFigure(DxIndexDb db, AppraisalSheets sheets, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Version">The version that was on screen.</param>
    /// <param name="Value">Invariant text of the corrected value; null for "no valid value". Not read when accepting.</param>
    public sealed record Command(int Year, string Agency, string Figure, int Version, bool Accept, string? Value, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.Reason).NotEmpty().WithErrorCode("CorrectionReasonMissing").When(command => !command.Accept);
            RuleFor(command => command.Reason).MaximumLength(2000).WithErrorCode("SentenceLong");
        }
    }

    /// <returns>The entry as it stands now, or null when there is no such assessment or figure.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the figure meanwhile.</exception>
    public async Task<FigureEntry?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet || sheet.Criteria.Figure(command.Figure) is not { } figure)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Appraise, sheet.Edition, actor, clock.GetUtcNow());
        AppraisalRules.RequireField(actor, figure.VerifyingUnit);

        var entry = EntryOf(sheet, command);
        var (before, inForce) = (Told(entry), entry.InForce);
        if (command.Accept)
            entry.Accept(actor.Account, clock.GetUtcNow());
        else
            entry.Correct(command.Value, command.Reason?.Trim() ?? "", actor.Account, clock.GetUtcNow());
        if (!string.Equals(inForce, entry.InForce, StringComparison.Ordinal))
            AppraisalRules.GoStale(sheet.Criteria, sheet.Verdicts, [entry.Figure]);
        audit.Add(command.Accept ? "figure.accept" : "figure.correct", $"{sheet.Subject}/figures/{command.Figure}", before, Told(entry));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return entry;
    }

    /// <summary>A blank figure has no row yet; it can still be corrected.</summary>
    private FigureEntry EntryOf(AppraisalSheet sheet, Command command)
    {
        var entry = sheet.Entries.GetValueOrDefault(command.Figure);
        if ((entry?.Version ?? 0) != command.Version)
            throw new DbUpdateConcurrencyException("The figure has changed since it was shown.");
        return entry ?? db.Add(new FigureEntry(command.Year, command.Agency, command.Figure)).Entity;
    }

    private static object Told(FigureEntry entry) => new { entry.Declared, entry.Accepted, entry.CorrectionReason };
}
