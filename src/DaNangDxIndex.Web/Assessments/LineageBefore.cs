using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>An agency with all that ended in it, and how each of them took part in an earlier edition; asked in one query.</summary>
internal sealed class LineageBefore
{
    private readonly IReadOnlyList<(Agency Agency, PartBefore? Part)> _found;

    /// <param name="lineage">"WITH RECURSIVE lineage AS (…)" of $1, the agency.</param>
    /// <param name="year">Of the edition that is asked for; $2 is the year of the agency's own.</param>
    /// <param name="whose">A condition on "took": of whom the figures are asked.</param>
    public LineageBefore(OneRoundTrip asked, string lineage, string year, string whose, string agency, int own) =>
        _found = asked.RowsWithin<Agency, PartBefore?>(
            // Agencies, assessments and figures are asked for one by one: joined at once, every save would read those of all agencies.
            select => $"""
                {lineage}, took AS MATERIALIZED (
                    SELECT its.* FROM lineage CROSS JOIN LATERAL (
                        SELECT year, agency, state, "group", joined_into FROM assessment
                        WHERE year = {year} AND agency = lineage.code OFFSET 0) AS its)
                SELECT own.*, {PartBefore.Columns(whose)}
                FROM lineage CROSS JOIN LATERAL ({select} WHERE code = lineage.code OFFSET 0) AS own
                LEFT JOIN took ON took.agency = lineage.code
                LEFT JOIN edition ON edition.year = took.year
                LEFT JOIN edition_group ON edition_group.year = took.year AND edition_group.code = took."group"
                """,
            PartBefore.Read, agency, own);

    public IEnumerable<PartBefore> Parts => _found.Select(found => found.Part).OfType<PartBefore>();

    /// <summary>Those that stood for themselves.</summary>
    public IEnumerable<PartBefore> Took => Parts.Where(part => !part.IsJoined);

    /// <summary>Whose work the agency carries on, of those that were in force on the day of that edition.</summary>
    public IReadOnlyList<Agency> Forebears(string agency, PartBefore took) =>
        new Forebears(_found.Select(found => found.Agency))
            .Of(agency, Took.Select(part => part.Agency).ToHashSet(StringComparer.Ordinal), took.InForceOn);
}
