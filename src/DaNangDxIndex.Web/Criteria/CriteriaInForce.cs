using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The scorer of a group in an edition. Files are read once per text: the text itself is the key, so an amended file is another entry
/// and no tenant can meet another's.
/// </summary>
public sealed class CriteriaInForce(DxIndexDb db, IMemoryCache cache)
{
    /// <summary>Null when there is no such group, or when it has no criteria (imported editions).</summary>
    public async Task<Scorer?> ScorerAsync(int year, string group, CancellationToken ct)
    {
        var file = await db.Set<EditionGroup>().AsNoTracking()
            .Where(one => one.Year == year && one.Code == group)
            .Select(one => one.CriteriaFile)
            .SingleOrDefaultAsync(ct);
        return file is null ? null : ScorerOf(file);
    }

    /// <exception cref="RuleViolation">The file has problems.</exception>
    public Scorer ScorerOf(string file) =>
        cache.GetOrCreate((typeof(Scorer), file), entry =>
        {
            entry.SlidingExpiration = TimeSpan.FromHours(1);
            return new Scorer(CriteriaFile.Read(file).Require());
        }) ?? throw new InvalidOperationException("The cache holds no null.");
}
