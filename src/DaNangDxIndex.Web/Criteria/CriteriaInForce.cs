using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The scorer of a group in an edition. Files are read once per text: the text's SHA-256 is the key, so an amended file is another entry
/// and no tenant can meet another's.
/// </summary>
public sealed class CriteriaInForce(DxIndexDb db, IMemoryCache cache)
{
    /// <summary>Null when there is no such group, or when it has no criteria (imported editions).</summary>
    public async Task<Scorer?> ScorerAsync(int year, string group, CancellationToken ct) =>
        await ScorerAsync(
            year, group,
            await OfGroup(year, group).Select(editionGroup => EF.Property<string?>(editionGroup, Tables.CriteriaDigest))
                .SingleOrDefaultAsync(ct), ct);

    /// <param name="digest">
    /// Of the group's file, as a query for something else has found it; the file is fetched only where it is new.
    /// </param>
    public async Task<Scorer?> ScorerAsync(int year, string group, string? digest, CancellationToken ct)
    {
        if (digest is null)
            return null;
        if (cache.TryGetValue((typeof(Scorer), digest), out Scorer? known))
            return known;
        return await OfGroup(year, group).Select(editionGroup => editionGroup.CriteriaFile).SingleOrDefaultAsync(ct) is { } file
            ? ScorerOf(file) : null;
    }

    /// <exception cref="RuleViolation">The file has problems.</exception>
    public Scorer ScorerOf(string file) =>
        cache.GetOrCreate((typeof(Scorer), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)))), entry =>
        {
            entry.SlidingExpiration = TimeSpan.FromHours(1);
            return new Scorer(CriteriaFile.Read(file).Require());
        }) ?? throw new InvalidOperationException("The cache holds no null.");

    private IQueryable<EditionGroup> OfGroup(int year, string group) =>
        db.Set<EditionGroup>().AsNoTracking().Where(editionGroup => editionGroup.Year == year && editionGroup.Code == group);
}
