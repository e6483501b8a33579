using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Trail.AfterClose;

/// <summary>Every change of an edition that came after the deadline of its kind, in order, with its effect on points.</summary>
public sealed class LateChanges(DxIndexDb db, AssessmentSheets sheets, AppraisalSheets appraised, ToldEntries told)
{
    /// <summary>More than a page can show, and more than an edition that is run well has.</summary>
    public const int Most = 5_000;

    /// <param name="Effect">On the agency's total; null for an act that changes no points by itself.</param>
    /// <param name="Decimals">With which the edition prints points.</param>
    public sealed record Change(ToldEntry Told, LateAct Late, string? Agency, Fraction? Effect, int Decimals);

    public sealed record Report(Edition Edition, IReadOnlyList<Change> Changes);

    /// <returns>Null where there is no such edition.</returns>
    public async Task<Report?> OfAsync(int year, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(edition => edition.Year == year, ct) is not { } edition)
            return null;
        var assessments = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year)
            .ToDictionaryAsync(assessment => assessment.Agency, StringComparer.Ordinal, ct);
        var late = await LateAsync(edition, assessments, ct);
        var effects = await EffectsAsync(year, [.. late.Select(act => act.Entry)], ct);
        var entries = await told.OfAsync([.. late.Select(act => act.Entry)], ct);
        return new(edition, [.. late.Zip(entries, (act, entry) =>
        {
            var (effect, decimals) = effects.GetValueOrDefault(act.Entry.Number);
            return new Change(entry, act.Late, AuditSubject.Of(act.Entry.Subject).Agency, effect, decimals);
        })]);
    }

    private async Task<List<(AuditEntry Entry, LateAct Late)>> LateAsync(
        Edition edition, Dictionary<string, Assessment> assessments, CancellationToken ct)
    {
        var first = Enum.GetValues<LateAct.Phase>().Select(phase => LateAct.DeadlineOf(phase, edition.Calendar)).Min();
        if (first is not { } since)
            return [];
        var (subject, verbs) = ($"editions/{edition.Year}", LateAct.Verbs.ToList());
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.At >= since && verbs.Contains(entry.Verb)
                && (entry.Subject == subject || entry.Subject.StartsWith(subject + "/")))
            .OrderBy(entry => entry.Number).Take(Most).ToListAsync(ct);
        return [.. from entry in entries
                   let own = AuditSubject.Of(entry.Subject).Agency is { } code ? assessments.GetValueOrDefault(code) : null
                   let late = LateAct.Find(entry.Verb, entry.At, edition.Calendar, own?.ExtendedTo, own?.CompletesBy)
                   where late is not null
                   select (entry, late)];
    }

    private async Task<Dictionary<long, (Fraction? Effect, int Decimals)>> EffectsAsync(
        int year, IReadOnlyList<AuditEntry> late, CancellationToken ct)
    {
        var effects = new Dictionary<long, (Fraction?, int)>();
        foreach (var ofAgency in late.GroupBy(entry => AuditSubject.Of(entry.Subject).Agency, StringComparer.Ordinal))
        {
            if (ofAgency.Key is not { } agency || await sheets.FindAsync(year, agency, ct) is not { } sheet)
                continue;
            var judged = await appraised.FindAsync(year, agency, ct);
            var replay = new Replay(sheet, judged?.Verdicts ?? []);
            foreach (var entry in ofAgency.OrderByDescending(entry => entry.Number))
                effects[entry.Number] = (replay.TakeBack(entry), sheet.Set.Method.Decimals);
        }
        return effects;
    }
}
