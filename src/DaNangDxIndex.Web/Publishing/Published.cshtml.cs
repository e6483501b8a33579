using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>What was done, the reference to keep, and where to look now. May be bookmarked.</summary>
[Authorize(Policies.Publishing)]
public sealed class PublishedModel(DxIndexDb db) : PageModel
{
    private Publication? publication;

    public Publication Publication => publication ?? throw new InvalidOperationException("The page is shown only with a publication.");

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken ct)
    {
        publication = await db.Set<Publication>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year && one.Number == number, ct);
        return publication is null ? NotFound() : Page();
    }
}
