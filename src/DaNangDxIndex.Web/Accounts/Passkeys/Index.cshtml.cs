using System.Buffers.Text;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>One's own passkeys: added, named, removed.</summary>
[Authorize(Policies.SignedIn), Present, EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(DxIndexDb db, KeepPasskeys keep, PasskeyTalk talk, CurrentAccount current, Addresses addresses,
    IStringLocalizer<PasskeyTexts> texts) : PageModel, IShowsRefusals
{
    public sealed record Row(string Id, string Name, DateTimeOffset Added, bool IsSynced);

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Of the question that the browser answered.</summary>
    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [FromQuery]
    public string? Done { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>This once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>The site has a name by which devices keep passkeys.</summary>
    public bool IsOffered => PasskeyRules.IsSite(addresses.Origin);

    public string FieldOf(RuleViolation refused) => "";

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return Page();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var own = await db.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(passkey => passkey.UserId == current.Id).ToListAsync(ct);
        Rows = [.. own.OrderBy(passkey => passkey.Data.CreatedAt).Select(passkey => new Row(
            Base64Url.EncodeToString(passkey.CredentialId), passkey.Data.Name ?? "", passkey.Data.CreatedAt,
            passkey.Data.IsBackupEligible))];
        Name ??= BrowserInWords.Of(Request.Headers.UserAgent.ToString()).ForReader();
    }

    /// <summary>For the script: what the device is asked.</summary>
    public async Task<IActionResult> OnPostQuestionAsync(CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == current.Id, ct);
        return Content((await talk.AskForNewAsync(account)).Json, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (PasskeyRules.NameFault(Name) is { } fault)
            ModelState.AddModelError(nameof(Name), fault.ForReader());
        else if (string.IsNullOrEmpty(Answer))
            ModelState.AddModelError("", texts["NoAnswer"]);
        if (!ModelState.IsValid)
            return await ShownAsync(ct);
        try
        {
            NewCodes = await keep.AddAsync(Name?.Trim() ?? "", new(State, Answer), ct);
        }
        catch (PasskeyRefused refused)
        {
            ModelState.AddModelError("", texts[$"Fault.Add.{refused.Fault}", PasskeyRules.Underway.TotalMinutes]);
            return await ShownAsync(ct);
        }
        if (NewCodes.Count == 0)
            return RedirectToPage(new { done = "added" });
        Done = "added";
        (Name, State, Answer) = (null, null, null);
        ModelState.Clear();
        await OnGetAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRenameAsync(string? id, string? to, CancellationToken ct)
    {
        if (PasskeyRules.NameFault(to) is { } fault)
        {
            ModelState.AddModelError($"to-{id}", fault.ForReader());
            return await ShownAsync(ct);
        }
        return Credential(id) is { } credential && await keep.RenameAsync(credential, to?.Trim() ?? "", ct)
            ? RedirectToPage(new { done = "renamed" })
            : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken ct) =>
        Credential(id) is { } credential && await keep.RemoveAsync(credential, ct) ? RedirectToPage(new { done = "removed" }) : NotFound();

    private async Task<PageResult> ShownAsync(CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await OnGetAsync(ct);
        return Page();
    }

    private static byte[]? Credential(string? id) =>
        id is { Length: > 0 and <= 1400 } && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;
}
