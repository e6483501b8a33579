using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Assessments;

/// <summary>When an agency attaches evidence to its criteria, when it may detach it, and what it owes before it hands in.</summary>
public static class EvidenceRules
{
    /// <summary>
    /// While the form is entered, and afterwards as evidence added later, until the result is settled. Null where allowed.
    /// </summary>
    public static RuleViolation? AttachRefusal(Assessment assessment, Edition edition, Actor actor, DateTimeOffset now) =>
        IsAddedLater(assessment) && edition.Stage != EditionStage.Published && IsOfAgency(assessment, actor)
            ? null
            : AssessmentRules.Refusal(AssessmentVerb.Enter, assessment, edition, actor, now);

    /// <summary>What the appraisers may have seen stays: detaching, and giving a reason instead, belong to entering.</summary>
    public static RuleViolation? DetachRefusal(Assessment assessment, Edition edition, Actor actor, DateTimeOffset now) =>
        AssessmentRules.Refusal(AssessmentVerb.Enter, assessment, edition, actor, now);

    /// <summary>What is attached now comes after the form was handed in.</summary>
    public static bool IsAddedLater(Assessment assessment) =>
        assessment.State is AssessmentState.Submitted or AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Reopened;

    /// <summary>
    /// Criteria that demand evidence, for which the agency claims points by figures of its own, and for which it shows nothing and says
    /// nothing. Where it asks for "not applicable" its reason stands already; where it claims nothing there is nothing to prove.
    /// </summary>
    /// <param name="shown">Criteria with evidence or a reason.</param>
    /// <param name="asked">Criteria that the agency asks to be not applicable.</param>
    public static IReadOnlyList<Criterion> Owed(
        EntryForm form, Scorecard selfAssessed, IReadOnlyDictionary<string, FigureValue> values, IReadOnlySet<string> shown,
        IReadOnlySet<string> asked) =>
        [.. from line in form.Lines
            let criterion = line.Criterion
            where criterion.Evidence is { Required: true } && !shown.Contains(criterion.Code) && !asked.Contains(criterion.Code)
            where Claims(form.Set, criterion, selfAssessed, values)
            select criterion];

    /// <param name="wanted">What cannot be done while something is owed: asking for approval, or submitting.</param>
    /// <exception cref="RuleViolation"><c>evidence.owed</c>, naming the first of the criteria</exception>
    public static void RequireNothingOwed(IReadOnlyCollection<Criterion> owed, AssessmentVerb wanted)
    {
        if (owed.Count == 0)
            return;
        var first = string.Join(", ", owed.Take(10).Select(criterion => criterion.Code)) + (owed.Count > 10 ? ", …" : "");
        var not = AssessmentRules.NotYet(wanted);
        throw new RuleViolation("evidence.owed", new(
            $"{not.Vi}: {owed.Count} tiêu chí bắt buộc có tài liệu kiểm chứng nhưng chưa đính kèm tài liệu và chưa nêu lý do "
                + $"({first}).",
            $"{not.En}: evidence is compulsory for {owed.Count} of the criteria and is missing, without a reason ({first})."));
    }

    private static bool IsOfAgency(Assessment assessment, Actor actor) =>
        actor.BelongsTo(assessment.Agency) && (actor.Is(Role.Assessor) || actor.Is(Role.Approver));

    private static bool Claims(
        CriteriaSet set, Criterion criterion, Scorecard selfAssessed, IReadOnlyDictionary<string, FigureValue> values) =>
        criterion.Figures.Any(code => values.ContainsKey(code) && set.Figure(code)?.Source == FigureSource.Agency)
        && selfAssessed.Criteria.First(result => result.Criterion == criterion).Counted is not { IsZero: true };
}
