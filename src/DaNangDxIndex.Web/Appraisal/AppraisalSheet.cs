using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>One agency's assessment on the bench: what was handed in, and every verdict given so far.</summary>
public sealed class AppraisalSheet(AssessmentSheet handedIn, List<Verdict> verdicts, Reopening? reopening)
{
    public Edition Edition => handedIn.Edition;

    public Assessment Assessment => handedIn.Assessment;

    public Agency Agency => handedIn.Agency;

    public Scorer Scorer => handedIn.Scorer;

    public CriteriaSet Criteria => handedIn.Set;

    public Dictionary<string, FigureEntry> Entries => handedIn.Entries;

    public Dictionary<string, NotApplicableRequest> Requests => handedIn.Requests;

    public string Subject => handedIn.Subject;

    /// <summary>The first round is 1; what is appraised after it is closed belongs to the second.</summary>
    public int Round =>
        Edition.Stage is EditionStage.Review || Assessment.State is AssessmentState.Explained or AssessmentState.Reopened
            ? Edition.Rounds
            : 1;

    /// <summary>Verdicts of this round; those of an earlier one are history.</summary>
    public IReadOnlyList<Verdict> Verdicts => [.. verdicts.Where(verdict => verdict.Round == Round)];

    /// <summary>Criteria that keep the round open.</summary>
    public IReadOnlyList<string> Waiting => AppraisalRules.Waiting(Criteria, verdicts, Round, reopening);

    /// <summary>The criterion that the office asks to open again, or that is open again; null for none.</summary>
    public Reopening? Reopening => reopening;

    /// <summary>What the lead appraiser does when nothing waits any more.</summary>
    public AssessmentVerb Closing =>
        Assessment.State == AssessmentState.Reopened ? AssessmentVerb.CloseRoundTwo : AssessmentVerb.CloseRoundOne;

    /// <exception cref="RuleViolation"><c>appraisal.not-reopened</c></exception>
    public void RequireOpen(Criterion criterion)
    {
        if (!AppraisalRules.IsOpen(criterion.Code, reopening, Waiting))
            throw AppraisalRules.NotReopened(reopening);
    }

    /// <exception cref="RuleViolation"><c>appraisal.not-reopened</c></exception>
    public void RequireOpen(Figure figure)
    {
        if (!AppraisalRules.IsFigureOpen(Criteria, figure.Code, reopening))
            throw AppraisalRules.NotReopened(reopening);
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

    /// <param name="best">Of the group; null while it is not complete.</param>
    public Scorecard Appraised(GroupBest? best) => Scorer.Appraise(InForce, best);

    /// <summary>Criteria with a part above its whole by the figures in force, answered for or not.</summary>
    public IReadOnlySet<string> AboveWhole => Scorer.Score(Input(entry => entry.InForce)).Criteria
        .Where(result => result.AboveWhole.Count > 0).Select(result => result.Criterion.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>Verdicts that a scorecard takes into account, by criterion.</summary>
    public IReadOnlyDictionary<string, Verdict> VerdictsInForce => Appraisal.VerdictsInForce.Of(verdicts);

    public Verdict? VerdictOn(string criterion) =>
        verdicts.SingleOrDefault(verdict => verdict.Round == Round
            && string.Equals(verdict.Criterion, criterion, StringComparison.Ordinal));

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

    /// <summary>What a later criteria file no longer knows, or would refuse, counts as blank.</summary>
    private ScoringInput Input(Func<FigureEntry, string?> value) => handedIn.Input() with
    {
        Figures = FigureReadings.Of(
            Criteria.Figures, figure => Entries.TryGetValue(figure.Code, out var entry) ? value(entry) : null).Values,
    };
}
