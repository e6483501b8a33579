using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The figures of agencies that merged into others while their edition was open, as they are offered to the heirs.</summary>
public sealed class JoinedOffers(DxIndexDb db)
{
    private sealed record Left(string Heir, DateTimeOffset? At, Bilingual Name, string Figure, string Value);

    /// <returns>By figure; empty for an agency that nobody joined.</returns>
    public async Task<IReadOnlyDictionary<string, JoinedOffer>> OfAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        var left = await LeftAsync(year, agency, ct);
        return Of(sheet.Form.Asked, left, sheet.Entries).ToDictionary(offer => offer.Figure.Code, StringComparer.Ordinal);
    }

    /// <summary>Of all heirs of an edition.</summary>
    public async Task<IReadOnlyList<(string Heir, IReadOnlyList<JoinedOffer> Offers)>> OfEditionAsync(
        int year, Func<string, IEnumerable<Figure>> asked, CancellationToken ct)
    {
        var left = (await LeftAsync(year, null, ct)).ToLookup(entry => entry.Heir, StringComparer.Ordinal);
        var heirs = left.Select(grouped => grouped.Key).ToList();
        var entries = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year && heirs.Contains(entry.Agency))
            .ToListAsync(ct))
            .ToLookup(entry => entry.Agency, StringComparer.Ordinal);
        return
        [
            .. left.Select(heir => (heir.Key, (IReadOnlyList<JoinedOffer>)
            [
                .. Of(asked(heir.Key), [.. heir], entries[heir.Key].ToDictionary(entry => entry.Figure, StringComparer.Ordinal)),
            ])),
        ];
    }

    /// <summary>Whose assessments have joined the agency's, or all of the edition.</summary>
    private async Task<IReadOnlyList<Left>> LeftAsync(int year, string? heir, CancellationToken ct) => await (
        from assessment in db.Set<Assessment>().IgnoreQueryFilters().AsNoTracking()
        where assessment.Year == year && assessment.JoinedInto != null && (heir == null || assessment.JoinedInto == heir)
        join agency in db.Set<Agency>().AsNoTracking() on assessment.Agency equals agency.Code
        join entry in db.Set<FigureEntry>()
            .AsNoTracking() on new { assessment.Year, assessment.Agency } equals new { entry.Year, entry.Agency }
        where entry.Declared != null
        orderby assessment.Agency
        select new Left(assessment.JoinedInto ?? "", assessment.JoinedAt, agency.Name, entry.Figure, entry.Declared ?? "")).ToListAsync(ct);

    private static IEnumerable<JoinedOffer> Of(
        IEnumerable<Figure> asked, IReadOnlyList<Left> left, IReadOnlyDictionary<string, FigureEntry> entries)
    {
        var byFigure = left.ToLookup(entry => entry.Figure, StringComparer.Ordinal);
        return
            from figure in asked
            let values = byFigure[figure.Code].Select(entry => (entry.Name, FigureValue.Read(figure, entry.Value).Value, entry.At)).ToList()
            let known = values.FindAll(value => value.Value is not null)
            where known.Count > 0
            let own = entries.GetValueOrDefault(figure.Code)
            let settled = own?.DeclaredAt > known.Max(value => value.At)
            select new JoinedOffer(
                figure, [.. known.Select(value => (value.Name, value.Value ?? default))],
                settled ? null : FigureValue.Read(figure, own?.Declared).Value, settled);
    }
}
