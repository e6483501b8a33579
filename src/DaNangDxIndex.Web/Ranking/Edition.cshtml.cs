using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// The public page of an edition: a tab for each group, one sentence, the tiers, the ranked table. Without a year, the latest with results.
/// </summary>
[AllowAnonymous, PublicAnswer]
public sealed class EditionModel(
    PublicEditions editions, RankedTables tables, PrintedFigures printed,
    IStringLocalizer<RankingTexts> texts, Addresses addresses) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public StandingsQuery Asked { get; set; } = new();

    public IReadOnlyList<PublicEdition> Editions { get; private set; } = [];

    /// <summary>Null while the tenant has no edition at all.</summary>
    public PublicEdition? Edition { get; private set; }

    /// <summary>Null while nothing is published.</summary>
    public RankedTable? Table { get; private set; }

    public PublicGroup? Group { get; private set; }

    /// <summary>Who leads each group, where one or two do; empty where the edition was not computed here.</summary>
    public IReadOnlyList<(PublicGroup Group, IReadOnlyList<RankedAgency> First)> Leaders { get; private set; } = [];

    /// <summary>Something was printed of this year beside its results.</summary>
    public bool HasPrinted { get; private set; }

    /// <summary>Targets were printed of this year.</summary>
    public bool HasTargets { get; private set; }

    /// <summary>Contradictions between sources, and what else a reader of this group must know.</summary>
    public IReadOnlyList<PrintedAbout> Notes { get; private set; } = [];

    /// <summary>The years, series by series, newest first.</summary>
    public IEnumerable<IGrouping<string, PublicEdition>> Years =>
        Editions.GroupBy(edition => edition.Series.Name.In(Addresses.Language), StringComparer.Ordinal);

    public StandingsInWords InWords(RankedTable table) => new(table, texts);

    public StandingsOnPage StandingsOf(RankedTable table) => new(table, Asked, texts, addresses);

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken ct)
    {
        Editions = await editions.ListAsync(ct);
        Edition = year is null
            ? Editions.FirstOrDefault(edition => edition.HasResults) ?? (Editions is [var newest, ..] ? newest : null)
            : Editions.FirstOrDefault(edition => edition.Year == year);
        if (Edition is null)
            return year is null ? Page() : NotFound();
        Group = string.IsNullOrEmpty(Asked.Group) && Edition.Groups is [var first, ..]
            ? first
            : Edition.Groups.FirstOrDefault(group => group.Code == Asked.Group);
        if (Group is null)
            return NotFound();
        if (Edition.HasResults)
            Table = await tables.FindAsync(Edition.Year, Group.Code, Asked.Version, ct);
        if (Table?.Version?.Number is { } number)
            Leaders = await LeadersAsync(Edition, number, ct);
        await ReadPrintedAsync(Edition.Year, Group.Code, ct);
        return Table is null && Asked.Version is not null ? NotFound() : Page();
    }

    /// <summary>The table on paper, in the reader's language.</summary>
    public string PdfOf(RankedTable table)
    {
        var version = Asked.Version is { } number ? $"&version={number}" : "";
        return addresses.Api($"editions/{table.Year}/standings.pdf?group={table.Group}&lang={Addresses.Language}{version}");
    }

    /// <summary>The tables of all groups as annexes of the document.</summary>
    /// <param name="form">"pdf" or "docx".</param>
    public string AnnexesOf(RankedTable table, string form)
    {
        var version = Asked.Version is { } number ? $"&version={number}" : "";
        return addresses.Api($"editions/{table.Year}/annexes.{form}?lang={Addresses.Language}{version}");
    }

    /// <summary>Named by its index: "Kết quả xếp hạng ứng dụng công nghệ thông tin năm 2020".</summary>
    public string TitleOf(PublicEdition edition) => edition.HasResults
        ? texts["Title.Of", edition.Series.Results.In(Addresses.Language), edition.Year]
        : texts["Title.Open", edition.Year];

    private async Task<IReadOnlyList<(PublicGroup, IReadOnlyList<RankedAgency>)>> LeadersAsync(
        PublicEdition edition, int number, CancellationToken ct)
    {
        const int Most = 2;
        var leaders = new List<(PublicGroup, IReadOnlyList<RankedAgency>)>();
        foreach (var group in edition.Groups)
        {
            // Where ranks count inside each parent, there is no one leader to name.
            if (await tables.FindAloneAsync(edition.Year, group.Code, number, ct) is { } table
                && table.Agencies.Where(agency => agency.Rank == 1).ToList() is { Count: > 0 and <= Most } first)
                leaders.Add((group, first));
        }

        return leaders;
    }

    private async Task ReadPrintedAsync(int year, string group, CancellationToken ct)
    {
        IReadOnlyList<PrintedAbout> found = Table?.Version?.Printed?.Figures ?? await printed.OfYearAsync(year, ct);
        HasPrinted = found.Any(said => said.Figure.Year == year);
        HasTargets = found.Any(said => said.Figure.Year == year && said.Figure.Kind == PrintedKind.Target);
        Notes = [.. found.Where(said => said.Figure.Year == year
            && said.Figure.Kind is PrintedKind.Contradiction or PrintedKind.Note
            && (said.Figure.Group is null || said.Figure.Group == group))];
    }

    /// <summary>The same view of another group: what narrows the table stays behind, its sorting goes along.</summary>
    public string HrefOf(PublicGroup group) =>
        Frame.AddressWith.Query(Request, ("group", group.Code), ("q", null), ("tier", null), ("parent", null));
}
