using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Targets;

/// <summary>
/// One thing that is measured: its targets of a year, all that was printed of it, and every agency whose figures it is about.
/// </summary>
[AllowAnonymous, PublicAnswer]
public sealed class IndicatorModel(PublicEditions editions, PublicTargets targets, PrintedScope scope, TargetsInWords words) : PageModel
{
    public PublicEdition Edition { get; private set; } = null!;

    /// <summary>One, or one for each level of government.</summary>
    public IReadOnlyList<ShownTarget> Targets { get; private set; } = [];

    public TargetsInWords Words => words;

    public async Task<IActionResult> OnGetAsync(int year, string code, CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year) is not { } found)
            return NotFound();
        (Edition, Targets) = (found, [.. (await targets.OfYearAsync(year, ct)).Where(shown => shown.Target.Indicator == code)]);
        return Targets.Count == 0 ? NotFound() : Page();
    }

    public string ScopeOf(Target target) => scope.Of(target.Printed, Edition);
}
