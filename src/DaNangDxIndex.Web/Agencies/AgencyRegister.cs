using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

/// <summary>All agencies of the tenant with what was recorded of them and where they took part: what the rules of lineage ask.</summary>
public sealed class AgencyRegister(DxIndexDb db, TimeProvider clock)
{
    public sealed record Found(
        IReadOnlyDictionary<string, Agency> Agencies, IReadOnlyList<AgencyBefore> Before,
        IReadOnlyList<LineageAct> Acts, IReadOnlyList<TookPart> Parts, DateOnly Today)
    {
        public LineageRules Rules => new([.. Agencies.Values], Acts, Parts, Today);

        public Bilingual InWords(LineageAct act) => act.InWords([.. Agencies.Values], Before);

        /// <summary>Nothing rests on the entry yet: it can be corrected like any other line of a list.</summary>
        public bool IsFree(string code) => !Acts.Any(act => act.Concerns(code)) && !Parts.Any(part => part.Agency == code);

        /// <summary>Groups as the newest edition names them; those that no edition knows yet by their codes.</summary>
        public required IReadOnlyDictionary<string, Bilingual> GroupNames { get; init; }

        public Bilingual GroupName(string code) => GroupNames.GetValueOrDefault(code) ?? new(code, code);

        /// <summary>Code of the group that is meant by code or name; what means none is given back: the rules name it.</summary>
        public string GroupOf(string typed)
        {
            var folded = FoldedText.Of(typed);
            var called = GroupNames
                .Where(group => FoldedText.Of(group.Value.Vi) == folded || FoldedText.Of(group.Value.En) == folded)
                .Select(group => group.Key).Take(2).ToList();
            return GroupNames.ContainsKey(typed) || called is not [var code] ? typed : code;
        }

        /// <summary>Code and name in the reader's language, in the order of names.</summary>
        public IEnumerable<Agency> InForce(string language) =>
            Agencies.Values.Where(agency => agency.InForceOn(Today))
                .OrderBy(agency => agency.Name.In(language), VietnameseOrder.Names);
    }

    public async Task<Found> ReadAsync(CancellationToken ct) =>
        await FindAsync(db.Set<Agency>().AsNoTracking(), db.Set<Edition>().AsNoTracking(), ct);

    /// <summary>To change, in a transaction: no edition opens or moves on meanwhile.</summary>
    public async Task<Found> FindToChangeAsync(CancellationToken ct) =>
        await FindAsync(db.Set<Agency>(), db.Set<Edition>().FromSql($"SELECT * FROM edition ORDER BY year FOR SHARE").AsNoTracking(), ct);

    private async Task<Found> FindAsync(IQueryable<Agency> agencies, IQueryable<Edition> editions, CancellationToken ct)
    {
        var years = await editions.ToDictionaryAsync(edition => edition.Year, ct);
        var assessed = await db.Set<Assessment>().AsNoTracking().ToListAsync(ct);
        var printed = await db.Set<ImportedStanding>().AsNoTracking()
            .Select(standing => new { standing.Agency, standing.Year }).ToListAsync(ct);
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Select(group => new { group.Year, group.Position, group.Code, group.Name }).ToListAsync(ct);
        return new(
            await agencies.ToDictionaryAsync(agency => agency.Code, StringComparer.Ordinal, ct),
            await db.Set<AgencyBefore>().AsNoTracking().ToListAsync(ct),
            await db.Set<LineageAct>().AsNoTracking().OrderBy(act => act.Day).ThenBy(act => act.Number).ToListAsync(ct),
            [
                .. assessed.Select(assessment =>
                    PartOf(assessment.Agency, years[assessment.Year]) with { MayJoin = years[assessment.Year].Stage == EditionStage.Open
                        && assessment.MayJoin }),
                .. printed.Distinct().Select(line => PartOf(line.Agency, years[line.Year])),
            ],
            VietNamTime.DayOf(clock.GetUtcNow()))
        {
            GroupNames = groups.OrderByDescending(group => group.Year)
                .ThenBy(group => group.Position).DistinctBy(group => group.Code, StringComparer.Ordinal)
                .ToDictionary(group => group.Code, group => group.Name, StringComparer.Ordinal),
        };
    }

    private static TookPart PartOf(string agency, Edition edition) =>
        new(agency, edition.Year, edition.InForceOn, edition.Stage is not (EditionStage.Published or EditionStage.Imported));
}
