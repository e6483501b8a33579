using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Evidence;

/// <summary>Puts a piece into the folder; it can be attached to criteria then or later.</summary>
[Authorize(Policies.AgencyStaff), EnableRateLimiting(Uploads.Policy)]
[RequestSizeLimit(PieceIntake.LargestRequest)]
public sealed class NewModel(PieceIntake intake, EvidenceStore store, CurrentAccount account, Addresses addresses)
    : PageModel, IShowsRefusals
{
    private string _field = "";

    [FromRoute]
    public string Agency { get; set; } = "";

    public bool TakesFiles => store.IsSetUp;

    public PieceInput? Typed { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file, PieceInput input, CancellationToken ct)
    {
        (Typed, _field) = (input, "file");
        return Then(await intake.FileAsync(Agency, null, file, input, account.Actor, ModelState, ct));
    }

    public async Task<IActionResult> OnPostDocumentAsync(PieceInput input, CancellationToken ct)
    {
        Typed = input;
        return Then(await intake.DocumentAsync(Agency, null, input, account.Actor, ModelState, ct));
    }

    public string FieldOf(RuleViolation refused) => _field;

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => Task.FromResult<IActionResult>(Page());

    private IActionResult Then(Piece? piece) => piece is null ? Page() : Redirect($"{addresses.Page(EvidencePath.Of(piece))}?added=true");
}
