namespace DaNangDxIndex.Agencies;

/// <summary>An agency that exists only part of a year, and who has its figures of the other part.</summary>
/// <param name="Ended">It was dissolved, merged or split in the year; otherwise it was founded in it.</param>
/// <param name="Others">Its heirs at the end of the year, where it ended; those it came from, where it began.</param>
public sealed record PartOfYear(Agency Agency, bool Ended, IReadOnlyList<Agency> Others)
{
    /// <param name="last">The day on which the agencies of the edition are in force.</param>
    public static IReadOnlyList<PartOfYear> Of(IReadOnlyCollection<Agency> agencies, DateOnly last)
    {
        var first = new DateOnly(last.Year, 1, 1);
        var heirs = new Heirs(agencies);
        var ended = agencies.Where(agency => agency.ValidTo is { } end && end >= first && end < last)
            .Select(agency => new PartOfYear(agency, true, heirs.Of(agency.Code, last)));
        var begun = agencies.Where(agency => agency.ValidFrom is { } begin && begin > first && begin <= last && agency.InForceOn(last))
            .Select(agency => new PartOfYear(
                agency, false, [.. agencies.Where(other => other.Successors.Contains(agency.Code, StringComparer.Ordinal))]));
        return [.. ended.Concat(begun).Where(part => part.Agency.Assessed)];
    }
}
