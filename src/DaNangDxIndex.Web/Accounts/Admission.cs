using System.Security.Claims;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DaNangDxIndex.Accounts;

/// <summary>Somebody has shown who they are: a session begins, and they go where they were going, with what they had typed.</summary>
public sealed class Admission(BeginSession begin, KeptFields kept, CurrentTenant tenant)
{
    /// <param name="Kept">What was typed into a form before, sealed.</param>
    /// <param name="Passkey">The credential that opened the account, where one did.</param>
    public sealed record Guest(Account Account, ProviderProof? Proof, string? Kept, string? ReturnUrl, byte[]? Passkey = null);

    public async Task<IActionResult> OfAsync(PageModel page, Guest guest, CancellationToken ct)
    {
        var principal = await begin.HandleAsync(guest.Account, ct, guest.Proof, guest.Passkey);
        if (kept.Open(guest.Kept, tenant.Required.Id) is { } sent)
            return SendAgain(page, sent, principal);
        return page.Url.IsLocalUrl(guest.ReturnUrl)
            ? page.LocalRedirect(guest.ReturnUrl)
            : new RedirectResult($"{page.Request.PathBase}/work");
    }

    private static ViewResult SendAgain(PageModel page, SentFields sent, ClaimsPrincipal principal)
    {
        // The page's form gets a token that is this person's.
        page.HttpContext.User = principal;
        return new()
        {
            ViewName = "/Accounts/SendAgain.cshtml",
            ViewData = new ViewDataDictionary<SentFields>(page.MetadataProvider, new ModelStateDictionary()) { Model = sent },
        };
    }
}
