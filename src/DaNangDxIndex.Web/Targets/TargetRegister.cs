using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Targets;

/// <summary>What the office's file of targets is read against: groups, figures, sources, and what is there already.</summary>
public sealed class TargetRegister(DxIndexDb db, PrintedFigures printed, CriteriaInForce criteria)
{
    /// <param name="Groups">Of the year.</param>
    /// <param name="Figures">Codes of the figures that agencies enter, of all years.</param>
    /// <param name="There">Targets of the year and the values shown beside it of their indicators, which a file replaces.</param>
    /// <param name="Elsewhere">Values that stand beside another year, or beside no target: by key the year.</param>
    /// <param name="Targets">Indicator and group of the targets of all years.</param>
    /// <param name="Last">The last number of what was printed.</param>
    public sealed record Found(
        int Year, IReadOnlySet<string> Groups, IReadOnlySet<string> Figures, IReadOnlyDictionary<string, Source> Sources,
        IReadOnlyList<PrintedAbout> There, IReadOnlyDictionary<TargetKey, int> Elsewhere,
        IReadOnlySet<(string? Indicator, string? Group)> Targets, int Last);

    /// <returns>Null where there is no edition of the year.</returns>
    public Task<Found?> FindAsync(int year, CancellationToken ct) =>
        ReadAsync(db.Set<Edition>().AsNoTracking().Where(edition => edition.Year == year), year, ct);

    /// <summary>The edition is locked, so that of two files of a year the second is read against the first.</summary>
    public Task<Found?> FindToChangeAsync(int year, CancellationToken ct) =>
        ReadAsync(db.Set<Edition>().FromSql($"SELECT * FROM edition WHERE year = {year} FOR UPDATE").AsNoTracking(), year, ct);

    private async Task<Found?> ReadAsync(IQueryable<Edition> edition, int year, CancellationToken ct)
    {
        if ((await edition.ToListAsync(ct)).Count == 0)
            return null;
        var groups = await db.Set<EditionGroup>().AsNoTracking().ToListAsync(ct);
        // Criteria in preparation may still lack things.
        var drafting = await db.Set<Edition>().Where(edition => edition.Stage == EditionStage.Drafting)
            .Select(edition => edition.Year).ToListAsync(ct);
        var found = (await printed.OfIndicatorsAsync(year, ct)).FindAll(said => said.Figure.Agency is null);
        var ofYear = found.Where(said => said.Figure.Kind == PrintedKind.Target && said.Figure.Year == year)
            .Select(About).ToHashSet();
        return new(
            year,
            groups.Where(group => group.Year == year).Select(group => group.Code).ToHashSet(StringComparer.Ordinal),
            groups.Where(group => !drafting.Contains(group.Year)).Select(group => group.CriteriaFile).OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .SelectMany(file => criteria.ScorerOf(file).Set.Figures).Select(figure => figure.Code).ToHashSet(StringComparer.Ordinal),
            await db.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Code, StringComparer.Ordinal, ct),
            found.FindAll(IsThere),
            found.Where(said => said.Figure.Kind == PrintedKind.Figure && !IsThere(said))
                .GroupBy(said => TargetKey.Of(said.Figure))
                .ToDictionary(same => same.Key, same => same.First().Figure.Year),
            found.Where(said => said.Figure.Kind == PrintedKind.Target).Select(About).ToHashSet(),
            await db.Set<PrintedFigure>().MaxAsync(figure => (int?)figure.Number, ct) ?? 0);

        bool IsThere(PrintedAbout printed) => printed.Figure.Year == year && ofYear.Contains(About(printed));
    }

    private static (string? Indicator, string? Group) About(PrintedAbout printed) => (printed.Figure.Indicator, printed.Figure.Group);
}
