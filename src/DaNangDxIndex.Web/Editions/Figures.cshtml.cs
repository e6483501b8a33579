using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>Loading of survey, system and office figures from a file; faults are listed by line, and then nothing was loaded.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(LargestFile + 65536)]
public sealed class FiguresModel(DxIndexDb db, LoadFigures load, CurrentAccount account, IStringLocalizer<EditionTexts> texts) : PageModel,
    IShowsRefusals
{
    private const int LargestFile = 4 * 1024 * 1024;

    /// <summary>Another encoding is a fault of the file, not a text full of question marks.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [FromRoute]
    public int Year { get; set; }

    public LoadFigures.Outcome? Outcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await db.Set<Edition>().AnyAsync(edition => edition.Year == Year, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (Refusal(file) is { } refusal)
        {
            ModelState.AddModelError("file", texts[refusal]);
            return Page();
        }

        using var reader = new StreamReader(file?.OpenReadStream() ?? Stream.Null, Strict);
        Outcome = await load.HandleAsync(Year, reader, account.Actor, ct);
        if (Outcome is null)
            return NotFound();
        foreach (var fault in Outcome.Faults.Take(100))
            ModelState.AddModelError("file", texts["Figures.Fault", fault.Line, fault.Sentence.ForReader()]);
        return Page();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    private static string? Refusal(IFormFile? file) => file switch
    {
        null => "Error.FileMissing",
        { Length: 0 } => "Error.FileEmpty",
        { Length: > LargestFile } => "Error.FileLarge",
        _ => null,
    };
}
