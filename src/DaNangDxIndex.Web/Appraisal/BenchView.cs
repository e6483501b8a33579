using DaNangDxIndex.Accounts;
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
public sealed class BenchView(DxIndexDb db, AppraisalSheets sheets)
{
    public sealed record Content(AppraisalSheet Sheet, Scorecard Declared, Scorecard Now, IReadOnlyList<Line> Lines, Opened? Opened);

    /// <summary>One criterion in the list at the left.</summary>
    public sealed record Line(Criterion Criterion, CriterionResult Result, Verdict? Verdict, bool Mine)
    {
        public bool Waits => Verdict is null || Verdict.Stale;

        public bool Acceptable => Mine && AppraisalRules.IsAcceptableAtOnce(Verdict);
    }

    /// <param name="DecidedBy">Who gave the verdict; null where there is none.</param>
    /// <param name="Next">The next criterion that waits for this person.</param>
    public sealed record Opened(
        Line Line, CriterionResult Declared, Explanation Explanation, Bilingual Rule, NotApplicableRequest? Request, IReadOnlyList<FigureLine> Figures, string? DecidedBy, string? Next);

    public sealed record FigureLine(Figure Figure, FigureEntry? Entry, Bilingual Declared, Bilingual InForce, bool Mine);

    public async Task<Content?> FindAsync(int year, string agency, string? criterion, Actor actor, CancellationToken ct)
    {
        if (await sheets.FindAsync(year, agency, ct) is not { } sheet)
            return null;
        var (declared, now) = (sheet.Score(sheet.AsDeclared()), sheet.Score(sheet.AsAppraised()));
        List<Line> lines = [.. now.Criteria.Where(result => result.Criterion.Rule is not null).Select(result => new Line(
            result.Criterion, result, sheet.VerdictOn(result.Criterion.Code), AppraisalRules.IsInFieldOf(actor, result.Criterion.VerifyingUnit)))];
        var line = lines.Find(one => Is(one.Criterion.Code, criterion)) ?? lines.Find(one => one is { Mine: true, Waits: true }) ?? lines.FirstOrDefault();
        return new Content(sheet, declared, now, lines, line is null ? null : await OpenAsync(sheet, line, lines, declared, actor, ct));
    }

    private async Task<Opened> OpenAsync(AppraisalSheet sheet, Line line, List<Line> lines, Scorecard declared, Actor actor, CancellationToken ct)
    {
        var declaredResult = declared.Criteria.Single(result => Is(result.Criterion.Code, line.Criterion.Code));
        var (now, then) = (Explanation.Of(sheet.Criteria, line.Result, sheet.AsAppraised()), Explanation.Of(sheet.Criteria, declaredResult, sheet.AsDeclared()));
        var figures = now.Figures.Zip(then.Figures, (read, said) => new FigureLine(
            read.Figure, sheet.Entries.GetValueOrDefault(read.Figure.Code), said.Value, read.Value, AppraisalRules.IsInFieldOf(actor, read.Figure.VerifyingUnit)));
        var by = line.Verdict is { } verdict ? await db.Set<Account>().Where(one => one.Id == verdict.DecidedBy).Select(one => one.FullName).SingleOrDefaultAsync(ct) : null;
        var after = lines.SkipWhile(one => one != line).Skip(1).Concat(lines).FirstOrDefault(one => one is { Mine: true, Waits: true } && one != line);
        return new Opened(
            line, declaredResult, now, Explanation.RuleInWords(sheet.Criteria, line.Criterion), sheet.Requests.GetValueOrDefault(line.Criterion.Code), [.. figures], by, after?.Criterion.Code);
    }

    private static bool Is(string code, string? other) => string.Equals(code, other, StringComparison.Ordinal);
}
