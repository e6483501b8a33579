using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Surveys;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>Every figure that the office loads, agency by agency, with codes, names and what is there; not of the own agency.</summary>
public sealed class FigureTemplate(DxIndexDb db, CriteriaInForce criteria)
{
    public async Task<byte[]> WriteAsync(int year, Actor actor, CancellationToken ct)
    {
        var language = Addresses.Language;
        var sets = (await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == year && group.CriteriaFile != null)
            .ToListAsync(ct)).ToDictionary(group => group.Code, group => criteria.ScorerOf(group.CriteriaFile ?? "").Set,
                StringComparer.Ordinal);
        var agencies = await (
            from assessment in db.Set<Assessment>().AsNoTracking()
            join agency in db.Set<Agency>().AsNoTracking() on assessment.Agency equals agency.Code
            where assessment.Year == year && assessment.JoinedInto == null
            orderby assessment.Group, agency.Code
            select new { agency.Code, agency.Name, assessment.Group }).ToListAsync(ct);
        var entries = await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year)
            .ToDictionaryAsync(entry => (entry.Agency, entry.Figure), entry => entry.Declared, ct);
        var samples = await db.Set<SurveySample>().AsNoTracking().Where(sample => sample.Year == year)
            .ToDictionaryAsync(sample => (sample.Agency, sample.Figure), ct);
        List<IReadOnlyList<Cell>> rows =
        [
            .. from agency in agencies
               where !actor.BelongsTo(agency.Code) && sets.ContainsKey(agency.Group)
               from figure in sets[agency.Group].Figures
               where figure.Source != FigureSource.Agency
               select Row(agency.Code, agency.Name.In(language), figure, language, entries.GetValueOrDefault((agency.Code, figure.Code)),
                   samples.GetValueOrDefault((agency.Code, figure.Code))),
        ];
        return Workbook.Write(Template.Of(language == "en" ? "Figures" : "Số liệu", FigureColumns.All, rows, language));
    }

    private static IReadOnlyList<Cell> Row(
        string code, string agency, Figure figure, string language, string? value, SurveySample? sample) =>
    [
        Cell.Of(code), Cell.Of(agency), Cell.Of(figure.Code), Cell.Of(figure.Name.In(language)),
        sample is not null ? Cell.Empty
            : figure.Kind is FigureKind.YesNo or FigureKind.Choice ? Cell.Of(value) : Cell.OfInvariant(value),
        Cell.Of(sample?.Wanted), Cell.Of(sample?.Least), Cell.Of(sample?.Sent), Cell.Of(sample?.Answered), Cell.Of(sample?.Satisfied),
    ];
}
