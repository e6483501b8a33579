using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>What findings need to know of an agency's assessment beside the results: criteria and figures by their codes.</summary>
public sealed record AgencyFile(string Agency, AssessmentState State)
{
    public DateTimeOffset? ExtendedTo { get; init; }

    public string? ExtensionReason { get; init; }

    /// <summary>The criterion that is open again; null for none.</summary>
    public string? Reopened { get; init; }

    /// <summary>Criteria for which "not applicable" was asked and nobody decided.</summary>
    public IReadOnlyList<string> OpenRequests { get; init; } = [];

    /// <summary>Criteria whose decision read a figure that was corrected afterwards.</summary>
    public IReadOnlyList<string> StaleVerdicts { get; init; } = [];

    /// <summary>Criteria that were decided by hand without a reason or its sentence.</summary>
    public IReadOnlyList<string> VerdictsWithoutReason { get; init; } = [];

    /// <summary>Figures that were corrected without a reason.</summary>
    public IReadOnlyList<string> CorrectionsWithoutReason { get; init; } = [];
}
