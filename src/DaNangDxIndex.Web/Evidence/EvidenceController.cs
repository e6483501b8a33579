using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Evidence;

/// <summary>The evidence folder of an agency: files and cited documents, with their revisions.</summary>
[ApiController, Authorize(Policies.AgencyStaff), EnableRateLimiting(Uploads.Policy), Route("api/v1/agencies/{agency}/evidence")]
public sealed class EvidenceController(FolderContents contents, IStringLocalizer<EvidenceTexts> texts, CurrentAccount account,
    Addresses addresses) : ControllerBase
{
    /// <param name="Version">To be sent when it is hidden or shown.</param>
    public sealed record Shown(Guid Id, PieceKind Kind, bool Hidden, int Version, int Revision, string Title, Shown.StoredAs? File,
        Shown.CitedAs? Document)
    {
        /// <param name="Url">Where it can be downloaded; null where it may not be.</param>
        public sealed record StoredAs(string Name, FileType Type, long Size, string Sha256, ScanState Scan, string? Url);

        public sealed record CitedAs(string Number, DateOnly Date, string Issuer);
    }

    /// <param name="Date">"2025-03-05" or "05/03/2025".</param>
    public sealed record Document(string? Number, string? Date, string? Issuer, string? Title);

    public sealed record Upload(IFormFile? File, string? Title);

    public sealed record Visibility(bool Hidden, int Version);

    /// <summary>The evidence of an agency.</summary>
    /// <param name="agency">Code of the agency.</param>
    /// <param name="ct"></param>
    /// <param name="hidden">True gives those that were put away, instead of the others.</param>
    [HttpGet(Name = "listEvidence")]
    public async Task<IReadOnlyList<Shown>> List(string agency, CancellationToken ct, bool hidden = false) =>
        [.. (await contents.AllAsync(agency, hidden, ct)).Select(Answer)];

    /// <summary>A piece of evidence with its revisions.</summary>
    [HttpGet("{piece:guid}", Name = "getEvidence")]
    public async Task<ActionResult<Shown>> Get(string agency, Guid piece, CancellationToken ct) =>
        await contents.FindAsync(agency, piece, ct) is { } found ? Answer(found) : NotFound();

    /// <summary>Adds a file.</summary>
    [HttpPost("files", Name = "addEvidenceFile"), RequestSizeLimit(PieceIntake.LargestRequest)]
    [ProducesResponseType<Shown>(StatusCodes.Status201Created)]
    public Task<ActionResult<Shown>> AddFile(
        string agency, [FromForm] Upload upload, [FromServices] AddFile add, [FromServices] IValidator<AddFile.Command> rules,
            CancellationToken ct) =>
        TakeFileAsync(agency, null, upload, add, rules, ct);

    /// <summary>Puts a new revision of a file in the place of the last.</summary>
    [HttpPost("{piece:guid}/revisions/files", Name = "reviseEvidenceFile"), RequestSizeLimit(PieceIntake.LargestRequest)]
    [ProducesResponseType<Shown>(StatusCodes.Status201Created)]
    public Task<ActionResult<Shown>> ReviseFile(
        string agency, Guid piece, [FromForm] Upload upload, [FromServices] AddFile add, [FromServices] IValidator<AddFile.Command> rules,
            CancellationToken ct) =>
        TakeFileAsync(agency, piece, upload, add, rules, ct);

    /// <summary>Cites a document by number, date and abstract.</summary>
    [HttpPost("documents", Name = "citeDocument")]
    [ProducesResponseType<Shown>(StatusCodes.Status201Created)]
    public Task<ActionResult<Shown>> Cite(
        string agency, Document document, [FromServices] CiteDocument cite, [FromServices] IValidator<CiteDocument.Command> rules,
            CancellationToken ct) =>
        TakeDocumentAsync(new(agency, null, document.Number, document.Date, document.Issuer, document.Title), cite, rules, ct);

    /// <summary>Corrects a cited document.</summary>
    [HttpPost("{piece:guid}/revisions/documents", Name = "reviseCitation")]
    [ProducesResponseType<Shown>(StatusCodes.Status201Created)]
    public Task<ActionResult<Shown>> ReviseDocument(
        string agency, Guid piece, Document document, [FromServices] CiteDocument cite,
            [FromServices] IValidator<CiteDocument.Command> rules, CancellationToken ct) =>
        TakeDocumentAsync(new(agency, piece, document.Number, document.Date, document.Issuer, document.Title), cite, rules, ct);

    /// <summary>Hides a piece, or shows it again. Nothing is deleted.</summary>
    [HttpPut("{piece:guid}/visibility", Name = "setEvidenceVisibility")]
    public async Task<ActionResult<Shown>> SetVisibility(
        string agency, Guid piece, Visibility wanted, [FromServices] HidePiece hide, CancellationToken ct) =>
        await AnswerAsync(await hide.HandleAsync(new(agency, piece, wanted.Hidden, wanted.Version), account.Actor, ct), false, ct);

    /// <summary>The file of a revision.</summary>
    [HttpGet("{piece:guid}/revisions/{number:int}/file", Name = "getEvidenceFile")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict, "application/problem+json")]
    public Task<ActionResult> Download(string agency, Guid piece, int number, [FromServices] FileAnswer files, CancellationToken ct) =>
        FileAsync(agency, piece, number, files, false, ct);

    /// <summary>PDF and pictures, to be shown in a frame of the site's own pages.</summary>
    [HttpGet("{piece:guid}/revisions/{number:int}/preview", Name = "previewEvidenceFile")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict, "application/problem+json")]
    public Task<ActionResult> Preview(string agency, Guid piece, int number, [FromServices] FileAnswer files, CancellationToken ct) =>
        FileAsync(agency, piece, number, files, true, ct);

    private async Task<ActionResult> FileAsync(string agency, Guid piece, int number, FileAnswer files, bool preview,
        CancellationToken ct) =>
        (await contents.RevisionsAsync(agency, piece, ct)).Find(shown => shown.Revision.Number == number) is { } found
            ? await files.OfAsync(Response, found, preview, toOwnAgency: true, ct)
            : NotFound();

    private async Task<ActionResult<Shown>> TakeFileAsync(
        string agency, Guid? piece, Upload upload, AddFile add, IValidator<AddFile.Command> rules, CancellationToken ct)
    {
        if (upload.File is not { } file)
            throw FileRefusal.Missing;
        var command = new AddFile.Command(agency, piece, upload.Title, file.FileName, file.Length);
        if (this.Refusal(rules.Validate(command), "evidence.input", texts) is { } refused)
            return refused;
        await using var content = file.OpenReadStream();
        return await AnswerAsync(await add.HandleAsync(command, content, account.Actor, ct), true, ct);
    }

    private async Task<ActionResult<Shown>> TakeDocumentAsync(
        CiteDocument.Command command, CiteDocument cite, IValidator<CiteDocument.Command> rules, CancellationToken ct) =>
        this.Refusal(rules.Validate(command), "evidence.input", texts) is { } refused ? refused
            : await AnswerAsync(await cite.HandleAsync(command, account.Actor, ct), true, ct);

    private async Task<ActionResult<Shown>> AnswerAsync(Piece? piece, bool created, CancellationToken ct)
    {
        if (piece is null || await contents.FindAsync(piece.Agency, piece.Id, ct) is not { } found)
            return NotFound();
        return created ? Created(addresses.Api($"agencies/{piece.Agency}/evidence/{piece.Id}"), Answer(found)) : Answer(found);
    }

    private Shown Answer(ShownPiece shown)
    {
        var (piece, revision) = (shown.Piece, shown.Revision);
        var file = shown.File is { } stored && revision.FileName is { } name
            ? new Shown.StoredAs(name, stored.Type, stored.Size, stored.Digest, stored.Scan,
                stored.Scan == ScanState.Infected ? null : addresses.Api(EvidencePath.Api(shown, "file")))
            : null;
        var document = (revision.DocumentNumber, revision.DocumentDate, revision.DocumentIssuer) is ({ } number, { } date, { } issuer)
            ? new Shown.CitedAs(number, date, issuer)
            : null;
        return new(piece.Id, piece.Kind, piece.IsHidden, piece.Version, revision.Number, revision.Title, file, document);
    }
}
