using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>The tenant's providers of sign-ins.</summary>
[Authorize(Policies.Administrator)]
public sealed class IndexModel(DxIndexDb db) : PageModel
{
    public IReadOnlyList<Provider> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await db.Set<Provider>().AsNoTracking()
        .OrderBy(provider => provider.Place).ThenBy(provider => provider.Id).ToListAsync(ct);
}
