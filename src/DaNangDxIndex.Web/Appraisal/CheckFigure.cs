using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>The verifying unit accepts a declared figure, or corrects it with a reason. Verdicts that read a corrected figure go stale.</summary>
public sealed class CheckFigure(DxIndexDb db, AssessmentUnderAppraisal assessments, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Version">The version that was on screen.</param>
    /// <param name="Value">Invariant text of the corrected value; null for "no valid value". Not read when accepting.</param>
    public sealed record Command(int Year, string Agency, string Figure, int Version, bool Accept, string? Value, string? Reason);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(command => command.Reason).NotEmpty().WithErrorCode("CorrectionReasonMissing").When(command => !command.Accept);
    }

    /// <returns>The entry as it stands now, or null when there is no such assessment or figure.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the figure meanwhile.</exception>
    public async Task<FigureEntry?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (await assessments.FindAsync(command.Year, command.Agency, ct) is not { } under || under.Criteria.Figure(command.Figure) is not { } figure)
            return null;
        under.Assessment.Require(AssessmentVerb.Appraise, under.Edition, actor, clock.GetUtcNow());
        AppraisalRules.RequireField(actor, figure.VerifyingUnit);

        var entry = await EntryAsync(command, ct);
        var before = new { entry.Declared, entry.Accepted };
        if (command.Accept)
            entry.Accept(actor.Account, clock.GetUtcNow());
        else
            entry.Correct(command.Value, command.Reason ?? "", actor.Account, clock.GetUtcNow());
        await MakeStaleAsync(under, before.Accepted ?? before.Declared, entry, ct);
        audit.Add(command.Accept ? "figure.accept" : "figure.correct", Subject(command), before, new { entry.Declared, entry.Accepted, entry.CorrectionReason });
        await db.SaveChangesAsync(ct);
        return entry;
    }

    /// <summary>A blank figure has no row yet; it can still be corrected.</summary>
    private async Task<FigureEntry> EntryAsync(Command command, CancellationToken ct)
    {
        var entry = await db.Set<FigureEntry>().SingleOrDefaultAsync(
            one => one.Year == command.Year && one.Agency == command.Agency && one.Figure == command.Figure, ct);
        if ((entry?.Version ?? 0) != command.Version)
            throw new DbUpdateConcurrencyException("The figure has changed since it was shown.");
        return entry ?? db.Add(new FigureEntry(command.Year, command.Agency, command.Figure)).Entity;
    }

    private async Task MakeStaleAsync(AssessmentUnderAppraisal.Found under, string? before, FigureEntry entry, CancellationToken ct)
    {
        if (string.Equals(before, entry.InForce, StringComparison.Ordinal))
            return;
        var readers = under.Criteria.Criteria.Where(criterion => criterion.Figures.Contains(entry.Figure, StringComparer.Ordinal)).Select(criterion => criterion.Code).ToList();
        var verdicts = await db.Set<Verdict>().Where(verdict => verdict.Year == entry.Year && verdict.Agency == entry.Agency && readers.Contains(verdict.Criterion)).ToListAsync(ct);
        foreach (var verdict in verdicts.Where(verdict => !verdict.Stale))
            verdict.GoStale();
    }

    private static string Subject(Command command) => $"editions/{command.Year}/agencies/{command.Agency}/figures/{command.Figure}";
}
