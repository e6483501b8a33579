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

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Status = Failure.IsForNow(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error) ? 503 : status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
