using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// One agency's assessment on the bench: what was handed in, every verdict given so far, and what the agency replied to the first round.
/// </summary>
/// <param name="replies">Those that were sent; none while the agency is still writing.</param>
public sealed class AppraisalSheet(
    AssessmentSheet handedIn, List<Verdict> verdicts, AgencyReplies replies, Reopening? reopening, SecondReadings readings)
{
    private PairsOnSheet? _pairs;

    public Edition Edition => handedIn.Edition;

    public Assessment Assessment => handedIn.Assessment;

    public Agency Agency => handedIn.Agency;

    public Scorer Scorer => handedIn.Scorer;

    public CriteriaSet Criteria => handedIn.Set;

    /// <summary>What the agency is asked.</summary>
    public EntryForm Form => handedIn.Form;

    public Dictionary<string, FigureEntry> Entries => handedIn.Entries;

    public Dictionary<string, NotApplicableRequest> Requests => handedIn.Requests;

    public string Subject => handedIn.Subject;

    /// <summary>The first round is 1; what is appraised after it is closed belongs to the second, where the edition has one.</summary>
    public int Round => Assessment.State is AssessmentState.Explained or AssessmentState.Reopened ? Edition.Rounds : 1;

    /// <summary>As the trail tells it: only of the second round is it said.</summary>
    public int? RoundTold => Round == 2 ? 2 : null;

    /// <summary>Of both rounds.</summary>
    public IReadOnlyList<Verdict> Verdicts => verdicts;

    /// <summary>Sent by the agency; empty where it agrees, or has not sent any.</summary>
    public AgencyReplies Replies => replies;

    public JudgedNow Judged => new(Assessment.State, replies.Criteria, reopening);

    /// <summary>The same sheet with what was found at an earlier moment.</summary>
    public AppraisalSheet AsItStood(IReadOnlyList<FigureEntry> figures, IReadOnlyList<Verdict> found) => new(
        handedIn.With(figures), [.. found], replies, reopening, readings);

    /// <summary>Criteria that keep the round open.</summary>
    public IReadOnlyList<string> Waiting => Judged.Waiting(Criteria, verdicts);

    /// <summary>What of it two people read.</summary>
    public PairsOnSheet Pairs => _pairs ??= new(this, readings);

    /// <summary>It keeps the round open, and this person can do something about it.</summary>
    public bool WaitsFor(Actor actor, Criterion criterion) =>
        AppraisalRules.IsInFieldOf(actor, criterion.VerifyingUnit) && Pairs.OpenOn(criterion)?.WaitsFor(actor) is null or true;

    /// <summary>The share of the maximum that a plain acceptance would give; null where it would count neither for nor against.</summary>
    public Fraction? ShareIfAccepted(Criterion criterion) => Scorer.AppraiseOne(criterion, Input(entry => entry.InForce) with
    {
        Decisions = new Dictionary<string, Decided>(StringComparer.Ordinal) { [criterion.Code] = new(VerdictDecision.Accept) },
    }, GroupBest.None).Share;

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
    public ScoringInput AsDeclared => Input(entry => entry.Declared) with { Answered = handedIn.Answered };

    /// <summary>What looked unlikely in the declared figures that a criterion reads, and what the agency said to it.</summary>
    public IReadOnlyList<(Doubt Doubt, Clarification? Said)> DoubtsOn(Criterion criterion) =>
    [
        .. from doubt in handedIn.Doubts
           where doubt.Of?.Figures.Any(criterion.Figures.Contains) ?? (doubt.Figure is { } figure
               ? criterion.Figures.Contains(figure.Code, StringComparer.Ordinal)
               : doubt.Component == Criteria.ComponentOf(criterion.Code))
           select (doubt, handedIn.IsAnswered(doubt) ? handedIn.Clarifications[doubt.Key] : null),
    ];

    /// <summary>The agency says why a figure of the criterion that looks unlikely beside last year's is right.</summary>
    public bool IsClarified(Criterion criterion) => handedIn.Clarifications.Values.Any(said =>
        said.Concerns(criterion, Criteria.ComponentOf(criterion.Code))
        && said.IsStillAbout(figure => Entries.GetValueOrDefault(figure)?.Declared));

    /// <summary>Figures in force with the verdicts given so far.</summary>
    public ScoringInput InForce => Input(entry => entry.InForce) with
    {
        Decisions = Appraisal.VerdictsInForce.Decisions(verdicts),
    };

    /// <summary>One criterion of it.</summary>
    public CriterionResult SelfAssessedOn(Criterion criterion) => Scorer.SelfAssessOne(criterion, handedIn.Input());

    /// <summary>
    /// Its appraised total may still become another one: somebody in the group is not appraised yet, and either that is this agency, or
    /// something waits for a figure, or compares with the others.
    /// </summary>
    public bool IsProvisional(GroupBest? best, Scorecard appraised) => best is null
        && (Assessment.State != AssessmentState.Final || Scorer.ComparesWithGroup || !appraised.Open.IsEmpty);

    /// <param name="best">Of the group; null while it is not complete.</param>
    public Scorecard Appraised(GroupBest? best) => Scorer.Appraise(InForce, best);

    /// <summary>What the agency declares, as it stands.</summary>
    public Declaration Declaration(EvidenceOfAssessment evidence) => handedIn.Declaration(evidence);

    /// <summary>What is answered for by closing a round: of this agency alone, so that nothing that others do changes it.</summary>
    public AppraisedContent Content => AppraisedContent.Of(Assessment, Appraised(null), Entries.Values, VerdictsInForce);

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
    public Verdict? LastVerdictOn(string criterion) => VerdictOn(criterion, 2) ?? VerdictOn(criterion, 1);

    /// <summary>A verdict of this round that is not there yet.</summary>
    public Verdict Begin(string criterion) => Take(new(Assessment.Year, Assessment.Agency, criterion, Round));

    /// <summary>One that was made already.</summary>
    public Verdict Take(Verdict verdict)
    {
        verdicts.Add(verdict);
        return verdict;
    }

    /// <summary>The next criterion that waits for this person, from this one on and round again; null when none does.</summary>
    public string? NextFor(Actor actor, string criterion)
    {
        var waiting = Waiting.Where(code => Criteria.Criterion(code) is { } open && WaitsFor(actor, open))
            .ToHashSet(StringComparer.Ordinal);
        var codes = Criteria.Criteria.Select(other => other.Code).ToList();
        return codes.SkipWhile(code => code != criterion).Skip(1).Concat(codes)
            .FirstOrDefault(code => code != criterion && waiting.Contains(code));
    }

    private Verdict? VerdictOn(string criterion, int round) =>
        verdicts.SingleOrDefault(verdict =>
            verdict.Round == round && string.Equals(verdict.Criterion, criterion, StringComparison.Ordinal));

    /// <summary>What a later criteria file no longer knows, or would refuse, counts as blank.</summary>
    private ScoringInput Input(Func<FigureEntry, string?> value) => handedIn.Input(FigureReadings.Of(
        Criteria.Figures, figure => Entries.TryGetValue(figure.Code, out var entry) ? value(entry) : null, Entries.Count).Values);
}
