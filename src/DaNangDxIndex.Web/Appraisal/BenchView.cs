using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// One agency on the bench: every criterion with its verdict, and one of them opened with its figures, declared beside accepted,
/// and the points each side gives.
/// </summary>
public sealed class BenchView(DxIndexDb db, AppraisalSheets sheets, BestOfGroup bestOfGroup, ShownEvidence evidence, EvidenceHints hints)
{
    /// <param name="IsProvisional">Somebody in the group is not appraised yet.</param>
    public sealed record Content(
        AppraisalSheet Sheet, Scorecard SelfAssessed, Scorecard Appraised, bool IsProvisional, IReadOnlyList<Line> Lines, Opened? Opened);

    /// <summary>One criterion in the list at the left.</summary>
    /// <param name="Verdict">The last one, of either round.</param>
    /// <param name="Request">The agency's request for "not applicable", or null.</param>
    /// <param name="AboveWhole">A part lies above its whole, so that accepting it wants a sentence.</param>
    public sealed record Line(
        Criterion Criterion, CriterionResult Self, CriterionResult Result,
        Verdict? Verdict, NotApplicableRequest? Request, bool Mine, bool AboveWhole)
    {
        /// <summary>It was opened again and has not been decided anew.</summary>
        public bool OpenedAgain { get; init; }

        /// <summary>The agency replied to the verdict, and it has not been decided anew.</summary>
        public bool RepliedTo { get; init; }

        /// <summary>Pieces that are shown for it.</summary>
        public int Evidence { get; init; }

        /// <summary>It is judged in this round.</summary>
        public bool Open { get; init; }

        /// <summary>Of the verdict that this round can change; 0 while it has none.</summary>
        public int Version { get; init; }

        public bool Waits => Verdict is null || Verdict.Stale || OpenedAgain || RepliedTo;

        public bool Acceptable => Mine && !AboveWhole && AppraisalRules.IsAcceptableAtOnce(Verdict, Request);

        /// <summary>It waits for a look of its own: accepting the rest passes it over.</summary>
        public bool WantsLook => Mine && Waits && !Acceptable;
    }

    /// <param name="DecidedBy">Who gave the verdict; null where there is none.</param>
    public sealed record Opened(
        Line Line, Explanation Explanation, Bilingual Rule, NotApplicableRequest? Request,
        IReadOnlyList<FigureLine> Figures, string? DecidedBy, BenchEvidence Evidence)
    {
        /// <summary>What the agency answered to the first round; null where it did not.</summary>
        public Reply? Reply { get; init; }

        /// <summary>The verdict of the first round that the second has judged anew, or is about to.</summary>
        public Verdict? FirstRound { get; init; }
    }

    public sealed record FigureLine(Figure Figure, FigureEntry? Entry, Bilingual Declared, Bilingual InForce, bool Mine)
    {
        /// <summary>The value that the agency holds right in its reply; null where it names none.</summary>
        public Bilingual? Claimed { get; init; }
    }

    public async Task<Content?> FindAsync(int year, string agency, string? criterion, Actor actor, CancellationToken ct)
    {
        if (await sheets.FindAsync(year, agency, ct) is not { } sheet)
            return null;
        var best = await bestOfGroup.FindAsync(year, sheet.Assessment.Group, sheet.Scorer, ct);
        var (self, appraised, aboveWhole) = (sheet.SelfAssessed, sheet.Appraised(best), sheet.AboveWhole);
        var (judged, waiting) = (sheet.Judged, sheet.Waiting);
        var shown = await evidence.OfAsync(year, agency, ct);
        List<Line> lines =
        [
            .. from pair in self.Criteria.Zip(appraised.Criteria)
               let asked = pair.Second.Criterion
               where asked.Rule is not null
               select new Line(
                   asked, pair.First, pair.Second, sheet.StandingOn(asked.Code), sheet.Requests.GetValueOrDefault(asked.Code),
                   AppraisalRules.IsInFieldOf(actor, asked.VerifyingUnit), aboveWhole.Contains(asked.Code))
               {
                   OpenedAgain = sheet.StandingOn(asked.Code) is { } given && judged.WasOpenedAgain(given),
                   RepliedTo = sheet.StandingOn(asked.Code) is { } first && judged.WasRepliedTo(first),
                   Open = judged.IsOpen(asked.Code, waiting),
                   Version = sheet.VerdictOn(asked.Code)?.Version ?? 0,
                   Evidence = shown.Of(asked.Code).Count,
               },
        ];
        var line = lines.Find(one => one.Criterion.Code == criterion)
            ?? lines.Find(one => one is { Mine: true, OpenedAgain: true } or { Mine: true, RepliedTo: true })
            ?? lines.Find(one => one is { Mine: true, Waits: true }) ?? lines.FirstOrDefault();
        return new Content(
            sheet, self, appraised, best is null, lines, line is null ? null : await OpenAsync(sheet, line, best, shown, actor, ct));
    }

    private async Task<Opened> OpenAsync(
        AppraisalSheet sheet, Line line, GroupBest? best, EvidenceOfAssessment shown, Actor actor, CancellationToken ct)
    {
        var set = sheet.Criteria;
        var now = Explanation.Of(set, line.Result, sheet.InForce, best);
        var declared = Explanation.Of(set, line.Self, sheet.AsDeclared);
        var reply = sheet.Replies.To(line.Criterion.Code);
        var figures = now.Figures.Zip(declared.Figures, (read, said) => new FigureLine(
            read.Figure, sheet.Entries.GetValueOrDefault(read.Figure.Code), said.Value, read.Value,
            AppraisalRules.IsInFieldOf(actor, read.Figure.VerifyingUnit) && sheet.Judged.IsFigureOpen(set, read.Figure.Code))
        {
            Claimed = reply?.Claims.GetValueOrDefault(read.Figure.Code) is { } claimed
                ? FigureInWords.Value(set, read.Figure, claimed, new("–", "–"))
                : null,
        });
        var by = line.Verdict is { } verdict
            ? await db.Set<Account>().Where(account => account.Id == verdict.DecidedBy)
                .Select(account => account.FullName).SingleOrDefaultAsync(ct)
            : null;
        var request = sheet.Requests.GetValueOrDefault(line.Criterion.Code);
        return new Opened(
            line, now, Explanation.RuleInWords(set, line.Criterion), request, [.. figures], by, await EvidenceAsync(sheet, line, shown, ct))
        {
            Reply = reply,
            FirstRound = sheet.EarlierOn(line.Criterion.Code) ?? (line.RepliedTo ? line.Verdict : null),
        };
    }

    /// <summary>Whoever may not appraise the criterion sees how much is shown for it, and not what.</summary>
    private async Task<BenchEvidence> EvidenceAsync(AppraisalSheet sheet, Line line, EvidenceOfAssessment shown, CancellationToken ct)
    {
        var (criterion, assessment) = (line.Criterion, sheet.Assessment);
        var attached = line.Mine ? shown.Of(criterion.Code) : [];
        return new(
            criterion.Evidence, line.Mine, assessment.SubmittedAt, attached, line.Mine ? shown.TakenAway(criterion.Code) : [],
            line.Mine ? shown.Reasons.GetValueOrDefault(criterion.Code)?.Sentence : null,
            await hints.OfAsync(assessment.Agency, assessment.Year, [.. attached.Select(one => one.Shown)], ct));
    }
}
