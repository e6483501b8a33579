using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>One agency's assessment on the bench: what was handed in, and every verdict given so far.</summary>
public sealed class AppraisalSheet(AssessmentSheet handedIn, IReadOnlyList<Verdict> verdicts)
{
    public Edition Edition => handedIn.Edition;

    public Assessment Assessment => handedIn.Assessment;

    public Agency Agency => handedIn.Agency;

    public CriteriaSet Criteria => handedIn.Set;

    public Dictionary<string, FigureEntry> Entries => handedIn.Entries;

    public Dictionary<string, NotApplicableRequest> Requests => handedIn.Requests;

    public string Subject => handedIn.Subject;

    /// <summary>The first round is 1; what is appraised after it is closed belongs to the second.</summary>
    public int Round => Edition.Stage is EditionStage.Review || Assessment.State is AssessmentState.Explained or AssessmentState.Reopened ? Edition.Rounds : 1;

    /// <summary>Verdicts of this round; those of an earlier one are history.</summary>
    public IReadOnlyList<Verdict> Verdicts => [.. verdicts.Where(verdict => verdict.Round == Round)];

    /// <summary>Criteria that keep the round open.</summary>
    public IReadOnlyList<string> Waiting => AppraisalRules.Waiting(Criteria, verdicts, Round);

    public Verdict? VerdictOn(string criterion) =>
        verdicts.SingleOrDefault(verdict => verdict.Round == Round && string.Equals(verdict.Criterion, criterion, StringComparison.Ordinal));

    public Scorecard Score(ScoringInput input) => handedIn.Scorer.Score(input);

    /// <summary>What the agency gave itself: declared figures, no verdicts.</summary>
    public ScoringInput AsDeclared() => Input(entry => entry.Declared);

    /// <summary>Figures in force with the verdicts given so far; nothing is compared with other agencies.</summary>
    public ScoringInput AsAppraised() => Input(entry => entry.InForce) with
    {
        Decisions = verdicts.Where(verdict => verdict.Round <= Round).GroupBy(verdict => verdict.Criterion, StringComparer.Ordinal).ToDictionary(
            rounds => rounds.Key,
            rounds => rounds.MaxBy(verdict => verdict.Round) is { } last ? new Decided(last.Decision, last.Points ?? 0m) : throw new InvalidOperationException("A group is never empty."),
            StringComparer.Ordinal),
    };

    /// <summary>What a later criteria file no longer knows, or would refuse, counts as blank.</summary>
    private ScoringInput Input(Func<FigureEntry, string?> value) => handedIn.Input() with
    {
        Figures = Criteria.Figures
            .Select(figure => (figure.Code, Value: Entries.TryGetValue(figure.Code, out var entry) ? FigureValue.Read(figure, value(entry)).Value : null))
            .Where(one => one.Value is not null)
            .ToDictionary(one => one.Code, one => one.Value.GetValueOrDefault(), StringComparer.Ordinal),
    };
}
