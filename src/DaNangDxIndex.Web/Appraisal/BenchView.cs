using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// One agency on the bench: every criterion with its verdict, and one of them opened with its figures, declared beside accepted,
/// and the points each side gives.
/// </summary>
public sealed class BenchView(DxIndexDb db, AssessmentUnderAppraisal assessments, AssessmentScorecard scorecards)
{
    public sealed record Content(
        AssessmentUnderAppraisal.Found Under, Bilingual AgencyName, Scorecard Declared, Scorecard Now, IReadOnlyList<Line> Lines, Opened? Opened);

    /// <summary>One criterion in the list at the left.</summary>
    public sealed record Line(Criterion Criterion, CriterionResult Result, Verdict? Verdict, bool Mine);

    public sealed record Opened(
        Line Line, CriterionResult Declared, Explanation Explanation, Bilingual Rule, NotApplicableRequest? Request, IReadOnlyList<FigureLine> Figures, string? Next);

    public sealed record FigureLine(Figure Figure, FigureEntry? Entry, Bilingual Declared, Bilingual InForce, bool Mine);

    public async Task<Content?> FindAsync(int year, string agency, string? criterion, Actor actor, CancellationToken ct)
    {
        if (await assessments.FindAsync(year, agency, ct) is not { } under)
            return null;
        var name = await db.Set<Agency>().AsNoTracking().Where(one => one.Code == agency).Select(one => one.Name).SingleAsync(ct);
        var verdicts = await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == year && verdict.Agency == agency && verdict.Round == under.Round).ToListAsync(ct);
        var (declared, now) = (await scorecards.DeclaredAsync(under, ct), await scorecards.OfAsync(under, ct));
        List<Line> lines = [.. now.Criteria.Where(result => result.Criterion.Rule is not null).Select(result => new Line(
            result.Criterion, result, verdicts.SingleOrDefault(verdict => Is(verdict.Criterion, result.Criterion.Code)),
            AppraisalRules.IsInFieldOf(actor, result.Criterion.VerifyingUnit)))];
        var line = lines.Find(one => Is(one.Criterion.Code, criterion)) ?? lines.Find(one => one is { Mine: true, Verdict: null }) ?? lines.FirstOrDefault();
        return new Content(under, name, declared, now, lines, line is null ? null : await OpenAsync(under, line, lines, declared, actor, ct));
    }

    private async Task<Opened> OpenAsync(AssessmentUnderAppraisal.Found under, Line line, List<Line> lines, Scorecard declared, Actor actor, CancellationToken ct)
    {
        var (year, agency, code) = (under.Assessment.Year, under.Assessment.Agency, line.Criterion.Code);
        var entries = await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year && entry.Agency == agency).ToDictionaryAsync(entry => entry.Figure, StringComparer.Ordinal, ct);
        var request = await db.Set<NotApplicableRequest>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year && one.Agency == agency && one.Criterion == code, ct);
        var inForce = await scorecards.InputAsync(under, entry => entry.InForce, withVerdicts: true, ct);
        var asDeclared = await scorecards.InputAsync(under, entry => entry.Declared, withVerdicts: false, ct);
        var declaredResult = declared.Criteria.Single(result => Is(result.Criterion.Code, code));
        var (now, then) = (Explanation.Of(under.Criteria, line.Result, inForce), Explanation.Of(under.Criteria, declaredResult, asDeclared));
        var figures = now.Figures.Zip(then.Figures, (read, said) => new FigureLine(
            read.Figure, entries.GetValueOrDefault(read.Figure.Code), said.Value, read.Value, AppraisalRules.IsInFieldOf(actor, read.Figure.VerifyingUnit)));
        var after = lines.SkipWhile(one => one != line).Skip(1).Concat(lines).FirstOrDefault(one => one.Mine && one != line && (one.Verdict is null || one.Verdict.Stale));
        return new Opened(line, declaredResult, now, Explanation.RuleInWords(under.Criteria, line.Criterion), request, [.. figures], after?.Criterion.Code);
    }

    private static bool Is(string code, string? other) => string.Equals(code, other, StringComparison.Ordinal);
}
