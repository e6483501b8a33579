namespace DaNangDxIndex.Publishing;

/// <summary>
/// All that a numbered publication says. <see cref="PublishedEditionJson"/> writes and reads it; its canonical text is what is stored, digested,
/// bundled and checked.
/// </summary>
public sealed record PublishedEdition
{
    /// <summary>Slug of the tenant.</summary>
    public required string Tenant { get; init; }

    public required int Year { get; init; }

    /// <summary>From 1; a correction is the next.</summary>
    public required int Number { get; init; }

    /// <summary>As on the decision; null marks a demonstration.</summary>
    public string? DecisionNumber { get; init; }

    public DateOnly? DecisionDate { get; init; }

    /// <summary>In UTC, to the second.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Head of the tenant's audit chain, so that the chain cannot be rewritten behind the publication.</summary>
    public required string AuditHead { get; init; }

    public required bool Illustrative { get; init; }

    /// <summary>In the order of the tabs.</summary>
    public required IReadOnlyList<PublishedGroup> Groups { get; init; }

    public PublishedGroup? Group(string code) => Groups.FirstOrDefault(group => string.Equals(group.Code, code, StringComparison.Ordinal));

    /// <summary>The group an agency stands in, or null.</summary>
    public PublishedGroup? GroupOf(string agency) => Groups.FirstOrDefault(group => group.Entrant(agency) is not null);
}
