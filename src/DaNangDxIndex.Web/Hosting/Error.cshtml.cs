using System.Globalization;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Hosting;

/// <summary>Tells of a request that failed or was refused, whatever its method. Asked for by its own address it is not there.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    private bool _isOfMove;

    public int Status { get; private set; }

    /// <summary>What was sent and could not be taken for now; the page lets one send it again.</summary>
    public SentFields? Sent { get; private set; }

    public string Title => $"{Kind}Title";

    public string Explanation => $"{Kind}Explanation";

    private string Kind => Status switch
    {
        400 or 415 => "BadRequest",
        401 or 403 => "Forbidden",
        404 => "NotFound",
        405 => "Method",
        412 => "Changed",
        413 => "TooLarge",
        429 => "TooMany",
        503 when _isOfMove => "Moving",
        503 when Crowded.IsTold(HttpContext) => "Crowded",
        503 => "Unavailable",
        _ => "Failure",
    };

    // Neither a handler of one method (by its name it would be one of the method
    // "PAGE") nor bound to a parameter: what failed may be a form that cannot be read.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Show();
        if (Status == StatusCodes.Status503ServiceUnavailable
            && HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { Path: var asked })
            Sent = await SentFields.OfAsync(HttpContext, asked, Request.QueryString);
        else if (Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { OriginalPath: { } refused } before)
            Sent = await SentFields.OfAsync(HttpContext, refused, new(before.OriginalQueryString));
        await next();
    }

    private void Show()
    {
        _isOfMove = PassingFailure.IsOfMove(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error);
        Status = HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed ? Failure.StatusOf(failed.Error)
            : HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null ? Refused
            : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }

    private int Refused => int.Parse(RouteData.Values["status"] as string ?? "404", CultureInfo.InvariantCulture);
}
