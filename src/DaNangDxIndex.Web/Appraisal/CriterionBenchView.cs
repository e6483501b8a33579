using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Appraisal;

/// <summary>One criterion down all agencies of a group, each with its verdict, and one of them opened: one standard for all.</summary>
public sealed class CriterionBenchView(
    CriterionSheets sheets, BestOfGroup bestOfGroup, ShownEvidence evidence, OpenCriterion open, TimeProvider clock)
{
    /// <param name="Before">The year whose figures stand beside; 0 for none.</param>
    /// <param name="Awaited">Agencies that have handed in nothing.</param>
    public sealed record Content(
        Edition Edition, Bilingual Group, CriteriaSet Criteria, Criterion Criterion, IReadOnlyList<Row> Rows, IReadOnlyList<Agency> Awaited,
        Bilingual? Median, int Before, OpenedCriterion? Opened)
    {
        /// <summary>Why the person sees nothing of it; null where it is of their field.</summary>
        public RuleViolation? Refusal { get; init; }

        public IEnumerable<Row> Judged => Rows.Where(row => !row.Own);

        /// <summary>Where it is accepted together with others.</summary>
        public IEnumerable<Row> Acceptable => Judged.Where(row => row is { May: true, Line.Acceptable: true });

        /// <summary>Where it waits for a look of its own.</summary>
        public IEnumerable<Row> WantsLook => Judged.Where(row => row.May && row.Line is { Open: true, WantsLook: true });

        public int Waiting => Judged.Count(row => row.Waits);
    }

    /// <param name="May">The person may decide here and now.</param>
    /// <param name="Figure">In force, in brief; null where the criterion reads none.</param>
    /// <param name="Declared">Where it differs from what is in force.</param>
    /// <param name="LastYear">Null where there is nothing to compare with.</param>
    public sealed record Row(
        AppraisalSheet Sheet, string Name, BenchLine Line, bool Own, bool May, Bilingual? Figure, Bilingual? Declared, Bilingual? LastYear)
    {
        /// <summary>How many agencies last year's figures are of: several are added up for the one that they became.</summary>
        public int AgenciesBefore { get; init; }

        public string Agency => Sheet.Assessment.Agency;

        public bool Waits => May && Line is { Open: true, WaitsForMe: true };
    }

    /// <param name="agency">Which lies open.</param>
    /// <param name="after">Where none is named: the first that waits after this one, and round again.</param>
    /// <returns>Null where there is no such group or criterion, or no such agency on the bench.</returns>
    public async Task<Content?> FindAsync(
        int year, string group, string criterion, string? agency, string? after, Actor actor, CancellationToken ct)
    {
        if (await sheets.FindAsync(year, group, criterion, ct) is not { } loaded)
            return null;
        if (AppraisalRules.OutsideField(actor, loaded.Criterion.VerifyingUnit) is { } refusal)
            return new(loaded.Edition, loaded.Name, loaded.Scorer.Set, loaded.Criterion, [], [], null, 0, null) { Refusal = refusal };
        var best = await bestOfGroup.FindAsync(year, group, loaded.Scorer, ct);
        var now = clock.GetUtcNow();
        var names = new ShortNames(loaded.Sheets.Select(sheet => sheet.Agency.Name.ForReader()));
        List<Row> rows = [.. loaded.Sheets.Select(sheet => RowOf(sheet, names.Of(sheet.Agency.Name.ForReader()), loaded, best, actor, now))
            .OrderBy(row => row.Name, VietnameseOrder.Names)];
        var chosen = agency is null ? FirstWaiting(rows, after) : rows.Find(row => row.Agency == agency);
        if (agency is not null && chosen is null or { Own: true })
            return null;
        return new(
            loaded.Edition, loaded.Name, loaded.Scorer.Set, loaded.Criterion, rows,
            [.. loaded.Awaited.OrderBy(awaited => awaited.Name.ForReader(), VietnameseOrder.Names)],
            GroupMedian.InBrief(loaded.Scorer.Set, loaded.Criterion, [.. loaded.Sheets.Select(sheet => sheet.InForce.Figures)]),
            loaded.Before.Year,
            chosen is null ? null : await open.OfAsync(
                chosen.Sheet, chosen.Line, best, await evidence.OfAsync(year, chosen.Agency, ct), actor, ct));
    }

    private static Row RowOf(
        AppraisalSheet sheet, string name, CriterionSheets.Loaded loaded, GroupBest? best, Actor actor, DateTimeOffset now)
    {
        var (set, criterion, agency) = (loaded.Scorer.Set, loaded.Criterion, sheet.Assessment.Agency);
        var own = actor.BelongsTo(agency);
        var line = loaded.LineOf(sheet, best, actor);
        var (inForce, declared) = (InBrief(sheet.InForce), InBrief(sheet.AsDeclared));
        var before = loaded.Before.FiguresOf(agency, set, criterion);
        return new(
            sheet, name, line, own,
            AssessmentRules.Refusal(AssessmentVerb.Appraise, sheet.Assessment, sheet.Edition, actor, now) is null,
            inForce, declared == inForce ? null : declared, before.Count == 0 ? null : InBrief(sheet.InForce with { Figures = before }))
        {
            AgenciesBefore = loaded.Before.AgenciesOf(agency),
        };

        Bilingual? InBrief(ScoringInput input) => FigureInBrief.Of(set, criterion, input, best ?? GroupBest.None).Figure;
    }

    private static Row? FirstWaiting(List<Row> rows, string? after)
    {
        var from = rows.FindIndex(row => row.Agency == after) + 1;
        return rows.Skip(from).Concat(rows).FirstOrDefault(row => row.Waits)
            ?? rows.Find(row => row.Agency == after && !row.Own) ?? rows.Find(row => !row.Own);
    }
}
