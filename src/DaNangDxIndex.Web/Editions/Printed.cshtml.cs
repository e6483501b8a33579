using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>What the press and documents said of a year, as printed, with its sources and where they contradict each other.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class PrintedModel(
    PublicEditions editions, PrintedFigures figures, CurrentTenant tenant, IStringLocalizer<EditionTexts> texts) : PageModel
{
    private List<PrintedFigures.Found> found = [];

    public PublicEdition? Edition { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        Edition = (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year);
        if (Edition is null)
            return NotFound();
        found = await figures.OfYearAsync(year, ct);
        return Page();
    }

    public IReadOnlyList<PrintedFigures.Found> Of(PrintedKind kind) => found.FindAll(one => one.Figure.Kind == kind);

    public bool IsEmpty => found.Count == 0;

    /// <summary>Whom it was said of: an agency, those under it, a group, or everybody.</summary>
    public string ScopeOf(PrintedFigures.Found one)
    {
        var group = Edition?.Groups.FirstOrDefault(group => group.Code == one.Figure.Group)?.Name.In(Addresses.Language);
        return (one.About?.In(Addresses.Language), group) switch
        {
            ({ } agency, null) => agency,
            ({ } agency, _) => texts["Printed.Under", agency],
            (null, { } all) => all,
            (null, null) => tenant.Required.Name.In(Addresses.Language),
        };
    }
}
