using System.Text.Json;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using Npgsql;

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

    /// <summary>Columns of <see cref="Read"/>, of who took part ("took"), its edition and its group.</summary>
    /// <param name="whose">A condition on "took": of whom the figures are asked.</param>
    public static string Columns(string whose) =>
        $"""
        took.year, took.agency, edition.in_force_on, edition.series, took.state,
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
        """;

    /// <returns>Null in the row of one that took no part.</returns>
    public static PartBefore? Read(NpgsqlDataReader row, int first) => row.IsDBNull(first)
        ? null
        : new(
            row.GetInt32(first), row.GetString(first + 1), row.GetFieldValue<DateOnly>(first + 2), row.GetString(first + 3),
            row.GetString(first + 4), row.IsDBNull(first + 5) ? null : row.GetString(first + 5),
            row.IsDBNull(first + 6) ? null : row.GetString(first + 6),
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.IsDBNull(first + 7) ? "{}" : row.GetString(first + 7))
                ?? new(StringComparer.Ordinal),
            row.GetBoolean(first + 8));

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
