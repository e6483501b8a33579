using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>Lays one criterion of one agency open, the same on both benches.</summary>
public sealed class OpenCriterion(LookBeside look, EvidenceHints hints, Approvals approvals)
{
    public async Task<OpenedCriterion> OfAsync(
        AppraisalSheet sheet, BenchLine line, GroupBest? best, EvidenceOfAssessment shown, Actor actor, CancellationToken ct)
    {
        var set = sheet.Criteria;
        var now = Explanation.Of(set, line.Result, sheet.InForce, best);
        var declared = Explanation.Of(set, line.Self, sheet.AsDeclared);
        var beside = await look.OfAsync(sheet, line.Criterion, actor, ct);
        var reply = sheet.Replies.To(line.Criterion.Code);
        var figures = now.Figures.Zip(declared.Figures, (read, said) => new OpenedCriterion.FigureLine(
            read.Figure, sheet.Entries.GetValueOrDefault(read.Figure.Code), said.Value, read.Value,
            AppraisalRules.IsInFieldOf(actor, read.Figure.VerifyingUnit) && sheet.Judged.IsFigureOpen(set, read.Figure.Code))
        {
            Claimed = reply?.Claims.GetValueOrDefault(read.Figure.Code) is { } claimed
                ? FigureInWords.Value(set, read.Figure, claimed, new("–", "–"))
                : null,
            LastYear = beside.LastYear(set, read.Figure),
        });
        return new(
            sheet, line, now, Explanation.RuleInWords(set, line.Criterion), line.Request, [.. figures], beside,
            await EvidenceAsync(sheet, line, shown, ct))
        {
            Returned = await ReturnedAsync(sheet, line.Criterion, ct),
            Reply = reply,
            FirstRound = sheet.EarlierOn(line.Criterion.Code) ?? (line.RepliedTo ? line.Verdict : null),
        };
    }

    private async Task<(DateTimeOffset?, ReturnedCriteria.Answer)?> ReturnedAsync(
        AppraisalSheet sheet, Criterion criterion, CancellationToken ct)
    {
        var assessment = sheet.Assessment;
        if (!assessment.Returned.ContainsKey(criterion.Code))
            return null;
        var back = GivenBack.HandedInAgain(
            assessment, sheet.Criteria, await approvals.OfAsync(assessment.Year, assessment.Agency, ct));
        return back?.Criteria.FirstOrDefault(answer => answer.Criterion == criterion) is { } answer ? (back.At, answer) : null;
    }

    /// <summary>Whoever may not appraise the criterion sees how much is shown for it, and not what.</summary>
    private async Task<BenchEvidence> EvidenceAsync(AppraisalSheet sheet, BenchLine line, EvidenceOfAssessment shown, CancellationToken ct)
    {
        var (criterion, assessment) = (line.Criterion, sheet.Assessment);
        var attached = line.Mine ? shown.Of(criterion.Code) : [];
        return new(
            criterion.Evidence, line.Mine, assessment.SubmittedAt, attached, line.Mine ? shown.TakenAway(criterion.Code) : [],
            line.Mine ? shown.Reasons.GetValueOrDefault(criterion.Code)?.Sentence : null,
            await hints.OfAsync(assessment.Agency, assessment.Year, [.. attached.Select(attachment => attachment.Shown)], ct));
    }
}
