using System.Globalization;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What is signed, roles and tokens want somebody present: a form that comes later than <see cref="SecondFactorRules.Present"/> after
/// the sign-in leads through the sign-in again, with what was typed, so that an unlocked machine or a stolen cookie is not enough.
/// </summary>
/// <param name="handler">The one form of the page that wants it; null for all of them.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PresentAttribute(string? handler = null) : Attribute, IAsyncAuthorizationFilter
{
    public string? Handler => handler;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || !IsAsked(http) || IsPresent(http))
            return;
        context.Result = Api.Asks(http) ? NotPresent(http) : new SignInAgain(await SentFields.OfOwnFormAsync(http));
    }

    private bool IsAsked(HttpContext http) => Handler is null
        || string.Equals(http.Request.Query["handler"].ToString(), Handler, StringComparison.OrdinalIgnoreCase);

    private static bool IsPresent(HttpContext http) =>
        long.TryParse(http.User.FindFirst(AccountClaims.Began)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        && SecondFactorRules.IsPresent(
            DateTimeOffset.FromUnixTimeSeconds(began), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>A program cannot be led through the sign-in; it is told.</summary>
    private static ObjectResult NotPresent(HttpContext http)
    {
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<AccountTexts>>();
        return Problems.Refuse(
            StatusCodes.Status403Forbidden, "account.not-present", texts["Api.NotPresent", SecondFactorRules.Present.TotalMinutes]);
    }

    private sealed class SignInAgain(SentFields? sent) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var http = context.HttpContext;
            if (sent is not null)
                return SignInModel.ShowAsync(http, sent);
            http.Response.Redirect($"{http.Request.PathBase}/accounts/sign-in?returnUrl="
                + Uri.EscapeDataString($"{http.Request.PathBase}{http.Request.Path}"));
            return Task.CompletedTask;
        }
    }
}
