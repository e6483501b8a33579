using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>One provider: a new one, changes, and whether it answers.</summary>
[Authorize(Policies.Administrator), Present]
public sealed class EditModel(DxIndexDb db, SaveProvider save, TwoPeople two, CurrentAccount current, ProviderDocuments documents,
    ProviderFetch fetch, Addresses addresses, IStringLocalizer<ProviderTexts> texts) : PageModel, IShowsRefusals
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public ProviderForm Input { get; set; } = new();

    [FromQuery]
    public bool Saved { get; set; }

    /// <summary>What has just succeeded.</summary>
    public string? Said { get; private set; }

    public bool NeedsSecond => two.AreWanted(FourEyes.SignInProviders);

    /// <summary>Where the provider sends people back to; it wants to know before.</summary>
    public string? Back => Id is { } id ? LeaveForProvider.BackOf(id, addresses) : null;

    public string FieldOf(RuleViolation refused) => "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is not null)
        {
            if (await FindAsync(ct) is not { } provider)
                return NotFound();
            Input = ProviderForm.Of(provider);
        }
        Said = Saved ? texts["Saved"].Value : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Id is not null && await FindAsync(ct) is null)
            return NotFound();
        foreach (var (field, fault) in Input.Faults(fetch.OverHttp))
        {
            if (fault is not null)
                ModelState.AddModelError($"Input.{field}", fault.ForReader());
        }
        if (!await db.Set<Provider>().AllAsync(provider => provider.Id == Id || provider.Issuer != (Input.Issuer ?? "").Trim(), ct))
            ModelState.AddModelError("Input.Issuer", texts["IssuerTaken"]);
        if (!ModelState.IsValid)
            return Shown();
        try
        {
            if (await save.HandleAsync(Input.Meant(Id), current.Actor, ct) is { } saved)
                return RedirectToPage(new { id = saved.Id, saved = true });
            return two.Asked ? RedirectToPage("/Homes/Proposals", new { done = "asked" }) : NotFound();
        }
        catch (ProviderRefused refused)
        {
            ModelState.AddModelError("Input.Issuer", texts[$"Fault.{refused.Fault}", ProviderRules.Underway.TotalMinutes]);
            return Shown();
        }
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } provider)
            return NotFound();
        ModelState.Clear();
        Input = ProviderForm.Of(provider);
        await db.Database.CloseConnectionAsync();
        try
        {
            await documents.ReadAsync(provider.Issuer, ct);
            Said = texts["TestGood"].Value;
        }
        catch (ProviderRefused refused)
        {
            ModelState.AddModelError("Input.Issuer", texts[$"Fault.{refused.Fault}", ProviderRules.Underway.TotalMinutes]);
        }
        return Shown();
    }

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (refused is ChangedMeanwhile && await FindAsync(ct) is { } provider)
            Input.Version = provider.Version;
        ModelState.Remove("Input.Version");
        return Page();
    }

    private Task<Provider?> FindAsync(CancellationToken ct) =>
        db.Set<Provider>().AsNoTracking().SingleOrDefaultAsync(provider => provider.Id == Id, ct);

    private PageResult Shown()
    {
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
