using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// One agency's assessment on the bench: what was handed in, every verdict given so far, and what the agency replied to the first round.
/// </summary>
/// <param name="replies">Those that were sent; none while the agency is still writing.</param>
public sealed class AppraisalSheet(AssessmentSheet handedIn, List<Verdict> verdicts, AgencyReplies replies, Reopening? reopening)
{
    public Edition Edition => handedIn.Edition;

    public Assessment Assessment => handedIn.Assessment;

    public Agency Agency => handedIn.Agency;

    public Scorer Scorer => handedIn.Scorer;

    public CriteriaSet Criteria => handedIn.Set;

    public Dictionary<string, FigureEntry> Entries => handedIn.Entries;

    public Dictionary<string, NotApplicableRequest> Requests => handedIn.Requests;

    public string Subject => handedIn.Subject;

    /// <summary>The first round is 1; what is appraised after it is closed belongs to the second, where the edition has one.</summary>
    public int Round => Assessment.State is AssessmentState.Explained or AssessmentState.Reopened ? Edition.Rounds : 1;

    /// <summary>Of both rounds.</summary>
    public IReadOnlyList<Verdict> Verdicts => verdicts;

    /// <summary>Sent by the agency; empty where it agrees, or has not sent any.</summary>
    public AgencyReplies Replies => replies;

    public JudgedNow Judged => new(Assessment.State, replies.Criteria, reopening);

    /// <summary>Criteria that keep the round open.</summary>
    public IReadOnlyList<string> Waiting => Judged.Waiting(Criteria, verdicts);

    /// <summary>The criterion that the office asks to open again, or that is open again; null for none.</summary>
    public Reopening? Reopening => reopening;

    /// <summary>What the lead appraiser does when nothing waits any more.</summary>
    public AssessmentVerb Closing => Assessment.State is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Reopened
        ? AssessmentVerb.CloseRoundTwo
        : AssessmentVerb.CloseRoundOne;

    /// <exception cref="RuleViolation"><c>appraisal.not-reopened</c>, <c>appraisal.not-replied</c></exception>
    public void RequireOpen(Criterion criterion)
    {
        if (!Judged.IsOpen(criterion.Code, Waiting))
            throw Judged.NotOpen();
    }

    /// <exception cref="RuleViolation"><c>appraisal.not-reopened</c>, <c>appraisal.not-replied</c></exception>
    public void RequireOpen(Figure figure)
    {
        if (!Judged.IsFigureOpen(Criteria, figure.Code))
            throw Judged.NotOpen();
    }

    /// <summary>What the agency gave itself.</summary>
    public Scorecard SelfAssessed => handedIn.SelfAssessed;

    /// <summary>Figures as declared or loaded, before anybody checked them.</summary>
    public ScoringInput AsDeclared => Input(entry => entry.Declared);

    /// <summary>Figures in force with the verdicts given so far.</summary>
    public ScoringInput InForce => Input(entry => entry.InForce) with
    {
        Decisions = VerdictsInForce.ToDictionary(
            verdict => verdict.Key, verdict => new Decided(verdict.Value.Decision, verdict.Value.Points ?? 0m), StringComparer.Ordinal),
    };

    /// <summary>One criterion of it.</summary>
    public CriterionResult SelfAssessedOn(Criterion criterion) => Scorer.SelfAssessOne(criterion, handedIn.Input());

    /// <param name="best">Of the group; null while it is not complete.</param>
    public Scorecard Appraised(GroupBest? best) => Scorer.Appraise(InForce, best);

    /// <summary>One criterion of it.</summary>
    public CriterionResult AppraisedOn(Criterion criterion, GroupBest? best) => Scorer.AppraiseOne(criterion, InForce, best);

    /// <summary>What the figures in force alone give for a criterion, whatever was decided on it.</summary>
    public CriterionResult Unanswered(Criterion criterion) =>
        Scorer.AppraiseOne(criterion, Input(entry => entry.InForce), GroupBest.None);

    /// <summary>A part of the criterion lies above its whole by the figures in force, answered for or not.</summary>
    public bool IsAboveWhole(Criterion criterion) => Unanswered(criterion).AboveWhole.Count > 0;

    /// <summary>Verdicts that a scorecard takes into account, by criterion.</summary>
    public IReadOnlyDictionary<string, Verdict> VerdictsInForce => Appraisal.VerdictsInForce.Of(verdicts);

    /// <summary>Of this round, which is the one that can be changed.</summary>
    public Verdict? VerdictOn(string criterion) => VerdictOn(criterion, Round);

    /// <summary>Of the first round where the second has judged the criterion anew; null elsewhere.</summary>
    public Verdict? EarlierOn(string criterion) => VerdictOn(criterion, 2) is null ? null : VerdictOn(criterion, 1);

    /// <summary>The last one.</summary>
    public Verdict? StandingOn(string criterion) => VerdictOn(criterion, 2) ?? VerdictOn(criterion, 1);

    /// <summary>A verdict of this round that is not there yet.</summary>
    public Verdict Begin(string criterion)
    {
        var verdict = new Verdict(Assessment.Year, Assessment.Agency, criterion, Round);
        verdicts.Add(verdict);
        return verdict;
    }

    /// <summary>The next criterion that waits for this person, from this one on and round again; null when none does.</summary>
    public string? NextFor(Actor actor, string criterion)
    {
        var waiting = Waiting.Where(code => AppraisalRules.IsInFieldOf(actor, Criteria.Criterion(code)?.VerifyingUnit))
            .ToHashSet(StringComparer.Ordinal);
        var codes = Criteria.Criteria.Select(one => one.Code).ToList();
        return codes.SkipWhile(code => code != criterion).Skip(1).Concat(codes)
            .FirstOrDefault(code => code != criterion && waiting.Contains(code));
    }

    private Verdict? VerdictOn(string criterion, int round) =>
        verdicts.SingleOrDefault(verdict =>
            verdict.Round == round && string.Equals(verdict.Criterion, criterion, StringComparison.Ordinal));

    /// <summary>What a later criteria file no longer knows, or would refuse, counts as blank.</summary>
    private ScoringInput Input(Func<FigureEntry, string?> value) => handedIn.Input(FigureReadings.Of(
        Criteria.Figures, figure => Entries.TryGetValue(figure.Code, out var entry) ? value(entry) : null).Values);
}
