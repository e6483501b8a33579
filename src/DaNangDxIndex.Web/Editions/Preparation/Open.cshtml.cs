using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The last look before an edition opens: everything that is lacking at once, and the button.</summary>
[Authorize(Policies.Office)]
public sealed class OpenModel(
    EditionsInPreparation editions, PreparedEditions prepared, OpenEdition open, Addresses addresses, CurrentAccount account,
    TimeProvider clock) : PageModel, IShowsRefusals
{
    private PreparedEdition? _all;
    private Readiness? _readiness;

    public PreparedEdition All => _all ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public Readiness Readiness => _readiness ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public Edition Edition => All.Edition;

    public string HrefOf(Lack lack) => addresses.Page(StepPath.Of(lack.Step, Edition.Year));

    [FromRoute]
    public int Year { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <param name="known">Digest of what is lacking, where the box was ticked.</param>
    public async Task<IActionResult> OnPostAsync(string? known, CancellationToken ct) =>
        await open.HandleAsync(new(Year, known ?? ""), account.Actor, ct)
            ? RedirectToPage("/Editions/Preparation/Edition", new { Year, opened = true })
            : NotFound();

    public string FieldOf(RuleViolation refused) => refused.Code == "edition.lacks-changed" ? "known" : "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await editions.FindAsync(Year, ct) is not { } found)
            return NotFound();
        if (found.Edition.Stage != EditionStage.Drafting)
            return RedirectToPage("/Editions/Preparation/Edition", new { Year });
        _all = await prepared.GatherAsync(found, ct);
        _readiness = Readiness.Of(_all, clock.GetUtcNow());
        return Page();
    }
}
