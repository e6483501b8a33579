using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Marking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Agencies;

/// <summary>What a sent list would do, before it does it; or what is wrong with it.</summary>
[Authorize(Policies.Office)]
public sealed class ImportCheckModel(
    AgencyRegister register, KeptUploads uploads, ImportAgencies import, CurrentAccount account) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public KeptUpload? Kept { get; private set; }

    internal AgencyPlan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetMarkedAsync(CancellationToken ct) => await ReadAsync(ct) && Kept is not null && Plan is not null
        ? Kept.Marked(Plan.Faults)
        : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await import.HandleAsync(Id, account.Actor.Account, ct) is not { } outcome)
            return NotFound();
        // Something has changed since the check: it is shown again.
        return outcome.Applied ? RedirectToPage("/Agencies/Index", new { imported = true }) : RedirectToPage(new { Id });
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Kept = await uploads.FindAsync(Id, ImportAgencies.Purpose, account.Actor.Account, ct);
        Plan = Kept is null ? null : AgencyPlan.Of(Kept.Content, await register.ReadAsync(ct));
        return Plan is not null;
    }
}
