using System.Text.Json;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Commitments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring.Differences;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What the agency, or its one predecessor, had in the last edition that was computed here; after a merger what all those had that it
/// carries on. After a split there is nothing to compare with, and nothing is shown.
/// </summary>
public sealed class LastEdition(PublishedEditions published)
{
    /// <param name="Agencies">Usually one: the agency itself or its one predecessor. Several after a merger.</param>
    /// <param name="Values">By agency and figure.</param>
    public sealed record Figures(
        int Year, IReadOnlyList<Agency> Agencies, IReadOnlyDictionary<(string Agency, string Figure), string> Values)
    {
        public bool IsJoined => Agencies.Count > 1;

        /// <summary>What doubts may be based on; null where the year before cannot be compared.</summary>
        public LastYear? Comparable { get; init; }

        /// <summary>
        /// What was committed to after that edition, done or not, by the code that the criterion has now. Empty on a sheet to change.
        /// </summary>
        public ILookup<string, Commitment> Commitments { get; init; } = Enumerable.Empty<Commitment>()
            .ToLookup(commitment => commitment.Criterion, StringComparer.Ordinal);

        /// <summary>The value of the one agency, where it can still be read as one of this figure; null for none.</summary>
        public FigureValue? Of(Figure figure) => Of(figure, Agencies[0]);

        public JoinedFigure Joined(Figure figure) => JoinedFigure.Sum(figure, [.. Agencies.Select(agency => Of(figure, agency))]);

        private FigureValue? Of(Figure figure, Agency agency) =>
            Values.TryGetValue((agency.Code, figure.Code), out var text) ? FigureValue.Read(figure, text).Value : null;
    }

