using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Marking;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>Loading of survey, system and office figures from a file: checked first, then applied as a whole; the file is kept.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(TypedWorkbook.LargestFile + 65536)]
public sealed class FiguresModel(
    DxIndexDb db, LoadFigures load, KeptUploads uploads, CurrentAccount account, IStringLocalizer<EditionTexts> texts) : PageModel,
    IShowsRefusals
{
    private const int MostLoads = 20;

    [FromRoute]
    public int Year { get; set; }

    /// <summary>The file that is checked and not applied yet.</summary>
    public KeptUpload? Upload { get; private set; }

    /// <summary>What the file would do; or has done, once it is applied.</summary>
    public LoadFigures.Outcome? Outcome { get; private set; }

    public bool Applied { get; private set; }

    /// <summary>The agencies that the file changes, by the codes that stand in it.</summary>
    public IReadOnlyDictionary<string, Bilingual> Names { get; private set; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal);

    /// <summary>Files that were loaded, newest first, without their content.</summary>
    public IReadOnlyList<(Guid Id, string FileName, string Digest, int Changed, DateTimeOffset At, bool IsKept)> Loads { get; private set; }
        = [];

    private string Purpose => $"load-{Year}";

    public string FieldOf(RuleViolation refused) => "file";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        (Upload, Outcome) = (null, null);
        return OnGetAsync(ct);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.Set<Edition>().AnyAsync(edition => edition.Year == Year, ct))
            return NotFound();
        Loads = [.. (await db.Set<FigureLoad>().AsNoTracking().Where(load => load.Year == Year)
            .OrderByDescending(load => load.LoadedAt)
            .Take(MostLoads).Select(load =>
                new { load.Id, load.FileName, load.Digest, load.Changed, load.LoadedAt,
                    IsKept = load.Content != null }).ToListAsync(ct))
            .Select(load => (load.Id, load.FileName, load.Digest, load.Changed, load.LoadedAt, load.IsKept))];
        return Page();
    }

    public async Task<IActionResult> OnGetTemplateAsync([FromServices] FigureTemplate template, CancellationToken ct) =>
        await db.Set<Edition>().AnyAsync(edition => edition.Year == Year, ct)
            ? File(await template.WriteAsync(Year, account.Actor, ct), Workbook.ContentType, $"figures-{Year}.xlsx")
            : NotFound();

    public async Task<IActionResult> OnGetMarkedAsync(Guid upload, CancellationToken ct) =>
        await uploads.FindAsync(upload, Purpose, account.Actor.Account, ct) is { } kept
            && await load.CheckAsync(Year, kept.Content, account.Actor, ct) is { } outcome
            ? kept.Marked(CellsOf(outcome))
            : NotFound();

    /// <summary>A file as it was loaded.</summary>
    public async Task<IActionResult> OnGetLoadedAsync(Guid id, CancellationToken ct) =>
        await db.Set<FigureLoad>().AsNoTracking()
            .FirstOrDefaultAsync(load => load.Id == id && load.Year == Year, ct) is { Content: { } content } kept
            ? File(content, "application/octet-stream", kept.FileName)
            : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", texts[file is null ? "Error.FileMissing" : "Error.FileEmpty"]);
            return await OnGetAsync(ct);
        }
        Upload = await uploads.KeepAsync(file, Purpose, account.Actor.Account, ct);
        Outcome = await load.CheckAsync(Year, Upload.Content, account.Actor, ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid upload, CancellationToken ct)
    {
        Upload = await uploads.FindAsync(upload, Purpose, account.Actor.Account, ct);
        if (Upload is null)
            return RedirectToPage(new { Year });
        Outcome = await load.HandleAsync(new(Year, Upload.Content, Upload.FileName), account.Actor, ct);
        Applied = Outcome is { Faults.Count: 0 };
        if (Applied)
            await uploads.ForgetAsync(upload, ct);
        return await ShowAsync(ct);
    }

    public static IReadOnlyList<CellFault> CellsOf(LoadFigures.Outcome outcome) =>
        [.. outcome.Faults.Select(fault => fault.Cell).OfType<CellFault>()];

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (Outcome is null)
            return NotFound();
        string[] codes = [.. Outcome.Changes.Select(change => change.Agency).Distinct(StringComparer.Ordinal)];
        Names = await db.Set<Agency>().AsNoTracking().Where(agency => codes.Contains(agency.Code))
            .Select(agency => new { agency.Code, agency.Name })
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        foreach (var fault in Outcome.Faults.Where(fault => fault.Cell is null).Take(100))
            ModelState.AddModelError("file", texts["Figures.Fault", fault.Line, fault.Sentence.ForReader()]);
        if (Outcome.Faults.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(ct);
    }
}
