using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Scorecards;

/// <summary>The zip file as an answer, sent while it is written.</summary>
public sealed class ScorecardsZipAnswer(string fileName, IEnumerable<(string Name, byte[] Pdf)> cards) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        return ScorecardsZip.WriteAsync(response.Body, cards, context.HttpContext.RequestAborted);
    }
}
