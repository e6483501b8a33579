using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Who would be recorded as not submitted if it were done now, and who is passed over
/// and why. It is shown before the act, and the act holds for exactly what was shown.
/// </summary>
public sealed record NotSubmittedPlan(IReadOnlyList<NotSubmittedPlan.Line> Lines)
{
    /// <param name="Deadline">The agency's own; null while none is set.</param>
    /// <param name="PassedOver">Null for an agency that is recorded.</param>
    public sealed record Line(Assessment Assessment, DateTimeOffset? Deadline, Reason? PassedOver);

    /// <summary>Why an agency is passed over.</summary>
    public enum Reason
    {
        /// <summary>It has handed in its assessment, or has been recorded before.</summary>
        Done,

        /// <summary>It submitted once and is completing: whether it is late is decided one by one.</summary>
        Returned,

        /// <summary>It is the agency of the person who acts.</summary>
        OwnAgency,

        /// <summary>Its own deadline is not past.</summary>
        StillTime,

        /// <summary>The rules of the edition or of the role forbid it for everybody.</summary>
        NotNow,
    }

    public IEnumerable<Line> Recorded => Lines.Where(line => line.PassedOver is null);

    public IEnumerable<Line> PassedOver => Lines.Where(line => line.PassedOver is not null);

    /// <summary>Of what was shown: which agencies are recorded, and how everybody stands.</summary>
    public string Digest => CanonicalJson.Digest(
        string.Join('\n', Lines.Select(line => $"{line.Assessment.Agency} {line.Assessment.State} {line.PassedOver}")));

    public static NotSubmittedPlan Of(Edition edition, IEnumerable<Assessment> assessments, Actor actor, DateTimeOffset now) => new(
    [
        .. assessments.OrderBy(assessment => assessment.Agency, StringComparer.Ordinal)
            .Select(assessment => new Line(assessment, assessment.ClosesAt(edition), ReasonOf(assessment, edition, actor, now))),
    ]);

    /// <summary>What is recorded is what was on screen: the refusal where that has changed, or null.</summary>
    public ChangedMeanwhile? ChangedSince(string seen) =>
        string.Equals(seen, Digest, StringComparison.Ordinal) ? null : new("not-submitted.changed", new(
            "Danh sách đã thay đổi sau khi mở trang; chưa ghi nhận cơ quan nào. Kiểm tra danh sách mới rồi ghi nhận.",
            "The list has changed since you opened this page, so nothing was recorded. Check the new list, then record."));

    private static Reason? ReasonOf(Assessment assessment, Edition edition, Actor actor, DateTimeOffset now)
    {
        if (assessment.IsHandedIn || assessment.State == AssessmentState.NotSubmitted)
            return Reason.Done;
        if (actor.BelongsTo(assessment.Agency))
            return Reason.OwnAgency;
        return AssessmentRules.Refusal(AssessmentVerb.RecordNotSubmitted, assessment, edition, actor, now) switch
        {
            { Code: "assessment.still-time" } => Reason.StillTime,
            not null => Reason.NotNow,
            null => assessment.IsBeingCompleted ? Reason.Returned : null,
        };
    }
}
