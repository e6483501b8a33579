using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// The editions that everybody may know of, newest first: those in drafting are the office's own. Asked once to a request.
/// </summary>
public sealed class PublicEditions(DxIndexDb db)
{
    private IReadOnlyList<PublicEdition>? _listed;

    public async Task<IReadOnlyList<PublicEdition>> ListAsync(CancellationToken ct) => _listed ??= await ReadAsync(ct);

    /// <summary>The version to show: the one asked for, else the newest; null where nothing of the year is published.</summary>
    public async Task<int?> ShownAsync(int year, int? asked, CancellationToken ct) =>
        asked ?? (await ListAsync(ct)).FirstOrDefault(edition => edition.Year == year)?.Version;

    private async Task<IReadOnlyList<PublicEdition>> ReadAsync(CancellationToken ct)
    {
        var editions = await db.Set<Edition>().AsNoTracking()
            .Where(edition => edition.Stage != EditionStage.Drafting)
            .OrderByDescending(edition => edition.Year)
            .ToListAsync(ct);
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .OrderBy(group => group.Position)
            .Select(group => new { group.Year, group.Code, group.Name, group.Population, group.Members })
            .ToListAsync(ct);
        var series = await db.Set<Series>().AsNoTracking().ToDictionaryAsync(known => known.Code, StringComparer.Ordinal, ct);
        var versions = await db.Set<Publication>()
            .GroupBy(publication => publication.Year)
            .Select(year => new { Year = year.Key, Number = year.Max(publication => publication.Number) })
            .ToDictionaryAsync(year => year.Year, year => year.Number, ct);
        var withdrawn = (await db.Set<Withdrawal>().Select(withdrawal => new { withdrawal.Year, withdrawal.Number }).ToListAsync(ct))
            .ToLookup(withdrawal => withdrawal.Year, withdrawal => withdrawal.Number);
        return [.. editions.Select(edition => new PublicEdition(
            edition.Year,
            edition.Stage,
            edition.EntryClosesAt,
            edition.Provenance,
            edition.Illustrative,
            versions.TryGetValue(edition.Year, out var number) ? number : null,
            [.. groups.Where(group => group.Year == edition.Year)
                .Select(group => new PublicGroup(group.Code, group.Name, group.Population, group.Members))])
            {
                Rounds = edition.Rounds,
                Series = series[edition.Series],
                Document = edition.Document,
                WithdrawnVersions = withdrawn[edition.Year].ToHashSet(),
            })];
    }
}

/// <param name="Version">Number of the newest publication; null while nothing is published.</param>
public sealed record PublicEdition(
    int Year, EditionStage Stage, DateTimeOffset? EntryClosesAt, string? Provenance, bool Illustrative, int? Version,
    IReadOnlyList<PublicGroup> Groups)
{
    /// <summary>The index it belongs to.</summary>
    public required Series Series { get; init; }

    /// <summary>How often each agency is appraised.</summary>
    public required int Rounds { get; init; }

    /// <summary>The document that made imported results known, where one is known.</summary>
    public Bilingual? Document { get; init; }

    /// <summary>Numbers of those that were taken out of force.</summary>
    public IReadOnlySet<int> WithdrawnVersions { get; init; } = new HashSet<int>();

    /// <summary>The newest publication was taken out of force, and nothing stands in its place yet.</summary>
    public bool Withdrawn => Version is { } newest && WithdrawnVersions.Contains(newest);

    public VersionState StateOf(int number) => WithdrawnVersions.Contains(number) ? VersionState.Withdrawn
        : number < Version ? VersionState.Superseded
        : VersionState.InForce;

    /// <summary>There is a table to look at.</summary>
    public bool HasResults => Version is not null || Stage == EditionStage.Imported;

    /// <summary>A group of this edition as comparing sees it; null when the edition has no such group.</summary>
    public SeriesYear? Of(string group) => Groups.FirstOrDefault(publicGroup => publicGroup.Code == group) is { } found
        ? new(Year, Series, found.Population, found.Members)
        : null;
}

/// <param name="Population">Code of the kind of agencies in it.</param>
/// <param name="Members">Those agencies in words.</param>
public sealed record PublicGroup(string Code, Bilingual Name, string Population, Bilingual Members);
