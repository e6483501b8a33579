using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What the agency, or its one predecessor, had in the last edition that was computed here; after a merger what all those had that it
/// carries on. After a
/// split there is nothing to compare with, and nothing is shown.
/// </summary>
public sealed class LastEdition(DxIndexDb db, PublishedEditions published)
{
    /// <param name="Agencies">Usually one: the agency itself or its one predecessor. Several after a merger.</param>
    /// <param name="Values">By agency and figure.</param>
    public sealed record Figures(int Year, IReadOnlyList<Agency> Agencies, IReadOnlyDictionary<(string Agency, string Figure),
        string> Values)
    {
        public bool IsJoined => Agencies.Count > 1;

        /// <summary>The value of the one agency, where it can still be read as one of this figure; null for none.</summary>
        public FigureValue? Of(Figure figure) => Of(figure, Agencies[0]);

        public JoinedFigure Joined(Figure figure) => JoinedFigure.Sum(figure, [.. Agencies.Select(agency => Of(figure, agency))]);

        private FigureValue? Of(Figure figure, Agency agency) =>
            Values.TryGetValue((agency.Code, figure.Code), out var text) ? FigureValue.Read(figure, text).Value : null;
    }

    public async Task<Figures?> FiguresAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        var before = await BeforeAsync(sheet, ct);
        if (before is not var (year, agencies))
            return null;
        var codes = agencies.Select(agency => agency.Code).ToList();
        var entries = await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year && codes.Contains(entry.Agency))
            .ToListAsync(ct);
        return new(year, agencies, entries.ToDictionary(entry => (entry.Agency, entry.Figure), entry => entry.InForce ?? ""));
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

    private async Task<(int Year, Agency Agency)?> AgencyAsync(AssessmentSheet sheet, CancellationToken ct) =>
        await BeforeAsync(sheet, ct) is (var year, [var only]) ? (year, only) : null;

    /// <summary>The newest edition in which the agency or one of those that it carries on took part, with all of them.</summary>
    private async Task<(int Year, IReadOnlyList<Agency> Agencies)?> BeforeAsync(AssessmentSheet sheet, CancellationToken ct)
    {
        var lineage = await LineageAsync(sheet.Agency, ct);
        var codes = lineage.ConvertAll(agency => agency.Code);
        var took = await (
            from assessment in db.Set<Assessment>()
            join edition in db.Set<Edition>() on assessment.Year equals edition.Year
            where assessment.Year < sheet.Assessment.Year && codes.Contains(assessment.Agency)
            select new { assessment.Year, assessment.Agency, edition.InForceOn }).ToListAsync(ct);
        if (took.MaxBy(part => part.Year) is not { } last)
            return null;
        var present = took.Where(part => part.Year == last.Year).Select(part => part.Agency).ToHashSet(StringComparer.Ordinal);
        var before = new Forebears(lineage).Of(sheet.Agency.Code, present, last.InForceOn);
        return before.Any(agency => present.Contains(agency.Code)) ? (last.Year, before) : null;
    }

    /// <summary>The agency and all that ended in it, step by step.</summary>
    private async Task<List<Agency>> LineageAsync(Agency agency, CancellationToken ct)
    {
        var lineage = new List<Agency> { agency };
        for (List<string> heirs = [agency.Code]; heirs.Count > 0;)
        {
            var known = lineage.ConvertAll(member => member.Code);
            var ended = await db.Set<Agency>().AsNoTracking()
                .Where(other => !known.Contains(other.Code) && other.Successors.Any(code => heirs.Contains(code))).ToListAsync(ct);
            lineage.AddRange(ended);
            heirs = ended.ConvertAll(member => member.Code);
        }
        return lineage;
    }
}
