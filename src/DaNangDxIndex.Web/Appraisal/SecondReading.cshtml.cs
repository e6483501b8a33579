using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Appraisal;

/// <summary>The second pair of eyes: what was drawn, where two appraisers differ, and how far they agree.</summary>
[Authorize(Policies.LeadAppraiser)]
public sealed class SecondReadingModel(AgreementView view, CurrentAccount account) : PageModel
{
    private AgreementView.Content? _shown;

    [FromRoute]
    public int Year { get; set; }

    public AgreementView.Content Shown => _shown ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _shown = await view.FindAsync(Year, account.Actor, ct);
        return _shown is null ? NotFound() : Page();
    }
}
