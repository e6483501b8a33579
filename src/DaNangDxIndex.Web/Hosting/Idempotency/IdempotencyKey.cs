using System.Globalization;
using System.Security.Cryptography;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Hosting.Idempotency;

/// <summary>
/// In one place for everything that changes something over the API: a request with an Idempotency-Key takes effect once, and whoever sends
/// it again within a day is answered as the first time. What was refused has changed nothing and is not kept.
/// </summary>
internal sealed class IdempotencyKey(RequestDelegate next, IServiceScopeFactory scopes)
{
    public const string Header = "Idempotency-Key";

    public const string Replayed = "Idempotency-Replayed";

    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext http, CurrentAccount account, CurrentTenant tenant)
    {
        if (!Api.Asks(http) || !Api.Changes(http.Request) || account.Id is not { } person
            || http.Request.Headers[Header].ToString() is not { Length: > 0 } key)
        {
            await next(http);
            return;
        }
        if (key.Length > LongestKey || key.Any(sign => sign is < '!' or > '~'))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "form");
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant.Required);
        var requests = scope.ServiceProvider.GetRequiredService<KeptRequests>();
        var asked = new KeptRequests.Asked(person, key, RouteOf(http.Request), await DigestAsync(http));
        var place = await requests.TakeAsync(asked, http.RequestAborted);
        if (place.Owner is { } owner)
            await CarryOutAsync(http, requests, owner);
        else
            await AnswerOtherAsync(http, asked, place);
    }

    private async Task CarryOutAsync(HttpContext http, KeptRequests requests, Guid owner)
    {
        // Asked for here only: what needs no key, an error's page least of all, needs no database for it.
        http.RequestServices.GetRequiredService<RequestOnce>().Own(owner);
        var (answered, whole) = (http.Response.Body, new MemoryStream());
        http.Response.Body = whole;
        var kept = false;
        try
        {
            await next(http);
            if (http.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                // Who asked may be gone by now; the answer is for when they ask again.
                await requests.AnswerAsync(
                    owner, http.Response, whole.Length <= KeptRequests.LargestAnswer ? whole.ToArray() : null, CancellationToken.None);
                kept = true;
            }
        }
        finally
        {
            http.Response.Body = answered;
            if (!kept)
                await requests.DropAsync(owner, CancellationToken.None);
        }
        whole.Position = 0;
        await whole.CopyToAsync(answered, http.RequestAborted);
    }

    private static async Task AnswerOtherAsync(HttpContext http, KeptRequests.Asked asked, KeptRequests.Place place)
    {
        var other = place.Other;
        if (other is not null && (other.Route != asked.Route || !other.Digest.AsSpan().SequenceEqual(asked.Digest)))
        {
            await RefuseAsync(http, StatusCodes.Status422UnprocessableEntity, "reused");
        }
        else if (other?.Status is { } status)
        {
            (http.Response.StatusCode, http.Response.ContentType) = (status, other.ContentType);
            http.Response.Headers[Replayed] = "true";
            if (other.Etag is { } etag)
                http.Response.Headers.ETag = etag;
            if (other.Location is { } location)
                http.Response.Headers.Location = location;
            if (other.Body is { Length: > 0 } body)
                await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
        else if (place.IsAnswerLost)
        {
            await RefuseAsync(http, StatusCodes.Status409Conflict, "answer-lost");
        }
        else if (other is not null)
        {
            http.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
            await RefuseAsync(http, StatusCodes.Status409Conflict, "in-flight");
        }
        else
        {
            await RefuseAsync(http, StatusCodes.Status429TooManyRequests, "too-many");
        }
    }

    private static string RouteOf(HttpRequest request) => $"{request.Method} {request.Path}{request.QueryString}";

    private static async Task<byte[]> DigestAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        var digest = await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted);
        http.Request.Body.Position = 0;
        return digest;
    }

    private static async Task RefuseAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        await ProblemAnswer.WriteAsync(
            http, new() { Status = status, Type = $"/problems/idempotency.{code}", Detail = Words[code].ForReader() });
    }

    private static readonly Dictionary<string, Bilingual> Words = new(StringComparer.Ordinal)
    {
        ["form"] = new(
            "Idempotency-Key gồm 1 đến 200 ký tự ASCII, không có dấu cách.",
            "An Idempotency-Key has 1 to 200 characters of ASCII without spaces."),
        ["reused"] = new(
            "Khóa này đã dùng cho yêu cầu khác (địa chỉ hoặc nội dung khác). Dùng khóa mới.",
            "This key was used for another request (another address or body). Use a new key."),
        ["answer-lost"] = new(
            "Yêu cầu đã được thực hiện, nhưng câu trả lời không còn được giữ. Đọc lại dữ liệu; không gửi lại yêu cầu.",
            "The request has taken effect, but its answer was not kept. Read the data again; do not send the request again."),
        ["in-flight"] = new(
            "Yêu cầu với khóa này đang được xử lý. Thử lại sau giây lát với cùng khóa.",
            "A request with this key is being carried out. Try again in a moment with the same key."),
        ["too-many"] = new(
            "Tài khoản này có quá nhiều khóa trong 24 giờ. Thử lại sau.",
            "This account has too many keys within 24 hours. Try again later."),
    };
}
