using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Frame;

/// <summary>
/// The body of this address is a file as it is: the description of the API says in which forms, and a body that says it is something else
/// is not looked into.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SentFileAttribute(params string[] forms) : Attribute, IResourceFilter
{
    // Bytes of no type, and what Windows calls a CSV file: the content decides.
    private static readonly string[] LeftToContent = ["application/octet-stream", "application/vnd.ms-excel"];

    public IReadOnlyList<string> Forms => forms;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.ContentType is not { Length: > 0 } sent)
            return;
        if (!MediaTypeHeaderValue.TryParse(sent, out var type)
            || !forms.Concat(LeftToContent).Any(form => MediaTypeHeaderValue.Parse(form).MediaType.Equals(
                type.MediaType, StringComparison.OrdinalIgnoreCase)))
            context.Result = new UnsupportedMediaTypeResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
