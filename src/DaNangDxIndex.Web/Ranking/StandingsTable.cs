using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The ranked table of one group. Sorting, search and filters live in the query (sort, dir, q, tier, parent); rows come sorted and
/// filtered.
/// </summary>
/// <param name="Scale">Points at the right end of every bar.</param>
/// <param name="Bounds">Tiers from best to last with the points they begin at.</param>
public sealed record StandingsTable(
    string Caption, decimal Scale, IReadOnlyList<StandingsTable.Bound> Bounds, IReadOnlyList<StandingsTable.Row> Rows)
{
    /// <summary>The column sorted by: rank, agency, parent, total or change.</summary>
    public string Sort { get; init; } = "rank";

    public bool Descending { get; init; }

    /// <summary>Heading of the column of parents ("Quận, huyện"); null leaves the column out.</summary>
    public string? ParentHeading { get; init; }

    /// <summary>Names of the components whose shares stand as small columns in each row; empty leaves the column out.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Names of agencies and of their parents need the room of the small columns.</summary>
    public bool ShowsShares => Components.Count > 0 && ParentHeading is null;

    /// <summary>The column of places gained and lost.</summary>
    public bool ShowsChanges { get; init; } = true;

    /// <summary>Footnotes under the table, in order: gates that moved an agency, sources, illustrative data.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Rows between tier bounds, while the table stands in the order of ranks.</summary>
    public IEnumerable<Section> Sections => !HasLines
        ? [new(null, LeftOut: false, Awaited: false, Rows)]
        : Rows.GroupBy(row => (row.Tier?.Place, row.LeftOut, row.Awaited)).OrderBy(tier => tier.Key is (_, true, false))
            .Select(tier => new Section(Bounds.FirstOrDefault(bound => bound.Tier.Place == tier.Key.Place), tier.Key.LeftOut,
                tier.Key.Awaited, [.. tier]));

    /// <summary>Lines across the table stand where it is in the order of ranks and the bounds are known.</summary>
    public bool HasLines => Sort is "rank" && !Descending && Bounds.Count > 0;

    public int Columns => 4 + (ShowsChanges ? 1 : 0) + (ParentHeading is null ? 0 : 1) + (ShowsShares ? 1 : 0);

    /// <param name="Bound">Null for agencies without a tier.</param>
    /// <param name="LeftOut">They did not submit and were not scored.</param>
    /// <param name="Awaited">They may still submit: nothing is settled of them.</param>
    public sealed record Section(Bound? Bound, bool LeftOut, bool Awaited, IReadOnlyList<Row> Rows);

    public sealed record Bound(TierMark Tier, decimal From, string FromText)
    {
        /// <summary>The tier begins above its bound, not at it.</summary>
        public bool StartsAbove { get; init; }
    }

    /// <param name="Rank">As printed; null for an agency that is assessed and not ranked.</param>
    /// <param name="Total">As printed in the reader's language; null where no total was published.</param>
    public sealed record Row(string? Rank, string Agency, string Href, string? Total, decimal? Points, TierMark? Tier, RankChange Change)
    {
        /// <summary>Leads to the row: the agency's code.</summary>
        public string? Id { get; init; }

        public string? Parent { get; init; }

        /// <summary>What the filter compares.</summary>
        public string? ParentCode { get; init; }

        /// <summary>The name that search looks through, where the row shows a shorter one.</summary>
        public string? Searched { get; init; }

        /// <summary>Share of each component's maximum, 0 to 1; null where it is not applicable.</summary>
        public IReadOnlyList<decimal?> Shares { get; init; } = [];

        /// <summary>Where total, rank and tier of the row come from: press and illustrative are marked.</summary>
        public Provenance? From { get; init; }

        /// <summary>The mark of an agency that did not submit ("Không nộp hồ sơ"); null where something was submitted.</summary>
        public string? NotSubmitted { get; init; }

        /// <summary>Not scored because it did not submit; stands under all others.</summary>
        public bool LeftOut { get; init; }

        /// <summary>Not scored so far, and may still submit.</summary>
        public bool Awaited { get; init; }

        /// <summary>Sign of a footnote ("1") that belongs to this row.</summary>
        public string? NoteSign { get; init; }
    }
}
