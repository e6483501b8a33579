namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>What makes a version a correction: why, who found it, what changed, and everybody whose result moved.</summary>
/// <param name="Of">Number of the version that it corrects.</param>
/// <param name="Digest">Of that version, so that nobody can put another one in its place.</param>
/// <param name="Cause">In the words of the office, public.</param>
/// <param name="Review">Number of the agency's request for review that led to it; null where none did.</param>
/// <param name="Changes">By agency, figures before criteria.</param>
/// <param name="Moved">Every agency whose points, total, rank or tier is another one, those that lose most first.</param>
public sealed record PublishedCorrection(
    int Of, string Digest, string Cause, Finder FoundBy, int? Review,
    IReadOnlyList<ResultChange> Changes, IReadOnlyList<MovedResult> Moved);

/// <summary>An agency whose result a correction moves.</summary>
/// <param name="Before">As it was published; null where the agency had no result.</param>
/// <param name="After">As it is since; null where it has none any more.</param>
/// <param name="Criteria">Codes of the criteria that give it other points.</param>
public sealed record MovedResult(
    string Agency, Bilingual Name, string Group, BriefResult? Before, BriefResult? After, IReadOnlyList<string> Criteria)
{
    public bool RankMoves => Before?.Rank != After?.Rank;

    public bool TierMoves => !string.Equals(Before?.Tier, After?.Tier, StringComparison.Ordinal);
}

/// <param name="Total">As printed, invariant: "98.06".</param>
/// <param name="Tier">Code of the tier.</param>
public sealed record BriefResult(string Total, int? Rank, string? Tier);
