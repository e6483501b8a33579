using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What is shown for one criterion: attach from the folder, upload or cite and attach, detach, or say why there is nothing.
/// </summary>
[Authorize(Policies.AgencyStaff), EnableRateLimiting(Uploads.Policy)]
[RequestSizeLimit(PieceIntake.LargestRequest)]
public sealed class CriterionEvidenceModel(
    AssessmentSheets sheets, ShownEvidence evidence, FolderContents folder, EvidenceHints hints, PieceIntake intake, AttachEvidence attach,
    EvidenceStore store, IValidator<AttachEvidence.Command> rules, IStringLocalizer<AssessmentTexts> texts, CurrentAccount account,
    Addresses addresses, TimeProvider clock) : PageModel, IShowsRefusals
{
    private const int MostOffered = 20;

    private AssessmentSheet? _sheet;
    private string _field = "";

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromRoute(Name = "criterion")]
    public string Code { get; set; } = "";

    /// <summary>Words to look for in the folder.</summary>
    [FromQuery]
    public AskedWords? Find { get; set; }

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public EntryForm.Line Line { get; private set; } = null!;

    public Criterion Criterion => Line.Criterion;

    public EvidenceOfAssessment Evidence { get; private set; } = EvidenceOfAssessment.None;

    public IReadOnlyList<ShownAttachment> Attached => Evidence.Of(Code);

    public ReasonWithoutEvidence? Reason => Evidence.Reasons.GetValueOrDefault(Code);

    public ILookup<Guid, Bilingual> Hints { get; private set; } = Array.Empty<Bilingual>().ToLookup(_ => Guid.Empty);

    /// <summary>Pieces of the folder that are not attached here yet.</summary>
    public IReadOnlyList<ShownPiece> Offered { get; private set; } = [];

    public RuleViolation? AttachRefusal { get; private set; }

    public bool MayDetach { get; private set; }

    public bool TakesFiles => store.IsSetUp;

    public PieceInput? Typed { get; private set; }

    /// <summary>The reason as it was typed and not taken.</summary>
    public string? TypedReason { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await sheets.FindAsync(Year, Agency, ct) is not { } found
            || found.Form.Lines.FirstOrDefault(line => line.Criterion.Code == Code) is not { } line)
            return NotFound();
        (_sheet, Line) = (found, line);
        Evidence = await evidence.OfAsync(Year, Agency, ct);
        Hints = await hints.OfAsync(Agency, Year, [.. Attached.Select(attachment => attachment.Shown)], ct);
        AttachRefusal = EvidenceRules.AttachRefusal(found.Assessment, found.Edition, account.Actor, clock.GetUtcNow());
        MayDetach = EvidenceRules.DetachRefusal(found.Assessment, found.Edition, account.Actor, clock.GetUtcNow()) is null;
        if (AttachRefusal is null)
        {
            var here = Attached.Select(attachment => attachment.Piece.Id).ToHashSet();
            Offered = [.. FolderContents.Find(await folder.AllAsync(Agency, hidden: false, ct), Find)
                .Where(shown => !here.Contains(shown.Piece.Id)).Take(MostOffered)];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file, PieceInput input, CancellationToken ct)
    {
        (Typed, _field) = (input, "file");
        return await ThenAttachAsync(() => intake.FileAsync(Agency, null, file, input, account.Actor, ModelState, ct), input.Note,
            nameof(input.Note), ct);
    }

    public async Task<IActionResult> OnPostDocumentAsync(PieceInput input, CancellationToken ct)
    {
        Typed = input;
        return await ThenAttachAsync(() => intake.DocumentAsync(Agency, null, input, account.Actor, ModelState, ct), input.Place,
            nameof(input.Place), ct);
    }

    public async Task<IActionResult> OnPostAttachAsync(Guid piece, string? where, CancellationToken ct)
    {
        var command = new AttachEvidence.Command(Year, Agency, piece, [Code], where);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Note), "where"));
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);
        return await attach.HandleAsync(command, account.Actor, ct) is null ? NotFound() : Here();
    }

    public async Task<IActionResult> OnPostDetachAsync([FromServices] DetachEvidence detach, Guid attachment, CancellationToken ct) =>
        await detach.HandleAsync(new(Year, Agency, Code, attachment), account.Actor, ct) is null ? NotFound() : Here();

    public async Task<IActionResult> OnPostWhyAsync(
        [FromServices] SayWhyNoEvidence say, [FromServices] IValidator<SayWhyNoEvidence.Command> sayRules, string? why, int version,
            CancellationToken ct)
    {
        (TypedReason, _field) = (why ?? "", "why");
        var command = new SayWhyNoEvidence.Command(Year, Agency, Code, why, version);
        ModelState.Add(sayRules.Validate(command), texts, (nameof(command.Sentence), "why"));
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);
        return await say.HandleAsync(command, account.Actor, ct) is null ? NotFound() : Here();
    }

    public string FieldOf(RuleViolation refused) => _field;

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    /// <summary>Asked before anything is taken: a file should not come in for a criterion that takes none any more.</summary>
    private async Task<IActionResult> ThenAttachAsync(Func<Task<Piece?>> take, string? note, string noteField, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult page)
            return NotFound();
        if (AttachRefusal is not null)
            throw AttachRefusal;
        ModelState.Add(rules.Validate(new AttachEvidence.Command(Year, Agency, Guid.Empty, [Code], note)), texts,
            (nameof(AttachEvidence.Command.Note), noteField));
        if (!ModelState.IsValid || await take() is not { } piece)
            return page;
        return await attach.HandleAsync(new(Year, Agency, piece.Id, [Code], note), account.Actor, ct) is null ? NotFound() : Here();
    }

    private RedirectResult Here() => Redirect(addresses.Page(EvidencePath.Criterion(Year, Agency, Code)));
}
