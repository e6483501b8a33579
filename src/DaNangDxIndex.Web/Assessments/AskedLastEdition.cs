using DaNangDxIndex.Agencies;
using DaNangDxIndex.Commitments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring.Differences;

namespace DaNangDxIndex.Assessments;

/// <summary>What a page shows of the last edition, asked for together with the sheet.</summary>
internal sealed class AskedLastEdition
{
    /// <summary>The agency and all that ended in it, step by step.</summary>
    private const string Lineage = """
        WITH RECURSIVE lineage AS (
            SELECT code FROM agency WHERE code = $1
            UNION SELECT agency.code FROM agency JOIN lineage ON lineage.code = ANY (agency.successors))
        """;

    /// <summary>With the newest edition before in which one took part, asked agency by agency: each is at one end of an index.</summary>
    private const string LineageAndYear = $"""
        {Lineage}, newest AS MATERIALIZED (SELECT max(each.year) AS year FROM lineage CROSS JOIN LATERAL (
            SELECT max(year) AS year FROM assessment WHERE agency = lineage.code AND year < $2 AND joined_into IS NULL) AS each)
        """;

    private const string Year = "(SELECT year FROM newest)";

    private readonly IReadOnlyList<Agency> _lineage;
    private readonly IReadOnlyList<PartBefore> _parts;
    private readonly IReadOnlyList<Commitment> _commitments;

    public AskedLastEdition(OneRoundTrip asked, int year, string agency)
    {
        _lineage = asked.Rows<Agency>($"WHERE code IN ({Lineage} SELECT code FROM lineage)", agency);
        _parts = PartBefore.Ask(asked, LineageAndYear, Year, "true", agency, year);
        _commitments = asked.Rows<Commitment>(
            $"WHERE state <> 'withdrawn' AND (agency, year) IN ({LineageAndYear} SELECT code, {Year} FROM lineage) ORDER BY due, number",
            agency, year);
    }

    private IEnumerable<PartBefore> Took => _parts.Where(part => !part.IsJoined);

    public async Task<LastEdition.Figures?> AnswerAsync(
        Edition edition, string agency, CriteriaSet set, CriteriaInForce criteria, CancellationToken ct)
    {
        if (Took.FirstOrDefault() is not { } first)
            return null;
        var present = Took.Select(part => part.Agency).ToHashSet(StringComparer.Ordinal);
        var before = new Forebears(_lineage).Of(agency, present, first.InForceOn);
        if (!before.Any(forebear => present.Contains(forebear.Code)))
            return null;
        var values = from part in _parts
                     from value in part.Values
                     select (part.Agency, Figure: value.Key, value.Value);
        var alone = before is [var only] ? Took.FirstOrDefault(part => part.Agency == only.Code) : null;
        return new(first.Year, before, values.ToDictionary(value => (value.Agency, value.Figure), value => value.Value))
        {
            Commitments = await CommitmentsAsync(before, set, criteria, ct),
            Comparable = alone is null ? null : await alone.ComparableAsync(edition, set, criteria, ct),
        };
    }

    private async Task<ILookup<string, Commitment>> CommitmentsAsync(
        IReadOnlyList<Agency> before, CriteriaSet set, CriteriaInForce criteria, CancellationToken ct)
    {
        var found = new List<(string Code, Commitment Commitment)>();
        foreach (var own in _commitments.Where(commitment => before.Any(agency => agency.Code == commitment.Agency))
            .GroupBy(commitment => commitment.Agency, StringComparer.Ordinal))
        {
            var part = Took.FirstOrDefault(part => part.Agency == own.Key);
            if (part?.Group is { } group && await criteria.ScorerAsync(part.Year, group, part.Digest, ct) is { } then)
            {
                var codes = CriteriaDifference.CodesAfter(then.Set, set);
                found.AddRange(own.Where(commitment => codes.ContainsKey(commitment.Criterion))
                    .Select(commitment => (codes[commitment.Criterion], commitment)));
            }
        }

        return found.ToLookup(coded => coded.Code, coded => coded.Commitment, StringComparer.Ordinal);
    }
}
