using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// What others printed, with source and the agency it was said of, as it stands in the database: for publishing, and for years that nobody
/// published here.
/// </summary>
public sealed class PrintedFigures(DxIndexDb db)
{
    /// <summary>Those shown beside an edition, in the order of the file.</summary>
    public Task<List<PrintedAbout>> OfYearAsync(int year, CancellationToken ct) =>
        ReadAsync(db.Set<PrintedFigure>().Where(figure => figure.Year == year), ct);

    public Task<bool> HasTargetsAsync(int year, CancellationToken ct) =>
        db.Set<PrintedFigure>().AnyAsync(figure => figure.Year == year && figure.Kind == PrintedKind.Target, ct);

    /// <summary>The targets shown beside an edition, and in every year what was printed of an indicator.</summary>
    public Task<List<PrintedAbout>> OfIndicatorsAsync(int year, CancellationToken ct) => ReadAsync(
        db.Set<PrintedFigure>()
            .Where(figure => figure.Indicator != null || (figure.Kind == PrintedKind.Target && figure.Year == year)), ct);

    /// <summary>
    /// All that is frozen with a publication of the year: its own, and in every year what is said of an agency that takes part.
    /// </summary>
    public async Task<Printed> FindAsync(int year, CancellationToken ct)
    {
        var partaking = db.Set<Assessment>().Where(assessment => assessment.Year == year).Select(assessment => assessment.Agency);
        var figures = await ReadAsync(
            db.Set<PrintedFigure>()
                .Where(figure => figure.Year == year || (figure.Agency != null && partaking.Contains(figure.Agency))), ct);
        var counts = await db.Set<ImportedTierCount>().AsNoTracking().Where(count => count.Year == year)
            .OrderBy(count => count.Group).ThenBy(count => count.Tier).ToListAsync(ct);
        var standings = await db.Set<ImportedStanding>().AsNoTracking().Where(standing => standing.Year == year)
            .OrderBy(standing => standing.Group).ThenBy(standing => standing.Agency).ToListAsync(ct);
        var named = counts.Select(count => count.Source).Concat(standings.Select(standing => standing.Source))
            .Concat(figures.Select(printed => printed.Figure.Source)).ToHashSet(StringComparer.Ordinal);
        var sources = await db.Set<Source>().AsNoTracking()
            .Where(source => named.Contains(source.Code)).OrderBy(source => source.Code).ToListAsync(ct);
        return new(sources, counts, standings, figures);
    }

    private async Task<List<PrintedAbout>> ReadAsync(IQueryable<PrintedFigure> asked, CancellationToken ct)
    {
        var rows = await (
            from figure in asked
            join source in db.Set<Source>() on figure.Source equals source.Code
            orderby figure.Number
            select new { Figure = figure, Source = source }).AsNoTracking().ToListAsync(ct);
        var codes = rows.Select(row => row.Figure.Agency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = await PublicAgencies.Of(db, agency => codes.Contains(agency.Code))
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        return rows.ConvertAll(row => new PrintedAbout(row.Figure, row.Source, row.Figure.Agency is { } code ? names[code] : null));
    }
}
