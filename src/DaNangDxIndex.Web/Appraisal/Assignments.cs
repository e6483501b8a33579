using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Loads who takes which criterion of a group, and who could.</summary>
public sealed class Assignments(DxIndexDb db, CriteriaInForce criteria)
{
    /// <param name="People">Everybody who appraises.</param>
    /// <param name="Assigned">By criterion.</param>
    public sealed record OfGroup(CriteriaSet Criteria, IReadOnlyList<Actor> People, IReadOnlyDictionary<string, Assignment> Assigned)
    {
        /// <summary>Tells one arrangement from another: what was on screen is what is changed.</summary>
        public string Seen => CanonicalJson.Digest(string.Join(
            ';', Assigned.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value.Appraiser}")));

        public IEnumerable<Actor> PeopleFor(Criterion criterion) =>
            People.Where(person => Assignment.IsFor(person, criterion.VerifyingUnit));
    }

    public async Task<OfGroup?> FindAsync(int year, string group, bool toChange, CancellationToken ct)
    {
        if (await criteria.ScorerAsync(year, group, ct) is not { } scorer)
            return null;
        string[] roles = [Role.Appraiser.Code(), Role.LeadAppraiser.Code()];
        var people = await db.Set<Account>().AsNoTracking()
            .Where(account => !account.Disabled && account.Roles.Any(role => roles.Contains(role))).ToListAsync(ct);
        var assigned = await db.Set<Assignment>().AsTracking(toChange ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking)
            .Where(assignment => assignment.Year == year && assignment.Group == group)
            .ToDictionaryAsync(assignment => assignment.Criterion, StringComparer.Ordinal, ct);
        return new(
            scorer.Set,
            [.. people.OrderBy(account => account.FullName, VietnameseOrder.Names).Select(account => new Actor(
                account.Id, account.FullName, account.Roles.Select(RoleCode.Parse).OfType<Role>().ToHashSet(), account.AgencyCode))],
            assigned);
    }
}
