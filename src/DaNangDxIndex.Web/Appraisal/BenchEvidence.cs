using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Appraisal;

/// <summary>What the agency shows for the criterion that lies open.</summary>
/// <param name="Mine">The criterion is of this person's field; files of others are not shown.</param>
/// <param name="SubmittedAt">When the form was handed in: what was attached after it is marked.</param>
/// <param name="TakenAway">Handed in once, and detached when the form had been returned.</param>
/// <param name="Reason">Why there is none, in the agency's words.</param>
public sealed record BenchEvidence(
    EvidenceDuty? Duty, bool Mine, DateTimeOffset? SubmittedAt, IReadOnlyList<ShownAttachment> Attached,
        IReadOnlyList<ShownAttachment> TakenAway, string? Reason,
    ILookup<Guid, Bilingual> Hints);
