using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publications;

/// <summary>
/// Published versions as everybody reads them. A version never changes, so it is read once and kept; only which one is the newest is asked
/// of the database each time.
/// </summary>
public sealed class PublishedEditions(DxIndexDb db, CurrentTenant tenant, KeptVersions kept)
{
    // What a letter of the canonical text takes once it has been read into objects, by and large.
    private const int BytesRead = 12;

    /// <summary>The version in force, or null when the year has none.</summary>
    public async Task<PublishedVersion?> NewestAsync(int year, CancellationToken ct) =>
        await NewestNumberAsync(year, ct) is { } number ? await FindAsync(year, number, ct) : null;

    /// <summary>The numbered version, or the one in force where no number is asked for; null when there is none.</summary>
    public Task<PublishedVersion?> AskedAsync(int year, int? number, CancellationToken ct) =>
        number is { } asked ? FindAsync(year, asked, ct) : NewestAsync(year, ct);

    public Task<int?> NewestNumberAsync(int year, CancellationToken ct) =>
        db.Set<Publication>().Where(publication => publication.Year == year).MaxAsync(publication => (int?)publication.Number, ct);

    /// <summary>Versions of a year that were taken out of force, by their number.</summary>
    public Task<Dictionary<int, Withdrawal>> WithdrawnAsync(int year, CancellationToken ct) =>
        db.Set<Withdrawal>().AsNoTracking().Where(withdrawal => withdrawal.Year == year)
            .ToDictionaryAsync(withdrawal => withdrawal.Number, ct);

    /// <summary>The open-data bundle of a version as one zip file; null when there is none.</summary>
    public async Task<ZippedBundle?> BundleAsync(int year, int number, CancellationToken ct)
    {
        var key = (nameof(BundleAsync), tenant.Required.Id, year, number);
        return kept.Find<ZippedBundle>(key) ?? (await StoredAsync(year, number, ct) is { } stored
            ? kept.Keep(key, stored.Canonical.Length, () => new ZippedBundle(BundleZip.Write(Bundle.Of(stored.Canonical)), stored.Digest))
            : null);
    }

    /// <summary>
    /// The publication of the year before that was in force when this one was made, or null where there was none or it was withdrawn by
    /// then: what a version is compared with stays the same whatever is corrected or withdrawn later.
    /// </summary>
    public async Task<PublishedVersion?> BeforeAsync(PublishedVersion version, CancellationToken ct)
    {
        var (year, until) = (version.Edition.Year - 1, version.Edition.PublishedAt.AddSeconds(1));
        var number = await db.Set<Publication>().Where(publication => publication.Year == year && publication.PublishedAt < until)
            .MaxAsync(publication => (int?)publication.Number, ct);
        return number is { } known && !await db.Set<Withdrawal>().AnyAsync(
            withdrawal => withdrawal.Year == year && withdrawal.Number == known && withdrawal.WithdrawnAt < until, ct)
            ? await FindAsync(year, known, ct)
            : null;
    }

    /// <summary>A numbered version, or null when there is none.</summary>
    public async Task<PublishedVersion?> FindAsync(int year, int number, CancellationToken ct)
    {
        var key = (nameof(FindAsync), tenant.Required.Id, year, number);
        return kept.Find<PublishedVersion>(key) ?? (await StoredAsync(year, number, ct) is { } stored
            ? kept.Keep(key, stored.Canonical.Length * BytesRead, () => new PublishedVersion(stored.Canonical, stored.Digest))
            : null);
    }

    private Task<Stored?> StoredAsync(int year, int number, CancellationToken ct) => db.Set<Publication>()
        .Where(publication => publication.Year == year && publication.Number == number)
        .Select(publication => new Stored(publication.Canonical, publication.Digest))
        .SingleOrDefaultAsync(ct);

    private sealed record Stored(string Canonical, string Digest);
}

/// <param name="Digest">Of the version.</param>
public sealed record ZippedBundle(byte[] Zip, string Digest);
