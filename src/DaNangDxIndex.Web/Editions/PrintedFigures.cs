using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>What others printed beside the rankings, with source and the agency it was said of.</summary>
public sealed class PrintedFigures(DxIndexDb db)
{
    /// <param name="About">Name of the agency it was said of; null where it is none in particular.</param>
    public sealed record Found(PrintedFigure Figure, Source Source, Bilingual? About);

    /// <summary>Those shown beside an edition, in the order of the file.</summary>
    public Task<List<Found>> OfYearAsync(int year, CancellationToken ct) => ReadAsync(db.Set<PrintedFigure>().Where(figure => figure.Year == year), ct);

    /// <summary>Those said of an agency in any year; of its group, or of the agencies under one, only those of the given year.</summary>
    public async Task<List<Found>> OfAgencyAsync(int year, string agency, string? parent, string group, CancellationToken ct) =>
        [.. (await ReadAsync(db.Set<PrintedFigure>().Where(figure => figure.Agency == agency || figure.Year == year), ct)).Where(found =>
            found.Figure.Kind is PrintedKind.Figure or PrintedKind.Target && found.Figure.IsAbout(agency, parent, group))];

    private async Task<List<Found>> ReadAsync(IQueryable<PrintedFigure> asked, CancellationToken ct)
    {
        var rows = await (
            from figure in asked
            join source in db.Set<Source>() on figure.Source equals source.Code
            orderby figure.Number
            select new { Figure = figure, Source = source }).AsNoTracking().ToListAsync(ct);
        var codes = rows.Select(row => row.Figure.Agency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = await db.Set<Agency>().Where(agency => codes.Contains(agency.Code))
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        return rows.ConvertAll(row => new Found(row.Figure, row.Source, row.Figure.Agency is { } code ? names[code] : null));
    }
}
