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
    Dictionary<string, FigureEntry> entries, Dictionary<string, NotApplicableRequest> requests)
{
    public Edition Edition { get; } = edition;

    public Assessment Assessment { get; } = assessment;

    public Agency Agency { get; } = agency;

    public Scorer Scorer { get; } = scorer;

    public CriteriaSet Set => Scorer.Set;

    public EntryForm Form => EntryForm.Of(Set, Assessment.Agency);

    public Dictionary<string, FigureEntry> Entries { get; } = entries;

    /// <summary>By criterion.</summary>
    public Dictionary<string, NotApplicableRequest> Requests { get; } = requests;

    public int Filled => FilledAmong(Form.Asked);

    public int Of => Form.Asked.Count;

    public string Subject => $"editions/{Assessment.Year}/agencies/{Assessment.Agency}";

    public int FilledAmong(IEnumerable<Figure> figures) =>
        figures.Count(figure => Entries.GetValueOrDefault(figure.Code)?.Declared is not null);

    /// <summary>
    /// The agency's own figures as it declared them; those of others as they stand, the survey's only when the first round is over.
    /// </summary>
    public string? Stored(Figure figure) => Entries.GetValueOrDefault(figure.Code) is not { } entry ? null : figure.Source switch
    {
        FigureSource.Agency => entry.Declared,
        FigureSource.Survey when Edition.Stage is EditionStage.Drafting or EditionStage.Open or EditionStage.Appraisal => null,
        FigureSource.Survey or FigureSource.System or FigureSource.Office => entry.InForce,
    };

    public FigureValue? Value(Figure figure) => FigureValue.Read(figure, Stored(figure)).Value;

    public IReadOnlyDictionary<string, FigureValue> Values() => FigureReadings.Of(Set.Figures, Stored).Values;

    /// <summary>Doubts about figures that are asked in this component.</summary>
    public IReadOnlyList<Doubt> DoubtsOf(Component component) => DoubtsOf(component, Values());

    /// <param name="values">All of the sheet's, where they have been read already.</param>
    public IReadOnlyList<Doubt> DoubtsOf(Component component, IReadOnlyDictionary<string, FigureValue> values)
    {
        var here = Form.LinesOf(component).SelectMany(line => line.Asked).ToList();
        return [.. Doubt.About(Set, values).Where(
            doubt => here.Exists(figure => doubt.Of.Figures.Contains(figure.Code, StringComparer.Ordinal)))];
    }

    /// <summary>What the agency gave itself: the same wherever its total is shown.</summary>
    public Scorecard SelfAssessed => Scorer.SelfAssess(Input());

    public ScoringInput Input() => Input(Values());

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
    };

    /// <summary>Criteria whose evidence is compulsory and missing.</summary>
    public IReadOnlyList<Criterion> Owed(EvidenceOfAssessment evidence) =>
        EvidenceRules.Owed(Form, SelfAssessed, Values(), evidence.Shown, Requests.Keys.ToHashSet(StringComparer.Ordinal));

    public RuleViolation? Refusal(AssessmentVerb verb, Actor actor, DateTimeOffset now) =>
        AssessmentRules.Refusal(verb, Assessment, Edition, actor, now);
}
