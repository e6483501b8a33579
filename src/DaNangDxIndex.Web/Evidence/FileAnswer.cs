using DaNangDxIndex.Evidence.Scanning;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// Hands out a file: to be saved, or to be looked at in the frame of a page. Either way it is named by its content, nothing in it may run,
/// load or send, and only a preview may stand in a frame, of our own pages.
/// </summary>
public sealed class FileAnswer(EvidenceStore store, CurrentTenant tenant, Clamd scanner, ILogger<FileAnswer> log)
{
    private const string Nothing = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox";

    /// <exception cref="RuleViolation"><c>evidence.infected</c>, <c>evidence.not-scanned</c></exception>
    /// <exception cref="StoreAway"/>
    public async Task<ActionResult> OfAsync(
        HttpResponse answer, ShownPiece shown, bool preview, bool toOwnAgency, CancellationToken ct)
    {
        if (shown is not { File: { } file, Revision: { FileName: { } name } } || (preview && !file.Type.IsPreviewed()))
            return new NotFoundResult();
        if (!StoredFile.IsHandedOut(file.Scan, scanner.IsSetUp, toOwnAgency))
            throw file.Scan == ScanState.Infected ? Infected : NotScanned;
        if (await store.OpenAsync(tenant.Required, file.Digest, ct) is not { } content)
        {
            log.LogError("The file {Digest} is missing from the store", file.Digest);
            return new NotFoundResult();
        }

        var disposition = new ContentDispositionHeaderValue(preview ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        answer.Headers.ContentDisposition = disposition.ToString();
        answer.Headers.ContentSecurityPolicy = $"{Nothing}; frame-ancestors {(preview ? "'self'" : "'none'")}";
        answer.Headers.XFrameOptions = preview ? "SAMEORIGIN" : "DENY";
        return new FileStreamResult(content, file.Type.MediaType()) { EnableRangeProcessing = true, EntityTag = new($"\"{file.Digest}\"") };
    }

    private static RuleViolation Infected => new("evidence.infected", new(
        "Phần mềm quét phát hiện mã độc trong tệp này nên tệp không được tải về.",
            "The scanner found malware in this file, so it is handed out to nobody."));

    private static RuleViolation NotScanned => new("evidence.not-scanned", new(
        "Tệp chưa được quét mã độc. Thử lại sau ít phút.", "The file has not been scanned for malware yet. Try again in a few minutes."));
}
