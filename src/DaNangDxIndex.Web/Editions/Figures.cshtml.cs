using System.Globalization;
using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>Loading of survey, system and office figures from a file; faults are listed by line, and then nothing was loaded.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(LargestFile + 65536)]
public sealed class FiguresModel(DxIndexDb db, LoadFigures load, CurrentAccount account, IStringLocalizer<EditionTexts> texts) : PageModel
{
    private const int LargestFile = 4 * 1024 * 1024;

    public int Year { get; private set; }

    public LoadFigures.Outcome? Outcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        Year = year;
        return await db.Set<Edition>().AnyAsync(edition => edition.Year == year, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int year, IFormFile? file, CancellationToken ct)
    {
        Year = year;
        if (Refusal(file) is { } refusal)
        {
            ModelState.AddModelError("file", texts[refusal]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        try
        {
            using var reader = new StreamReader(file?.OpenReadStream() ?? Stream.Null, Encoding.UTF8);
            Outcome = await load.HandleAsync(year, reader, account.Actor, ct);
        }
        catch (RuleViolation refused)
        {
            ModelState.AddModelError("", refused.Sentence.In(CultureInfo.CurrentUICulture.Name));
        }

        if (ModelState.IsValid && Outcome is null)
            return NotFound();
        foreach (var fault in Outcome?.Faults.Take(100) ?? [])
            ModelState.AddModelError("file", texts["Figures.Fault", fault.Line, fault.Sentence.In(CultureInfo.CurrentUICulture.Name)]);
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string? Refusal(IFormFile? file) => file switch
    {
        null => "Error.FileMissing",
        { Length: 0 } => "Error.FileEmpty",
        { Length: > LargestFile } => "Error.FileLarge",
        _ => null,
    };
}