    /// <summary>The published total, or null.</summary>
    public async Task<(int Year, string Total)?> TotalAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        if (sheet.Last is not { Agencies: [var only] } last)
            return null;
        var version = await published.NewestOutlineAsync(last.Year, ct);
        var total = version?.Edition.GroupOf(only.Code)?.ResultOf(only.Code)?.Total;
        return total is null ? null : (last.Year, total);
    }

    /// <summary>What has to be known of the year before, asked for together with the sheet.</summary>
    internal sealed class Asked
    {
        /// <summary>The agency and all that ended in it, step by step.</summary>
        private const string Lineage = """
            WITH RECURSIVE lineage AS (
                SELECT code FROM agency WHERE code = $1
                UNION SELECT agency.code FROM agency JOIN lineage ON lineage.code = ANY (agency.successors))
            """;

        /// <summary>The newest edition before in which one took part, asked agency by agency: each is at one end of an index.</summary>
        private const string Year = """
            (SELECT max(newest.year) FROM lineage CROSS JOIN LATERAL (
                SELECT max(year) AS year FROM assessment WHERE agency = lineage.code AND year < $2 AND joined_into IS NULL) AS newest)
            """;

        private readonly IReadOnlyList<Agency> _lineage;
        private readonly IReadOnlyList<Part> _parts;
        private readonly IReadOnlyList<Commitment> _commitments;

        /// <param name="withCommitments">They are for reading only: who saves a figure does not wait for them.</param>
        public Asked(OneRoundTrip asked, int year, string agency, bool withCommitments)
        {
            _lineage = asked.Rows<Agency>($"WHERE code IN ({Lineage} SELECT code FROM lineage)", agency);
            // Figures are asked for assessment by assessment: joined at once, every save would read those of all agencies.
            _parts = asked.Each(
                $"""
                {Lineage}
                SELECT took.year, took.agency, edition.in_force_on, edition.series, took.state,
                    edition_group.code, edition_group.criteria_digest,
                    (SELECT json_object_agg(figure, value) FROM (
                        SELECT figure, CASE WHEN accepted_at IS NULL OR took.state = 'submitted' THEN declared ELSE accepted END AS value
                        FROM figure_entry entry
                        WHERE entry.year = took.year AND entry.agency = took.agency AND took.state NOT IN ('explained', 'reopened')
                        UNION ALL SELECT figure, CASE WHEN accepted_at IS NULL THEN declared ELSE accepted END
                        FROM heard_figure heard
                        WHERE heard.year = took.year AND heard.agency = took.agency AND took.state IN ('explained', 'reopened')) AS own
                    WHERE value IS NOT NULL),
                    took.joined_into IS NOT NULL
                FROM assessment took JOIN edition ON edition.year = took.year
                LEFT JOIN edition_group ON edition_group.year = took.year AND edition_group.code = took."group"
                WHERE took.year = {Year} AND took.agency IN (SELECT code FROM lineage)
                """, row => new Part(
                    row.GetInt32(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetString(3), row.GetString(4),
                    row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6),
                    JsonSerializer.Deserialize<Dictionary<string, string>>(row.IsDBNull(7) ? "{}" : row.GetString(7))
                        ?? new(StringComparer.Ordinal),
                    row.GetBoolean(8)),
                agency, year);
            _commitments = !withCommitments ? [] : asked.Rows<Commitment>(
                $"WHERE state <> 'withdrawn' AND (agency, year) IN ({Lineage} SELECT code, {Year} FROM lineage) ORDER BY due, number",
                agency, year);
        }

        /// <summary>Those that stand for themselves, and were not joined into a successor's.</summary>
        private IEnumerable<Part> Took => _parts.Where(part => !part.IsJoined);

        public async Task<Figures?> AnswerAsync(Edition edition, string agency, CriteriaSet set, CriteriaInForce criteria,
            CancellationToken ct)
        {
            if (Took.FirstOrDefault() is not { } first)
                return null;
            var present = Took.Select(part => part.Agency).ToHashSet(StringComparer.Ordinal);
            var before = new Forebears(_lineage).Of(agency, present, first.InForceOn);
            if (!before.Any(one => present.Contains(one.Code)))
                return null;
            var values = from part in _parts
                         from value in part.Values
                         select (part.Agency, Figure: value.Key, value.Value);
            var found = new Figures(first.Year, before, values.ToDictionary(one => (one.Agency, one.Figure), one => one.Value))
            {
                Commitments = await CommitmentsAsync(before, set, criteria, ct),
            };
            var alone = before is [var only] ? Took.FirstOrDefault(one => one.Agency == only.Code) : null;
            return alone is { IsHandedIn: true, Group: { } group } && alone.Year == edition.Year - 1 && alone.Series == edition.Series
                && await criteria.ScorerAsync(alone.Year, group, alone.Digest, ct) is { } then
                ? found with { Comparable = new(alone.Year, Comparable(set, then.Set, found)) }
                : found;
        }

        private async Task<ILookup<string, Commitment>> CommitmentsAsync(
            IReadOnlyList<Agency> before, CriteriaSet set, CriteriaInForce criteria, CancellationToken ct)
        {
            var found = new List<(string Code, Commitment One)>();
            foreach (var own in _commitments.Where(commitment => before.Any(agency => agency.Code == commitment.Agency))
                .GroupBy(commitment => commitment.Agency, StringComparer.Ordinal))
            {
                var part = Took.FirstOrDefault(one => one.Agency == own.Key);
                if (part?.Group is { } group && await criteria.ScorerAsync(part.Year, group, part.Digest, ct) is { } then)
                {
                    var codes = CriteriaDifference.CodesAfter(then.Set, set);
                    found.AddRange(own.Where(one => codes.ContainsKey(one.Criterion)).Select(one => (codes[one.Criterion], one)));
                }
            }

            return found.ToLookup(one => one.Code, one => one.One, StringComparer.Ordinal);
        }

        private static Dictionary<string, FigureValue> Comparable(CriteriaSet now, CriteriaSet then, Figures found)
        {
            var values = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
            foreach (var figure in now.Figures)
            {
                if (then.Figure(figure.Code) is { } was && figure.IsSameFactAs(was)
                    && found.Of(figure) is { } value)
                    values[figure.Code] = value;
            }

            return values;
        }

        private sealed record Part(
            int Year, string Agency, DateOnly InForceOn, string Series, string State, string? Group, string? Digest,
            IReadOnlyDictionary<string, string> Values, bool IsJoined)
        {
            /// <summary>What was typed and never handed in is nobody's figure.</summary>
            public bool IsHandedIn => State is not ("entering" or "awaitingApproval" or "returned" or "notSubmitted");
        }
    }
}
