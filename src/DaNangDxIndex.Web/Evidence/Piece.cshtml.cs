using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>One piece: what it is, its revisions, where it is attached, and what can be done with it.</summary>
[Authorize(Policies.AgencyStaff), EnableRateLimiting(Uploads.Policy)]
[RequestSizeLimit(PieceIntake.LargestRequest)]
public sealed class PieceModel(
    FolderContents contents, EvidenceHints hints, PieceIntake intake, HidePiece hide, EvidenceStore store, DxIndexDb db,
        CurrentAccount account,
    Addresses addresses) : PageModel, IShowsRefusals
{
    private string _field = "";

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromRoute(Name = "piece")]
    public Guid Id { get; set; }

    /// <summary>It has just come in.</summary>
    [FromQuery]
    public bool Added { get; set; }

    public IReadOnlyList<ShownPiece> Revisions { get; private set; } = [];

    public ShownPiece Shown => Revisions[0];

    public IReadOnlyList<Bilingual> Hints { get; private set; } = [];

    public IReadOnlyList<Attachment> Attached { get; private set; } = [];

    /// <summary>Years in which the agency is assessed and results are not settled.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public bool TakesFiles => store.IsSetUp;

    public PieceInput? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Revisions = await contents.RevisionsAsync(Agency, Id, ct);
        if (Revisions.Count == 0)
            return NotFound();
        Hints = [.. (await hints.OfAsync(Agency, null, [Shown], ct))[Id]];
        Attached = [.. (await contents.AttachedAsync(Agency, ct))[Id]];
        Years = await db.Set<Assessment>()
            .Where(assessment => assessment.Agency == Agency && assessment.State != AssessmentState.Final
            && assessment.State != AssessmentState.NotSubmitted)
            .OrderByDescending(assessment => assessment.Year).Select(assessment => assessment.Year).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file, PieceInput input, CancellationToken ct)
    {
        (Typed, _field) = (input, "file");
        return await ThenAsync(await intake.FileAsync(Agency, Id, file, input, account.Actor, ModelState, ct), ct);
    }

    public async Task<IActionResult> OnPostDocumentAsync(PieceInput input, CancellationToken ct)
    {
        Typed = input;
        return await ThenAsync(await intake.DocumentAsync(Agency, Id, input, account.Actor, ModelState, ct), ct);
    }

    public async Task<IActionResult> OnPostHideAsync(bool hidden, int version, CancellationToken ct) =>
        await ThenAsync(await hide.HandleAsync(new(Agency, Id, hidden, version), account.Actor, ct), ct);

    public string FieldOf(RuleViolation refused) => _field;

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    private async Task<IActionResult> ThenAsync(Piece? piece, CancellationToken ct) =>
        piece is not null ? Redirect(addresses.Page(EvidencePath.Of(piece))) : ModelState.IsValid ? NotFound() : await OnGetAsync(ct);
}
