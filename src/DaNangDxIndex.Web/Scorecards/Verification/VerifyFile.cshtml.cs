using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>
/// Takes a PDF or a bundle from anybody and says whether it is what was published. Nothing is kept and nothing changes, so the form
/// carries no token and stands on a page that everybody gets alike.
/// </summary>
[AllowAnonymous, AnybodyReads, IgnoreAntiforgeryToken, EnableRateLimiting(ChecksOfFiles.Policy)]
[RequestSizeLimit(CheckFile.LargestFile + 65536)]
public sealed class VerifyFileModel(CheckFile check) : PageModel, IShowsRefusals
{
    public CheckedFile? Checked { get; private set; }

    public string FileName { get; private set; } = "";

    public IActionResult OnGet() => RedirectToPage("/Scorecards/Verification/Verify");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        Checked = await check.HandleAsync(file, ct);
        FileName = Path.GetFileName(file?.FileName ?? "");
        return Page();
    }

    public string FieldOf(RuleViolation refused) => "file";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => Task.FromResult<IActionResult>(Page());
}
