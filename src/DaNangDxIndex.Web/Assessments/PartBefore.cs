using System.Text.Json;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

/// <summary>How one of an agency's lineage took part in an earlier edition, and what it had there.</summary>
/// <param name="Values">What is in force or was heard, by figure; empty where it was not asked for.</param>
/// <param name="IsJoined">It was joined into a successor's, and does not stand for itself.</param>
internal sealed record PartBefore(
    int Year, string Agency, DateOnly InForceOn, string Series, string State, string? Group, string? Digest,
    IReadOnlyDictionary<string, string> Values, bool IsJoined)
{
    /// <summary>What was typed and never handed in is nobody's figure.</summary>
    private bool IsHandedIn => State is not ("entering" or "awaitingApproval" or "returned" or "notSubmitted");

    /// <param name="lineage">"WITH RECURSIVE lineage AS (…)" of $1, the agency.</param>
    /// <param name="year">Of the edition that is asked for; $2 is the year of the agency's own.</param>
    /// <param name="whose">A condition on "took": of whom the figures are asked.</param>
    public static IReadOnlyList<PartBefore> Ask(OneRoundTrip asked, string lineage, string year, string whose, string agency, int own) =>
        asked.Each(
            // Assessments and figures are asked for one by one: joined at once, every save would read those of all agencies.
            $"""
            {lineage}, took AS MATERIALIZED (
                SELECT its.* FROM lineage CROSS JOIN LATERAL (
                    SELECT year, agency, state, "group", joined_into FROM assessment
                    WHERE year = {year} AND agency = lineage.code OFFSET 0) AS its)
            SELECT took.year, took.agency, edition.in_force_on, edition.series, took.state,
                edition_group.code, edition_group.criteria_digest,
                CASE WHEN {whose} THEN (SELECT json_object_agg(figure, value) FROM (
                    SELECT figure, CASE WHEN accepted_at IS NULL OR took.state = 'submitted' THEN declared ELSE accepted END AS value
                    FROM figure_entry entry
                    WHERE entry.year = took.year AND entry.agency = took.agency AND took.state NOT IN ('explained', 'reopened')
                    UNION ALL SELECT figure, CASE WHEN accepted_at IS NULL THEN declared ELSE accepted END
                    FROM heard_figure heard
                    WHERE heard.year = took.year AND heard.agency = took.agency AND took.state IN ('explained', 'reopened')) AS own
                WHERE value IS NOT NULL) END,
                took.joined_into IS NOT NULL
            FROM took JOIN edition ON edition.year = took.year
            LEFT JOIN edition_group ON edition_group.year = took.year AND edition_group.code = took."group"
            """, row => new PartBefore(
                row.GetInt32(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetString(3), row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6),
                JsonSerializer.Deserialize<Dictionary<string, string>>(row.IsDBNull(7) ? "{}" : row.GetString(7))
                    ?? new(StringComparer.Ordinal),
                row.GetBoolean(8)),
            agency, own);

    /// <summary>What doubts about an edition's figures may be based on; null where this part cannot be compared with it.</summary>
    public async Task<LastYear?> ComparableAsync(Edition edition, CriteriaSet set, CriteriaInForce criteria, CancellationToken ct) =>
        IsHandedIn && Group is { } group && Year == edition.Year - 1 && Series == edition.Series
            && await criteria.ScorerAsync(Year, group, Digest, ct) is { } then
            ? new(Year, Comparable(set, then.Set))
            : null;

    private Dictionary<string, FigureValue> Comparable(CriteriaSet now, CriteriaSet then)
    {
        var values = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        foreach (var figure in now.Figures)
        {
            if (then.Figure(figure.Code) is { } was && figure.IsSameFactAs(was)
                && Values.TryGetValue(figure.Code, out var text) && FigureValue.Read(figure, text).Value is { } value)
                values[figure.Code] = value;
        }

        return values;
    }
}
