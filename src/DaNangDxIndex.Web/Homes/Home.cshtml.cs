using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Homes;

/// <summary>Where a signed-in person starts.</summary>
[Authorize(Policies.SignedIn)]
public sealed class HomeModel(Duties duties, CurrentAccount account) : PageModel
{
    public string Name => account.Name;

    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Duties = await duties.OfAsync(account.Actor, ct);
}
