using System.Collections.Frozen;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// One agency's assessment as it stands: what is asked, what is declared, and what that earns by the engine that will score it in the end.
/// It knows nothing of other agencies, so it cannot give anything of theirs away.
/// </summary>
public sealed class AssessmentSheet(
    Edition edition, Assessment assessment, Agency agency, Scorer scorer,
    Dictionary<string, FigureEntry> entries, Dictionary<string, NotApplicableRequest> requests,
    Dictionary<string, Clarification> clarifications)
{
    private static readonly FrozenSet<string> NothingAnswered = FrozenSet<string>.Empty;

    public Edition Edition { get; } = edition;

    public Assessment Assessment { get; } = assessment;

    public Agency Agency { get; } = agency;

    public Scorer Scorer { get; } = scorer;

    public CriteriaSet Set => Scorer.Set;

    public EntryForm Form => EntryForm.Of(Set, Assessment.Agency);

    public Dictionary<string, FigureEntry> Entries { get; } = entries;

    /// <summary>By criterion.</summary>
    public Dictionary<string, NotApplicableRequest> Requests { get; } = requests;

    /// <summary>The agency's sentences to doubts, by the doubt's key.</summary>
    public Dictionary<string, Clarification> Clarifications { get; } = clarifications;

    /// <summary>
    /// What a page shows of the last edition; null where nothing is known, and on a sheet to change or one of many read together.
    /// </summary>
    public LastEdition.Figures? Last { get; init; }

    /// <summary>What doubts may be based on; null where the year before cannot be compared, or the sheet is one of many.</summary>
    public LastYear? ComparedWith { get; init; }

    /// <summary>The same sheet with other rows of figures.</summary>
    public AssessmentSheet With(IEnumerable<FigureEntry> figures) => new(
        Edition, Assessment, Agency, Scorer, figures.ToDictionary(entry => entry.Figure, StringComparer.Ordinal), Requests, Clarifications)
    {
        Last = Last,
        ComparedWith = ComparedWith,
    };

    public int Filled => FilledAmong(Form.Asked);

    public int Of => Form.Asked.Count;

    public string Subject => $"editions/{Assessment.Year}/agencies/{Assessment.Agency}";

    public int FilledAmong(IEnumerable<Figure> figures) =>
        figures.Count(figure => Entries.GetValueOrDefault(figure.Code)?.Declared is not null);

    /// <summary>
    /// Figures as they were declared or loaded, before anybody checked them: what appraisers find is heard with the result alone. The
    /// survey's only when the first round is over.
    /// </summary>
    public string? Stored(Figure figure) => Entries.GetValueOrDefault(figure.Code) is not { } entry ? null : figure.Source switch
    {
        FigureSource.Agency => entry.Declared,
        FigureSource.Survey when Edition.Stage is EditionStage.Drafting or EditionStage.Open or EditionStage.Appraisal => null,
        FigureSource.Survey or FigureSource.System or FigureSource.Office => entry.Declared,
    };

    public FigureValue? Value(Figure figure) => FigureValue.Read(figure, Stored(figure)).Value;

    public IReadOnlyDictionary<string, FigureValue> Values() => FigureReadings.Of(Set.Figures, Stored, Entries.Count).Values;

    /// <summary>What can hardly be true, answered or not.</summary>
    public IReadOnlyList<Doubt> Doubts => DoubtsAbout(Values());

    public IReadOnlyList<Doubt> DoubtsAbout(IReadOnlyDictionary<string, FigureValue> values) =>
        Assessments.Doubts.Of(Form, values, ComparedWith);

    /// <summary>Those that keep the form from being handed in.</summary>
    public IReadOnlyList<Doubt> OpenDoubts => Assessments.Doubts.Open(Doubts, Clarifications);

    public bool IsAnswered(Doubt doubt) => doubt.IsAnsweredBy(Clarifications.GetValueOrDefault(doubt.Key));

    /// <summary>Criteria in which the agency has said why a part lies above its whole.</summary>
    public IReadOnlySet<string> Answered => Clarifications.Count == 0 ? NothingAnswered
        : Assessments.Doubts.Answered(Form, Doubts, Clarifications);

    /// <summary>What the agency gave itself: the same wherever its total is shown.</summary>
    public Scorecard SelfAssessed => Scorer.SelfAssess(Input());

    /// <summary>What the agency declares, with what it answered for.</summary>
    public ScoringInput Input()
    {
        var values = Values();
        // Without a sentence nothing is answered, whatever is doubted.
        return Clarifications.Count == 0 ? Input(values) : Input(values, DoubtsAbout(values));
    }

    /// <param name="doubts">About these values: where the agency has said why a part lies above its whole, it counts.</param>
    public ScoringInput Input(IReadOnlyDictionary<string, FigureValue> values, IReadOnlyList<Doubt> doubts) =>
        Input(values) with { Answered = Assessments.Doubts.Answered(Form, doubts, Clarifications) };

    /// <param name="figures">What is scored, where it is not what the agency declared.</param>
    public ScoringInput Input(IReadOnlyDictionary<string, FigureValue> figures) => new()
    {
        Agency = Assessment.Agency,
        Parent = Assessment.Parent,
        Ranked = Assessment.Ranked,
        Figures = figures,
    };

    /// <summary>What would be signed now.</summary>
    public Declaration Declaration(EvidenceOfAssessment evidence) => new(
        Assessment.Year,
        Assessment.Agency,
        Form.Asked.ToDictionary(figure => figure.Code, Stored, StringComparer.Ordinal),
        Requests.ToDictionary(request => request.Key, request => request.Value.Reason, StringComparer.Ordinal))
    {
        Evidence = evidence.Declared,
        Clarifications = Doubts.Where(IsAnswered).ToDictionary(
            doubt => doubt.Key, doubt => Clarifications[doubt.Key].Sentence, StringComparer.Ordinal),
        Answers = Assessment.Answers.ToDictionary(answer => answer.Key, answer => answer.Value.Sentence, StringComparer.Ordinal),
    };

    /// <summary>Criteria whose evidence is compulsory and missing.</summary>
    public IReadOnlyList<Criterion> Owed(EvidenceOfAssessment evidence) =>
        EvidenceRules.Owed(Form, SelfAssessed, Values(), evidence.Shown, Requests.Keys.ToHashSet(StringComparer.Ordinal));

    public RuleViolation? Refusal(AssessmentVerb verb, Actor actor, DateTimeOffset now) =>
        AssessmentRules.Refusal(verb, Assessment, Edition, actor, now);
}
