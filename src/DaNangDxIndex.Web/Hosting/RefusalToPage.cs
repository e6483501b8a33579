using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DaNangDxIndex.Hosting;

/// <summary>To people: a broken rule is a page with the rule's own sentence and the way back. A page that shows it beside its form catches it itself.</summary>
internal sealed class RefusalToPage : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not RuleViolation refused || executed.HandlerInstance is not PageModel page)
            return;
        executed.ExceptionHandled = true;
        executed.Result = new ViewResult
        {
            ViewName = "/Hosting/Refused.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<string>(page.MetadataProvider, page.ModelState) { Model = refused.Sentence.In(Addresses.Language) },
        };
    }
}
