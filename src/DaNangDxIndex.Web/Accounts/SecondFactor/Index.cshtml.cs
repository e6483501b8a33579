using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Typesetting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>The second step of one's own sign-in: set up, recovery codes, off.</summary>
[Authorize(Policies.SignedIn), Present, EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(DxIndexDb db, OfferedSecret offered, KeepSecondFactor keep, CurrentAccount current, CurrentTenant tenant,
    IStringLocalizer<AccountTexts> texts) : PageModel, IShowsRefusals
{
    /// <summary>The secret that is shown, sealed.</summary>
    [BindProperty]
    public string? Offered { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [FromQuery]
    public bool Off { get; set; }

    public bool IsOn { get; private set; }

    /// <summary>Codes of an app, beside passkeys or without them.</summary>
    public bool HasApp { get; private set; }

    public int Passkeys { get; private set; }

    public bool MayTurnOff => HasApp && (!IsCompulsory || Passkeys > 0);

    public bool IsCompulsory { get; private set; }

    public int CodesLeft { get; private set; }

    public string Secret { get; private set; } = "";

    /// <summary>This once.</summary>
    public IReadOnlyList<string>? NewCodes { get; private set; }

    /// <summary>What the app reads from the picture.</summary>
    public QrCode Picture => new(new Uri(
        $"otpauth://totp/{Uri.EscapeDataString($"{Issuer}:{current.UserName}")}?secret={Secret}&issuer={Uri.EscapeDataString(Issuer)}"));

    private string Issuer => $"DX Index {tenant.Required.Name.Vi}";

    public string FieldOf(RuleViolation refused) => "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == current.Id, ct);
        (IsOn, IsCompulsory) = (account.TwoFactorEnabled, SecondFactorRules.IsCompulsory(account.Roles, tenant.Required.SecondFactorFor));
        HasApp = await db.Set<SharedSecret>().AnyAsync(secret => secret.AccountId == account.Id, ct);
        Passkeys = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(passkey => passkey.UserId == account.Id, ct);
        CodesLeft = IsOn ? await db.Set<RecoveryCode>()
            .CountAsync(code => code.AccountId == account.Id && code.UsedAt == null, ct) : 0;
        (Secret, Offered) = NewCodes is null ? offered.To(account.Id, Offered) : offered.Anew(account.Id);
        ModelState.Remove(nameof(Offered));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        NewCodes = await keep.SetUpAsync(Offered, Code, ct);
        if (NewCodes is null)
            ModelState.AddModelError(nameof(Code), texts["SecondCodeWrong"]);
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        if (await db.Set<Account>().AnyAsync(account => account.Id == current.Id && account.TwoFactorEnabled, ct))
            NewCodes = await keep.NewCodesAsync(ct);
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        await keep.TurnOffAsync(ct);
        return RedirectToPage(new { off = true });
    }
}
