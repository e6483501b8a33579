using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Commitments;

/// <summary>
/// The outlook of an agency after publication: by the rules of the next edition where it is open and the agency takes part in the same
/// group of it, else by those of the published one.
/// </summary>
public sealed class Outlooks(DxIndexDb db, PublishedEditions published, CriteriaInForce criteria, CurrentTenant tenant, KeptVersions kept)
{
    // The rules without what is left out, and every other agency's total; the version is counted where it is kept.
    private const int Bytes = 512 << 10;

    /// <param name="Result">As it was published.</param>
    public sealed record Found(PublishedEdition Edition, PublishedGroup Group, Result Result, Outlook Outlook, Lazy<NextTierAdvice> Advice)
    {
        /// <summary>The edition whose rules it is reckoned by.</summary>
        public int RulesOf => Outlook.Rules.Edition;

        public bool IsNext => RulesOf != Edition.Year;
    }

    /// <summary>Null where the agency has no published result in that year.</summary>
    public async Task<Found?> FindAsync(int year, string agency, CancellationToken ct)
    {
        if (await published.NewestAsync(year, ct) is not { Edition: { } edition } version
            || edition.GroupOf(agency) is not { } group || group.ResultOf(agency) is not { } result)
            return null;
        var next = await NextAsync(edition, group, agency, ct);
        var (rules, codes) = (next?.Rules, next?.Codes ?? []);
        var key = (typeof(Outlooks), tenant.Required.Id, version.Digest, rules, agency);
        if (kept.Find<Found>(key) is { } known)
            return known;
        List<ScoringInput> inputs = [.. group.Scored.Select(entrant => Computation.InputOf(group.Criteria, entrant))
            .Select(input => input with { Agency = codes.GetValueOrDefault(input.Agency, input.Agency) })];
        // Where nothing of the next rules can be reckoned with what is known, this year's tell the way.
        if ((Outlook.Of(group.Criteria, rules?.Set ?? group.Criteria, inputs, codes.GetValueOrDefault(agency, agency))
            ?? Outlook.Of(group.Criteria, group.Criteria, inputs, codes.GetValueOrDefault(agency, agency))) is not { } outlook)
            return null;
        return kept.Keep(key, Bytes, () => new Found(edition, group, result, outlook, new(outlook.Advise)));
    }

    /// <returns>Null where the next edition's rules are not known yet, or the agency as it was takes no part in it.</returns>
    private async Task<(Scorer Rules, Dictionary<string, string> Codes)?> NextAsync(
        PublishedEdition edition, PublishedGroup group, string agency, CancellationToken ct)
    {
        var next = edition.Year + 1;
        if (!await db.Set<Edition>().AnyAsync(later => later.Year == next && later.Series == edition.Series.Code
                && later.Stage != EditionStage.Drafting && later.Stage != EditionStage.Imported, ct))
            return null;
        var present = (await db.Set<Assessment>()
            .Where(assessment => assessment.Year == next && assessment.Group == group.Code && assessment.JoinedInto == null)
            .Select(assessment => assessment.Agency).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var lineage = new Lineage(await db.Set<Agency>().AsNoTracking().ToListAsync(ct));
        if (lineage.Among(present, agency) is null || await criteria.ScorerAsync(next, group.Code, ct) is not { } rules)
            return null;
        return (rules, group.Entrants.Select(entrant => (entrant.Agency, Now: lineage.Among(present, entrant.Agency)))
            .Where(pair => pair.Now is not null)
            .ToDictionary(pair => pair.Agency, pair => pair.Now ?? "", StringComparer.Ordinal));
    }
}
