using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Replies;

/// <summary>What the appraisers found at one agency, and what the agency writes about it: the agency's own view, drafts included.</summary>
public sealed record ReplySheet(AppraisalSheet Appraised, AgencyReplies Replies)
{
    /// <summary>All that the agency shows in the edition.</summary>
    public EvidenceOfAssessment Evidence { get; init; } = EvidenceOfAssessment.None;

    public Assessment Assessment => Appraised.Assessment;

    /// <summary>What can be replied to: every criterion that gives points.</summary>
    public IEnumerable<Criterion> Criteria => Appraised.Criteria.Criteria.Where(criterion => criterion.Rule is not null);

    public Criterion? Criterion(string code) =>
        Criteria.FirstOrDefault(criterion => string.Equals(criterion.Code, code, StringComparison.Ordinal));

    public RuleViolation? Refusal(AssessmentVerb verb, Actor actor, DateTimeOffset now) =>
        AssessmentRules.Refusal(verb, Assessment, Appraised.Edition, actor, now);
}
