using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Editions;

/// <summary>What the press and documents said of a year, as printed, with its sources and where they contradict each other.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class PrintedModel(
    PublicEditions editions, PrintedFigures figures, PrintedScope scope, Addresses addresses) : PageModel
{
    private List<PrintedAbout> _found = [];

    public PublicEdition? Edition { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        Edition = (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year);
        if (Edition is null)
            return NotFound();
        _found = await figures.OfYearAsync(year, ct);
        return Page();
    }

    public IReadOnlyList<PrintedAbout> Of(PrintedKind kind) => _found.FindAll(printed => printed.Figure.Kind == kind);

    public bool IsEmpty => _found.Count == 0;

    public string ScopeOf(PrintedAbout printed) => Edition is { } edition ? scope.Of(printed, edition) : "";

    /// <summary>The same list for programs and spreadsheets.</summary>
    public string Data(string query) => addresses.Api($"editions/{Edition?.Year}/printed{query}");
}
