using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Accepts what nothing marks, in one act for one agency or for many: the criteria, and the figures that only they read. Nobody who has
/// looked at a whole list should have to press forty buttons to say so.
/// </summary>
internal static class Acceptance
{
    /// <param name="lines">All that are looked at here, the marked ones too.</param>
    /// <returns>What was accepted, for the trail; null for nothing.</returns>
    public static Accepted? Of(DxIndexDb db, AppraisalSheet sheet, IReadOnlyCollection<BenchLine> lines, Actor actor, DateTimeOffset now)
    {
        List<string> criteria = [.. lines.Where(line => line.Acceptable).Select(line => line.Criterion.Code)];
        foreach (var code in criteria)
            db.Add(sheet.Begin(code)).Entity.Accept(actor.Account, now);
        var figures = FiguresOf(sheet, lines, actor);
        figures.ForEach(entry => entry.Accept(actor.Account, now));
        return criteria.Count + figures.Count == 0 ? null
            : new(sheet.RoundTold, criteria, figures.ConvertAll(entry => entry.Figure));
    }

    /// <summary>Figures of the person's field that nobody has checked; none that a marked criterion reads.</summary>
    private static List<FigureEntry> FiguresOf(AppraisalSheet sheet, IReadOnlyCollection<BenchLine> lines, Actor actor)
    {
        var looked = lines.Where(line => line.WantsLook).SelectMany(line => line.Criterion.Figures).ToHashSet(StringComparer.Ordinal);
        return [.. sheet.Entries.Values.Where(entry =>
            entry is { AcceptedAt: null, Declared: not null } && !looked.Contains(entry.Figure)
                && sheet.Criteria.Figure(entry.Figure) is { } figure
                && AppraisalRules.IsInFieldOf(actor, figure.VerifyingUnit)
                && sheet.Judged.IsFigureOpen(sheet.Criteria, figure.Code))];
    }

    /// <param name="Round">Null for the first.</param>
    public sealed record Accepted(int? Round, IReadOnlyList<string> Criteria, IReadOnlyList<string> Figures);
}
