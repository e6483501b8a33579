using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// To people: a broken rule is shown on the page that was sent, beside its field or above the form; a page without a
/// form is replaced by the rule's own sentence and the way back. A sent form that comes back with faults answers 422.
/// </summary>
internal sealed class RefusalToPage(ILogger<RefusalToPage> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is RuleViolation refused && executed.HandlerInstance is PageModel page)
        {
            executed.ExceptionHandled = true;
            executed.Result = await AnswerAsync(page, refused);
        }

        var response = executed.HttpContext.Response;
        if (executed.Result is PageResult && !executed.ModelState.IsValid && response.StatusCode == StatusCodes.Status200OK
            && IsSent(executed.HttpContext))
            response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private async Task<IActionResult> AnswerAsync(PageModel page, RuleViolation refused)
    {
        // To the reader it is a sentence; whoever keeps the server running is told why.
        if (Failure.StatusOf(refused) >= StatusCodes.Status500InternalServerError)
            log.LogError(refused, "{Code} {Address}", refused.Code, (refused as StoreAway)?.Address);
        if (page is not IShowsRefusals shown)
            return Alone(page, refused);
        page.ModelState.AddModelError(shown.FieldOf(refused), refused.Sentence.ForReader());
        if (Failure.StatusOf(refused) is StatusCodes.Status503ServiceUnavailable and var away)
            page.Response.StatusCode = away;
        try
        {
            return await shown.ShowAgainAsync(refused, page.HttpContext.RequestAborted);
        }
        catch (RuleViolation again)
        {
            // What it refuses is to be shown at all.
            return Alone(page, again);
        }
    }

    private static ViewResult Alone(PageModel page, RuleViolation refused) => new()
    {
        ViewName = "/Hosting/Refused.cshtml",
        StatusCode = Failure.StatusOf(refused),
        ViewData = new ViewDataDictionary<string>(page.MetadataProvider, page.ModelState) { Model = refused.Sentence.ForReader() },
    };

    private static bool IsSent(HttpContext http) => !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
}
