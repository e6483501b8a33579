using DaNangDxIndex.Accounts;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Bounds every request in one place, after its policy and before its handler: body, number and length of fields, and what a text may be
/// (<see cref="TypedText"/>; longer is only what the sign-in takes along, <see cref="KeptFields"/>). A page that takes files names its own
/// size with [RequestSizeLimit] and [RequestFormLimits].
/// </summary>
internal sealed class InputBounds(RequestDelegate next)
{
    private const int LargestBody = 1024 * 1024;
    private const int LargestUpload = 48 * LargestBody;

    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        // As sent: a Vietnamese letter is up to nine characters of a form.
        builder.Services.Configure<FormOptions>(form => Bound(form, 9 * TextBounds.Longest));
    }

    private static FormOptions Bound(FormOptions form, int longest)
    {
        (form.KeyLengthLimit, form.ValueLengthLimit, form.MultipartBodyLengthLimit) = (TextBounds.LongestName, longest, LargestUpload);
        return form;
    }

    public async Task InvokeAsync(HttpContext http)
    {
        if (IsErrorPage(http) || await RefusalAsync(http.Request) is not { } status)
            await next(http);
        else
            http.Response.StatusCode = status;
    }

    // It tells of the request that was refused here.
    private static bool IsErrorPage(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    private static async Task<int?> RefusalAsync(HttpRequest request)
    {
        if (!TypedText.Allows(request.Path.Value) || !request.Query.All(field => field.Value.Prepend(field.Key).All(TypedText.Allows)))
            return StatusCodes.Status400BadRequest;
        // It would be read as if it were missing.
        if (request.RouteValues.Values.Any(value => value is string part && string.IsNullOrWhiteSpace(part)))
            return StatusCodes.Status404NotFound;
        if (!IsUtf8(request))
            return StatusCodes.Status415UnsupportedMediaType;
        return request.HasFormContentType && !HttpMethods.IsGet(request.Method)
            && !HttpMethods.IsHead(request.Method) ? await FormRefusalAsync(request) : null;
    }

    private static async Task<int?> FormRefusalAsync(HttpRequest request)
    {
        if (KeptFields.IsCarriedTo(request.Path))
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, Bound(new(), KeptFields.Longest)));
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.All(field => KeptFields.IsCarried(request.Path, field.Key) || field.Value.Prepend(field.Key).All(TypedText.Allows))
                && form.Files.All(file => TypedText.Allows(file.FileName))
                ? null
                : StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    // Every page and every program that speaks to us writes UTF-8; other forms of text are read wrongly rather than refused.
    private static bool IsUtf8(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        || !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
