using System.Security.Claims;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>By which providers one's own account is opened: linked by an act of its person, never by a name or an address.</summary>
[Authorize(Policies.SignedIn), Present, EnableRateLimiting(RateLimits.SignIn)]
public sealed class LinkedModel(
    DxIndexDb db, LeaveForProvider leave, Unlink unlink, CurrentAccount current, IStringLocalizer<ProviderTexts> texts) : PageModel
{
    /// <param name="Provider">Null where the provider is gone, and the link is still there.</param>
    public sealed record Row(string Key, string Issuer, Guid? Provider, string Name, bool IsLinked);

    [FromQuery]
    public bool Done { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await RowsAsync(db, current.Actor.Account, ct);

    public async Task<IActionResult> OnPostLinkAsync(Guid provider, CancellationToken ct)
    {
        try
        {
            var link = new Attempt.Link(
                current.Actor.Account, User.FindFirstValue(AccountClaims.Stamp) ?? "", current.Session ?? Guid.Empty);
            return Leave.For(this, await leave.HandleAsync(new(provider, link, Anew: false, null, null), ct));
        }
        catch (ProviderRefused refused)
        {
            ModelState.AddModelError("", texts[$"Fault.{refused.Fault}", ProviderRules.Underway.TotalMinutes]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await OnGetAsync(ct);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostUnlinkAsync(string? issuer, CancellationToken ct) =>
        await unlink.HandleAsync(new(current.Actor.Account, issuer ?? ""), current.Actor, ct) ? RedirectToPage() : NotFound();

    /// <summary>What can be linked, and what is.</summary>
    internal static async Task<IReadOnlyList<Row>> RowsAsync(DxIndexDb db, Guid account, CancellationToken ct)
    {
        var linked = await db.Set<IdentityUserLogin<Guid>>().AsNoTracking().Where(login => login.UserId == account)
            .Select(login => login.LoginProvider).ToListAsync(ct);
        var providers = await db.Set<Provider>().AsNoTracking().OrderBy(provider => provider.Place).ThenBy(provider => provider.Id)
            .ToListAsync(ct);
        return
        [
            .. from provider in providers
               where provider.Active || linked.Contains(provider.Issuer)
               select new Row($"p-{provider.Id}", provider.Issuer, provider.Id, provider.Name.ForReader(),
                   linked.Contains(provider.Issuer)),
            .. linked.Where(issuer => !providers.Exists(provider => provider.Issuer == issuer))
               .Select((issuer, number) => new Row($"gone-{number}", issuer, null, issuer, true)),
        ];
    }
}
