using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Hosting;

[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string Title => $"{Kind}Title";

    public string Explanation => $"{Kind}Explanation";

    private string Kind => Status switch
    {
        400 => "BadRequest",
        401 or 403 => "Forbidden",
        404 or 405 => "NotFound",
        429 => "TooMany",
        503 => "Unavailable",
        _ => "Failure",
    };

    public void OnGet() => Show();

    public void OnPost() => Show();

    // Not bound to a parameter: binding reads the form too, and what failed may be a form that cannot be read.
    private void Show()
    {
        var status = int.Parse(RouteData.Values["status"] as string ?? "404", CultureInfo.InvariantCulture);
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Status = Failure.IsForNow(failed) ? 503 : Failure.IsOfText(failed) ? 400 : status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
