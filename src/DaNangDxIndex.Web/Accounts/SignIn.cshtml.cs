using System.Security.Claims;
using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignIn signIn, BeginSession begin, CurrentTenant tenant, KeptFields kept,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What was typed into a form before the sign-in had run out; travels through this page, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>In the place of the page whose form was sent without a sign-in that holds.</summary>
    internal static async Task ShowAsync(HttpContext http, SentFields sent)
    {
        var page = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .First(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == "/Accounts/SignIn");
        http.Features.Set(sent);
        http.Request.Method = HttpMethods.Get;
        // A handler that the address names belongs to the other page.
        http.Request.QueryString = QueryString.Empty;
        http.Request.RouteValues = new() { ["page"] = "/Accounts/SignIn" };
        http.SetEndpoint(page);
        if (page.RequestDelegate is { } show)
            await show(http);
    }

    public void OnGet()
    {
        if (HttpContext.Features.Get<SentFields>() is not { } sent)
            return;
        Kept = kept.Seal(sent, tenant.Required.Id);
        Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(UserName))
            ModelState.AddModelError(nameof(UserName), texts["UserNameMissing"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), texts["PasswordMissing"]);
        if (!ModelState.IsValid || UserName is null || Password is null)
            return Page();
        // A longer one can be nobody's.
        if (Password.Length > NewPassword.Longest || await signIn.HandleAsync(new(UserName, Password), ct) is not { } account)
        {
            ModelState.AddModelError(nameof(UserName), texts["SignInRefused"]);
            return Page();
        }
        var principal = await begin.HandleAsync(account, ct);
        if (kept.Open(Kept, tenant.Required.Id) is { } sent)
            return SendAgain(sent, principal);
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : Redirect($"{Request.PathBase}/work");
    }

    private ViewResult SendAgain(SentFields sent, ClaimsPrincipal principal)
    {
        // The page's form gets a token that is this person's.
        HttpContext.User = principal;
        return new()
        {
            ViewName = "/Accounts/SendAgain.cshtml",
            ViewData = new ViewDataDictionary<SentFields>(MetadataProvider, new ModelStateDictionary()) { Model = sent },
        };
    }
}
