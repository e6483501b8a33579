using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Scorecards;

/// <summary>What everybody may know of one agency in one edition.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class AgencyModel(
    AgencyResults results, AgencyHistory history, AgencyBesideOthers besideOthers, PrintedFigures printed, PublicEditions editions,
    IStringLocalizer<AgencyTexts> texts, Addresses addresses) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public AgencyResult? Result { get; private set; }

    /// <summary>The index that the year belongs to: the one before 2021 was not of digital transformation.</summary>
    public Series Series { get; private set; } = Series.DigitalTransformation;

    public IReadOnlyList<AgencyHistory.Year> Years { get; private set; } = [];

    /// <summary>What was printed of this agency, or of all of its kind.</summary>
    public IReadOnlyList<PrintedAbout> Printed { get; private set; } = [];

    /// <summary>What it was formed from and what became of it.</summary>
    public IReadOnlyList<Bilingual> Lineage { get; private set; } = [];

    /// <summary>Beside itself a year before, and beside others.</summary>
    public AgencyBesideOthers.Found Beside { get; private set; } = new(null, null, [], null);

    /// <summary>How the correction that is shown moves the agency; null where it does not, and where nothing is corrected.</summary>
    public MovedResult? Moved => Result?.Card?.Version.Edition.Correction?.Moved.FirstOrDefault(moved => moved.Agency == Result.Line.Code);

    public async Task<IActionResult> OnGetAsync(int year, string code, CancellationToken ct)
    {
        if (await results.FindAsync(year, code, Version, ct) is not { } result)
            return NotFound();
        Result = result;
        Series = (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year)?.Series ?? Series;
        Years = await history.ReadAsync(result.Table.Group, code, ct);
        Lineage = await history.LineageAsync(code, ct);
        var beside = result.Table.Version?.Printed ?? await printed.FindAsync(year, ct);
        Printed = beside.OfAgency(year, code, result.Line.Parent, result.Table.Group);
        Beside = await besideOthers.FindAsync(result, ct);
        return Page();
    }

    public CardOnPage CardOf(PrintedCard card) => new(card, texts) { Marks = new FigureMarks(card, Printed, texts) };

    public Outcome OutcomeOf(AgencyResult result) => ResultInBrief.Of(result, texts);

    /// <summary>Null while there are not two ranks to set side by side.</summary>
    public RankHistory? HistoryOf(AgencyResult result) => Years.Count(year => year.Line?.Rank is not null) < 2 ? null : new(
        texts["History"],
        [.. Years.Select(year => $"{year.Edition}")],
        [new RankHistory.Series(result.Line.Name.In(Addresses.Language), [.. Years.Select(year => year.Line?.Rank)])])
    {
        Breaks = Years.Index().Where(year => year.Index > 0 && year.Item.Break is not null)
            .ToDictionary(year => year.Index, year => year.Item.Break?.Sentence.In(Addresses.Language) ?? ""),
        Lowest = Math.Max(2, Years.Max(year => Math.Max(year.Agencies, year.Line?.Rank ?? 0))),
        Height = 170,
    };

    public string Api(AgencyResult result, string what, string? lang = null) => addresses.Api(
        $"editions/{result.Table.Year}/agencies/{result.Line.Code}/{what}{QueryOf(lang)}");

    private QueryString QueryOf(string? lang) =>
        QueryString.Create(new[] { ("lang", lang), ("version", Version is null ? null : $"{Version}") }
            .Where(pair => pair.Item2 is not null)
            .Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
}
