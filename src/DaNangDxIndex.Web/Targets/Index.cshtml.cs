using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Targets;

/// <summary>The targets of a year: what was set, what was printed of it and by whom, whether it is met, and who stands behind it.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class IndexModel(
    PublicEditions editions, PublicTargets targets, PrintedScope scope, TargetsInWords words, Addresses addresses) : PageModel
{
    public PublicEdition Edition { get; private set; } = null!;

    public IReadOnlyList<ShownTarget> Targets { get; private set; } = [];

    public TargetsInWords Words => words;

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year) is not { } found)
            return NotFound();
        (Edition, Targets) = (found, await targets.OfYearAsync(year, ct));
        return Page();
    }

    public string ScopeOf(Target target) => scope.Of(target.Printed, Edition);

    /// <summary>The same list for programs and spreadsheets.</summary>
    public string Data(string query) => addresses.Api($"editions/{Edition.Year}/targets{query}");
}
