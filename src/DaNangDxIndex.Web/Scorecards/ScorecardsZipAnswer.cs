using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// The zip file as an answer. It is written to the disk first, where uploads wait too, so that the browser knows how much is still to come
/// and by which tag it finds the file again; then it is sent, whole or from where a broken download left off.
/// </summary>
public sealed class ScorecardsZipAnswer(string fileName, IEnumerable<(string Name, byte[] Pdf)> cards) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response, ct) = (context.HttpContext.Request, context.HttpContext.Response, context.HttpContext.RequestAborted);
        await using var onDisk = new FileBufferingWriteStream();
        await using var measured = new MeasuredStream(onDisk);
        ScorecardsZip.Write(measured, cards, ct);
        var tag = new EntityTagHeaderValue($"\"{measured.Digest}\"");
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        response.Headers.ETag = tag.ToString();
        response.Headers.AcceptRanges = "bytes";
        var (from, to) = (0L, measured.Length - 1);
        if (Asked(request, tag) is { } range)
        {
            // Without a beginning, so many bytes of the end are asked for.
            (from, to) = range.From is { } begin
                ? (begin, Math.Min(range.To ?? to, to))
                : (Math.Max(0, measured.Length - (range.To ?? 0)), to);
            response.Headers.ContentRange = from > to
                ? new ContentRangeHeaderValue(measured.Length).ToString()
                : new ContentRangeHeaderValue(from, to, measured.Length).ToString();
            response.StatusCode = from > to ? StatusCodes.Status416RangeNotSatisfiable : StatusCodes.Status206PartialContent;
            if (from > to)
                return;
        }

        response.ContentLength = to - from + 1;
        await using var part = new PartOfStream(response.Body, from, to);
        await onDisk.DrainBufferAsync(part, ct);
    }

    /// <summary>The one range that is asked for of this very file; null for the whole.</summary>
    private static RangeItemHeaderValue? Asked(HttpRequest request, EntityTagHeaderValue tag)
    {
        var headers = request.GetTypedHeaders();
        return headers.Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges }
            && (headers.IfRange is null || headers.IfRange.EntityTag?.Compare(tag, useStrongComparison: true) == true)
            ? ranges.First()
            : null;
    }
}
