using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What the agency, or its one predecessor, had in the last edition that was computed here. After a merger or a split there is nothing
/// to compare with, and nothing is shown.
/// </summary>
public sealed class LastEdition(DxIndexDb db, PublishedEditions published)
{
    public sealed record Figures(int Year, Agency Agency, IReadOnlyDictionary<string, string> Values)
    {
        /// <summary>The value, where it can still be read as one of this figure; null for none.</summary>
        public FigureValue? Of(Figure figure) =>
            Values.TryGetValue(figure.Code, out var text) ? FigureValue.Read(figure, text).Value : null;
    }

    public async Task<Figures?> FiguresAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        if (await AgencyAsync(sheet, ct) is not { } last)
            return null;
        var values = await db.Set<FigureEntry>().AsNoTracking()
            .Where(entry => entry.Year == last.Year && entry.Agency == last.Agency.Code)
            .ToDictionaryAsync(entry => entry.Figure, entry => entry.InForce ?? "", StringComparer.Ordinal, ct);
        return new(last.Year, last.Agency, values);
    }

    /// <summary>The published total, or null.</summary>
    public async Task<(int Year, string Total)?> TotalAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        if (await AgencyAsync(sheet, ct) is not { } last)
            return null;
        var version = await published.NewestAsync(last.Year, ct);
        var total = version?.Edition.GroupOf(last.Agency.Code)?.ResultOf(last.Agency.Code)?.Total;
        return total is null ? null : (last.Year, total);
    }

    private async Task<(int Year, Agency Agency)?> AgencyAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        var code = sheet.Assessment.Agency;
        var predecessors = await db.Set<Agency>().AsNoTracking().Where(agency => agency.Successors.Contains(code)).ToListAsync(ct);
        Agency[] lineage = predecessors is [{ Successors.Count: 1 } only] ? [sheet.Agency, only] : [sheet.Agency];
        var codes = lineage.Select(agency => agency.Code).ToList();
        var last = await db.Set<Assessment>().AsNoTracking()
            .Where(assessment => assessment.Year < sheet.Assessment.Year && codes.Contains(assessment.Agency))
            .OrderByDescending(assessment => assessment.Year)
            .Select(assessment => new { assessment.Year, assessment.Agency }).FirstOrDefaultAsync(ct);
        return last is null
            ? null
            : (last.Year, lineage.First(agency => string.Equals(agency.Code, last.Agency, StringComparison.Ordinal)));
    }
}
