using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What doubts about a sheet that is changed are based on, asked for together with it: the same as <see cref="AskedLastEdition"/> tells a
/// page, and no more. It is read anew with each save, so whatever becomes of the year before is in the next answer.
/// </summary>
internal sealed class AskedLastYear
{
    /// <summary>The agency and all that ended in it alone, whom alone it can be compared with; each is at one place of an index.</summary>
    private const string Lineage = """
        WITH RECURSIVE lineage AS (
            SELECT code FROM agency WHERE code = $1
            UNION SELECT ended.code FROM lineage CROSS JOIN LATERAL (
                SELECT code FROM agency WHERE successors[1] = lineage.code AND cardinality(successors) = 1 OFFSET 0) AS ended)
        """;

    private const string Year = "$2 - 1";

    /// <summary>Where several took part, their figures can only be added up and not compared: nobody waits for them.</summary>
    private const string OneAlone = "(SELECT count(*) FROM took WHERE joined_into IS NULL) = 1";

    private readonly DxIndexDb _db;
    private readonly IReadOnlyList<Agency> _lineage;
    private readonly IReadOnlyList<PartBefore> _parts;

    public AskedLastYear(DxIndexDb db, OneRoundTrip asked, int year, string agency)
    {
        _db = db;
        _lineage = asked.RowsWithin<Agency>(
            select => $"{Lineage} SELECT its.* FROM lineage CROSS JOIN LATERAL ({select} WHERE code = lineage.code OFFSET 0) AS its",
            agency);
        _parts = PartBefore.Ask(asked, Lineage, Year, OneAlone, agency, year);
    }

    public async Task<LastYear?> AnswerAsync(
        Edition edition, string agency, CriteriaSet set, CriteriaInForce criteria, CancellationToken ct)
    {
        var took = _parts.Where(part => !part.IsJoined).ToList();
        var present = took.Select(part => part.Agency).ToHashSet(StringComparer.Ordinal);
        if (took is not [var first, ..] || new Forebears(_lineage).Of(agency, present, first.InForceOn) is not [var only]
            || took.Find(part => part.Agency == only.Code) is not { } alone)
            return null;
        if (took.Count > 1)
            alone = await WithFiguresAsync(alone, agency, edition.Year, ct);
        return await alone.ComparableAsync(edition, set, criteria, ct);
    }

    /// <summary>Somebody else took part in that year who was not in force any more on its day.</summary>
    private async Task<PartBefore> WithFiguresAsync(PartBefore alone, string agency, int year, CancellationToken ct)
    {
        var asked = new OneRoundTrip(_db);
        var parts = PartBefore.Ask(asked, Lineage, Year, "true", agency, year);
        await asked.SendAsync(ct);
        return parts.First(part => part.Agency == alone.Agency);
    }
}
