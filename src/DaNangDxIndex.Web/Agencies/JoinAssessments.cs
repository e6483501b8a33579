using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

/// <summary>
/// A merger that takes effect inside the year of an edition that is open for entry: the assessments of those that end are joined to that of
/// the heir,
/// which is offered their figures and states them itself.
/// </summary>
public sealed class JoinAssessments(DxIndexDb db, CriteriaInForce criteria, TimeProvider clock)
{
    private sealed record Heir(string Code, Bilingual Name, string Group, string? Parent);

    /// <summary>What the rules of lineage cannot see: whether the heir can take the assessments over.</summary>
    public async Task<IReadOnlyList<LineageFault>> FaultsAsync(LineageWish wish, AgencyRegister.Found register, CancellationToken ct)
    {
        var faults = new List<LineageFault>();
        var heir = HeirOf(wish, register);
        foreach (var year in Joining(wish, register).Select(part => part.Year).Distinct())
        {
            if (await db.Set<Assessment>().AsNoTracking()
                .SingleOrDefaultAsync(assessment => assessment.Year == year && assessment.Agency == heir.Code, ct)
                is { } own)
            {
                if (!own.MayJoin)
                    faults.Add(new(
                        "Heir",
                        $"Hồ sơ năm {year} của {heir.Name.Vi} đã nộp nên không nhận thêm số liệu được. Rút hoặc trả lại hồ sơ này trước.",
                        $"The {year} assessment of {heir.Name.En} has been submitted and can take nothing over. Have it recalled first."));
            }
            else if (!await db.Set<EditionGroup>()
                .AnyAsync(group => group.Year == year && group.Code == heir.Group && group.CriteriaFile != null, ct))
            {
                faults.Add(new(
                    wish.Heir is null ? "New[0].Place.Group" : "Heir",
                    $"Kỳ đánh giá năm {year} không có khối của {heir.Name.Vi}. Chọn khối có trong kỳ đánh giá.",
                    $"The {year} assessment has no group for {heir.Name.En}. Choose a group that it has."));
            }
        }
        return faults;
    }

    /// <summary>What becomes of each figure, in the heir's own form.</summary>
    public async Task<IReadOnlyList<Bilingual>> SentencesAsync(LineageWish wish, AgencyRegister.Found register, CancellationToken ct)
    {
        var sentences = new List<Bilingual>();
        var heir = HeirOf(wish, register);
        foreach (var part in Joining(wish, register))
        {
            var asked = await AskedAsync(part.Year, heir, ct);
            var entered = await db.Set<FigureEntry>().AsNoTracking()
                .Where(entry => entry.Year == part.Year && entry.Agency == part.Agency && entry.Declared != null)
                    .Select(entry => entry.Figure).ToListAsync(ct);
            var figures = asked.Where(figure => entered.Contains(figure.Code, StringComparer.Ordinal)).ToList();
            sentences.Add(Sentence(part.Year, register.Agencies[part.Agency].Name, heir.Name, figures));
        }
        return sentences;
    }

    /// <exception cref="ChangedMeanwhile">An assessment was handed in since.</exception>
    public async Task ApplyAsync(Act act, LineageWish wish, AgencyRegister.Found register, CancellationToken ct)
    {
        var joining = Joining(wish, register);
        var heir = HeirOf(wish, register);
        if (joining.Count > 0)
            // The heir may be as new as this act, and has to be there first.
            await db.SaveChangesAsync(ct);
        foreach (var year in joining.GroupBy(part => part.Year))
        {
            List<string> codes = [.. year.Select(part => part.Agency), heir.Code];
            var assessments = await db.Set<Assessment>()
                .FromSql($"SELECT * FROM assessment WHERE year = {year.Key} AND agency = ANY ({codes}) FOR UPDATE").ToListAsync(ct);
            if (assessments.Exists(assessment => !assessment.MayJoin))
                throw new ChangedMeanwhile();
            var ended = assessments.FindAll(assessment => assessment.Agency != heir.Code);
            if (ended.Count == assessments.Count)
                Begin(heir, ended);
            foreach (var assessment in ended)
            {
                assessment.Join(heir.Code, clock.GetUtcNow());
                act.Tell("assessment.join", $"editions/{year.Key}/agencies/{assessment.Agency}", new { assessment.State },
                    new { into = heir.Code });
            }
        }
    }

    /// <summary>The parts of those that end here which join the heir's.</summary>
    public static IReadOnlyList<TookPart> Joining(LineageWish wish, AgencyRegister.Found register) => wish.Kind != LineageActKind.Merge
        ? [] :
    [
        .. register.Parts.Where(part => part.MayJoin && part.InForceOn >= wish.Day
            && wish.From.Contains(part.Agency, StringComparer.Ordinal))
            .OrderBy(part => part.Year).ThenBy(part => part.Agency, StringComparer.Ordinal),
    ];

    private void Begin(Heir heir, List<Assessment> ended)
    {
        var assessment = new Assessment(
            ended[0].Year, heir.Code, heir.Group, heir.Parent, ended.Exists(before => before.Ranked), AssessmentState.Entering);
        db.Add(ended.Exists(before => before.Illustrative) ? assessment.MarkedIllustrative() : assessment);
    }

    private async Task<IReadOnlyList<Figure>> AskedAsync(int year, Heir heir, CancellationToken ct)
    {
        var group = await db.Set<Assessment>().Where(assessment => assessment.Year == year && assessment.Agency == heir.Code)
            .Select(assessment => assessment.Group)
            .SingleOrDefaultAsync(ct);
        return await criteria.ScorerAsync(year, group ?? heir.Group, ct) is { } scorer ? [.. EntryForm.Of(scorer.Set, heir.Code).Asked]
            : [];
    }

    private static Heir HeirOf(LineageWish wish, AgencyRegister.Found register) => wish.Heir is { } code
        && register.Agencies.TryGetValue(code, out var agency)
        ? new(agency.Code, agency.Name, agency.Group, agency.Parent)
        : wish.New is [var entered, ..] ? new(entered.Code, entered.Name, entered.Place.Group, entered.Place.Parent)
            : new("", new("", ""), "", null);

    private static Bilingual Sentence(int year, Bilingual agency, Bilingual heir, List<Figure> figures)
    {
        var lost = figures.FindAll(figure => !JoinedFigure.CanBeAdded(figure));
        var (added, left) = (new Counted(figures.Count - lost.Count), new Counted(lost.Count));
        return new(
            $"Hồ sơ năm {year} của {agency.Vi} kết thúc. Số liệu đã nhập chuyển cho {heir.Vi}: {added} số liệu cộng được, cần xác nhận"
            + $"{(lost.Count == 0 ? "" : $"; {left} số liệu không cộng được, {heir.Vi} nhập lại: {Names(lost, "vi")}")}.",
            $"The {year} assessment of {agency.En} ends. What it entered is offered to {heir.En}: "
            + $"{added} {added:figure|figures} added up, to be confirmed"
            + $"{(lost.Count == 0 ? "" : $"; {left} that cannot be added and {left:is|are} to be entered anew: {Names(lost, "en")}")}.");
    }

    private static string Names(List<Figure> figures, string language) =>
        string.Join("; ", figures.Select(figure => figure.Name.In(language)));
}
