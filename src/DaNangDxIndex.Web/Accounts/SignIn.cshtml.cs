using DaNangDxIndex.Accounts.Passkeys;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Accounts.SecondFactor;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignIn signIn, SecondStep second, SecretSeal seal, Admission admission, CurrentTenant tenant,
    KeptFields kept, IStringLocalizer<AccountTexts> texts) : PageModel
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

    /// <summary>The password was right; the code of the second step is asked for. Sealed, for five minutes.</summary>
    [BindProperty]
    public string? Half { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Somebody who is signed in shows again who they are, before something is signed.</summary>
    public bool Again => User.Identity?.IsAuthenticated == true && (Kept is not null || ReturnUrl is not null);

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

    /// <summary>Comes from the page of a one-time link, which has just taken the new password.</summary>
    public bool PasswordSaved { get; private set; }

    public void OnGet(bool passwordSaved)
    {
        PasswordSaved = passwordSaved;
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
            ModelState.AddModelError(nameof(UserName), texts["SignInRefused", DoorRules.Guesses, DoorRules.Closed.TotalMinutes]);
            return Page();
        }
        if (!account.TwoFactorEnabled)
            return await admission.OfAsync(this, new(account, null, Kept, ReturnUrl), ct);
        Half = seal.HalfIn(account);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        var outcome = await second.HandleAsync(new(Half ?? "", Code), ct);
        if (outcome.Account is { } account)
            return await admission.OfAsync(this, new(account, outcome.Proof, Kept, ReturnUrl), ct);
        if (outcome.Expired)
            Half = null;
        var (field, fault) = outcome.Expired ? (nameof(UserName), texts["SecondTooLate", SecondFactorRules.HalfWay.TotalMinutes])
            : (nameof(Code), texts["SecondRefused", DoorRules.Guesses, DoorRules.Closed.TotalMinutes]);
        ModelState.AddModelError(field, fault);
        return Page();
    }

    /// <summary>For the script: what the device is asked. Who has shown the password, or is signed in, is asked for an own key.</summary>
    public async Task<IActionResult> OnPostPasskeyQuestionAsync(
        [FromServices] PasskeyTalk talk, [FromServices] UserManager<Account> accounts, [FromServices] CurrentAccount current)
    {
        var known = seal.HalfIn(Half)?.Account ?? current.Id;
        var account = known is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        return Content((await talk.AskAsync(account)).Json, "application/json");
    }

    /// <summary>A passkey's answer, which stands for password and code together.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync([FromServices] SignInByPasskey byPasskey,
        [FromServices] IStringLocalizer<PasskeyTexts> words, string? state, string? answer, CancellationToken ct)
    {
        var (account, passkey, fault) = await byPasskey.HandleAsync(new(state, answer), ct);
        if (account is not null)
            return await admission.OfAsync(this, new(account, null, Kept, ReturnUrl, passkey), ct);
        if (seal.HalfIn(Half) is null)
            Half = null;
        ModelState.Clear();
        ModelState.AddModelError(
            Half is null ? nameof(UserName) : nameof(Code), words[$"Fault.SignIn.{fault}", PasskeyRules.Underway.TotalMinutes]);
        return Page();
    }

    /// <summary>Back from a provider in vain: the page as it was, with what had been typed before.</summary>
    public IActionResult OnPostAgain()
    {
        ModelState.Clear();
        return Page();
    }

    /// <summary>To a provider, with what the page holds.</summary>
    public async Task<IActionResult> OnPostWithAsync(
        [FromServices] LeaveForProvider leave, [FromServices] IStringLocalizer<ProviderTexts> words, Guid provider, CancellationToken ct)
    {
        var anew = User.Identity?.IsAuthenticated == true;
        var sent = kept.Open(Kept, tenant.Required.Id) is null ? null : Kept;
        try
        {
            var command = new LeaveForProvider.Command(provider, null, anew, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null, sent);
            return Leave.For(this, await leave.HandleAsync(command, ct));
        }
        catch (ProviderRefused refused)
        {
            ModelState.AddModelError("", words[$"Fault.{refused.Fault}", ProviderRules.Underway.TotalMinutes]);
            return Page();
        }
    }
}
