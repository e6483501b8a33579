using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// A page answers only what it has a handler for, and takes nothing but forms. The framework would show it with nothing loaded, take
/// the nameless handler for a name that it does not know, or fail over a body that is no form.
/// </summary>
internal sealed class PageHandlers : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        context.Result = context.HandlerInstance is ErrorModel ? null : RefusalOf(context);
        return context.Result is null ? next() : Task.CompletedTask;
    }

    private static StatusCodeResult? RefusalOf(PageHandlerExecutingContext context)
    {
        var asked = context.RouteData.Values["handler"]?.ToString() ?? context.HttpContext.Request.Query["handler"].ToString();
        if (asked.Length > 0 && !string.Equals(context.HandlerMethod?.Name, asked, StringComparison.OrdinalIgnoreCase))
            return new NotFoundResult();
        if (context.HandlerMethod is not null && HttpMethods.IsPost(context.HttpContext.Request.Method))
            return context.HttpContext.Request.HasFormContentType ? null : new(StatusCodes.Status415UnsupportedMediaType);
        if (context.HandlerMethod is not null || HttpMethods.IsGet(context.HttpContext.Request.Method)
            || HttpMethods.IsHead(context.HttpContext.Request.Method))
            return null;
        context.HttpContext.Response.Headers.Allow = string.Join(", ", MethodsOf(context.ActionDescriptor));
        return new(StatusCodes.Status405MethodNotAllowed);
    }

    private static IEnumerable<string> MethodsOf(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Prepend("GET").Distinct(StringComparer.Ordinal);
}
