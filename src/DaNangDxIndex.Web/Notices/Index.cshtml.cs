using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>What a person was told, newest first; opening one marks it as read.</summary>
[Authorize(Policies.SignedIn)]
public sealed class IndexModel(DxIndexDb db, Inbox inbox, CurrentAccount current, Addresses addresses, MailSettings mail) : PageModel
{
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    /// <summary>Of the person's letters.</summary>
    public string Language { get; private set; } = "vi";

    /// <summary>Where letters go; null where the person has no address.</summary>
    public string? Mail { get; private set; }

    public bool SendsLetters => mail.Route is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Notices = await inbox.LatestAsync(ct);
        var own = await db.Set<Account>().AsNoTracking().Where(account => account.Id == current.Id)
            .Select(account => new { account.Language, account.Mail })
            .SingleAsync(ct);
        (Language, Mail) = (own.Language, own.Mail);
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct) =>
        await inbox.ReadAsync(id, ct) is { } path ? Redirect(addresses.Page(path)) : NotFound();

    public async Task<IActionResult> OnPostAllAsync(CancellationToken ct)
    {
        await inbox.ReadAllAsync(ct);
        return Redirect(addresses.Page("/notices"));
    }

    public async Task<IActionResult> OnPostLanguageAsync([FromServices] ChooseLanguage choose, string? language, CancellationToken ct)
    {
        await choose.HandleAsync(language ?? "", ct);
        return Redirect(addresses.Page("/notices"));
    }
}
