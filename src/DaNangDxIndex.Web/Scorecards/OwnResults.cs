using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Replies;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>What an agency hears of its own result, on its page and by the API. Who may ask is theirs to say.</summary>
public sealed class OwnResults(
    DxIndexDb db, AppraisalSheets sheets, BestOfGroup bestOfGroup, AgencyResults results, ReplySheets replies, Approvals approvals)
{
    /// <returns>Null where there is no such assessment, or its round is not closed yet.</returns>
    public async Task<OwnResult?> FindAsync(int year, string agency, CancellationToken ct)
    {
        if (await sheets.FindHeardAsync(year, agency, ct) is not { } sheet)
            return null;
        var best = await bestOfGroup.FindAsync(year, sheet.Assessment.Group, sheet.Scorer, ct);
        var reopenings = await db.Set<Reopening>().AsNoTracking()
            .Where(reopening => reopening.Year == year && reopening.Agency == agency && reopening.OpenedAt != null)
            .OrderBy(reopening => reopening.Number).ToListAsync(ct);
        return new(
            sheet, sheet.SelfAssessed, sheet.Appraised(best), best, await results.FindAsync(year, agency, null, ct), reopenings)
        {
            Signed = SignedResult.Of(sheet, await approvals.OfAsync(year, agency, ct)),
            Replies = sheet.Edition.Rounds == 1 ? null : (await replies.FindAsync(year, agency, ct))?.Replies,
        };
    }
}

/// <param name="Best">Of the group; null while somebody in it is not appraised yet.</param>
/// <param name="Published">Null until the edition is published.</param>
/// <param name="Reopenings">Criteria that were opened again, oldest first.</param>
public sealed record OwnResult(
    AppraisalSheet Sheet, Scorecard SelfAssessed, Scorecard Appraised, GroupBest? Best, AgencyResult? Published,
        IReadOnlyList<Reopening> Reopenings)
{
    /// <summary>Scoring anew costs time, and a way that is not found among so many would hardly be taken.</summary>
    private const int MostEvaluations = 2_000;

    /// <summary>What a lead appraiser answered for last; null where that was not kept.</summary>
    public SignedResult? Signed { get; init; }

    /// <summary>The agency's own replies to the first round, drafts included; null in an edition with one round.</summary>
    public AgencyReplies? Replies { get; init; }

    public CriteriaSet Criteria => Sheet.Criteria;

    /// <summary>See <see cref="AppraisalSheet.IsProvisional"/>.</summary>
    public bool IsProvisional => Sheet.IsProvisional(Best, Appraised);

    /// <summary>
    /// The next tier can be asked about: everybody is appraised, and nothing is published yet. Afterwards the way there has a page.
    /// </summary>
    public bool KnowsNextTier => Published is null && Best is not null && Appraised.Tier is not null;

    /// <summary>What it would take under the same rules; null where it is not known.</summary>
    public NextTierAdvice? NextTier => KnowsNextTier && Best is { } best
        ? Scoring.NextTier.Of(Sheet.Scorer, Sheet.InForce, best, new() { MostEvaluations = MostEvaluations })
        : null;

    /// <summary>
    /// After publication the frozen points, so that nothing here can differ from what was published; null before, and where none are
    /// printed.
    /// </summary>
    public PrintedCriterion? Final(Criterion criterion) =>
        Published?.Card?.Criteria.FirstOrDefault(printed =>
            printed.Criterion.Code == criterion.Code && printed.State is ResultState.Scored or ResultState.Decided);

    /// <summary>The decision in force on a criterion, where the agency is told something by it: a reason, or a sentence.</summary>
    public Verdict? DecisionOn(Criterion criterion) => Told(Sheet.LastVerdictOn(criterion.Code));

    /// <summary>Of the first round where the second has decided anew; null elsewhere.</summary>
    public Verdict? FirstDecisionOn(Criterion criterion) => Told(Sheet.EarlierOn(criterion.Code));

    /// <summary>Corrected figures that the criterion reads, each with the sentence of who corrected it.</summary>
    public IEnumerable<(FigureCorrection Correction, string Sentence)> CorrectionsOf(Criterion criterion) => FigureCorrection
        .Of(criterion, Corrections)
        .Select(correction => (correction, Sheet.Entries[correction.Figure.Code].CorrectionSentence ?? ""));

    private static Verdict? Told(Verdict? verdict) => verdict is { Reason: null, Sentence: null } ? null : verdict;

    private IEnumerable<FigureCorrection> Corrections => Criteria.Figures
        .Select(figure => (Figure: figure, Entry: Sheet.Entries.GetValueOrDefault(figure.Code)))
        .Where(pair => pair.Entry?.CorrectionReason is not null)
        .Select(pair => new FigureCorrection(
            pair.Figure, pair.Entry?.Declared, pair.Entry?.Accepted, pair.Entry?.CorrectionReason ?? ReasonCode.Other));
}
