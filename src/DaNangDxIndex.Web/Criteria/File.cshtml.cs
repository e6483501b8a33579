using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Criteria.Sheets;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring.Differences;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Marking;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// A criteria set as a file, out and in: the criteria file itself, or a workbook with one row a criterion. What comes in is checked first
/// and shown beside what stands; applying takes exactly what was checked.
/// </summary>
[Authorize(Policies.Publishing)]
[RequestSizeLimit(TypedWorkbook.LargestFile + 65536)]
public sealed class FileModel(
    CriteriaDrafts drafts, ChangeCriteria change, KeptUploads uploads, CurrentAccount account, IStringLocalizer<CriteriaTexts> texts)
    : PageModel, IShowsRefusals
{
    private CriteriaDrafts.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Group { get; set; } = "";

    /// <summary>The file that was checked and waits.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Upload { get; set; }

    /// <summary>Digest of the draft that the file was compared with.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public CriteriaDrafts.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a group.");

    public SentCriteria? Sent { get; private set; }

    public CriteriaDifference? Difference { get; private set; }

    public bool MayEdit => Found.InPreparation && account.Is(Role.Office);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _found = await drafts.FindAsync(Year, Group, ct);
        if (_found is null)
            return NotFound();
        if (Upload is { } upload && await uploads.FindAsync(upload, Purpose, Person, ct) is { } kept)
            Compare(kept.Content);
        return Page();
    }

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken ct) => await drafts.FindAsync(Year, Group, ct) is { } asked
        ? File(Encoding.UTF8.GetBytes(asked.Draft.Text()), "application/json", $"criteria-{Year}-{Group}.json")
        : NotFound();

    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken ct) => await drafts.FindAsync(Year, Group, ct) is { } asked
        ? File(
            CriteriaWorkbook.Write(asked.Draft.AsFarAsReadable(), Addresses.Language),
            Workbook.ContentType, $"criteria-{Year}-{Group}.xlsx")
        : NotFound();

    /// <summary>The file that was sent, with its faulty cells marked.</summary>
    public async Task<IActionResult> OnGetMarkedAsync(CancellationToken ct)
    {
        if (await drafts.FindAsync(Year, Group, ct) is not { } asked || Upload is not { } upload
            || await uploads.FindAsync(upload, Purpose, Person, ct) is not { } kept)
            return NotFound();
        var sent = SentCriteria.Read(kept.Content, asked.Draft, Year, Group);
        return kept.Marked(sent.Cells);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (!account.Is(Role.Office))
            return Forbid();
        if (await drafts.FindAsync(Year, Group, ct) is not { } asked)
            return NotFound();
        var kept = await uploads.KeepAsync(file, Purpose, Person, ct);
        SentCriteria.Read(kept.Content, asked.Draft, Year, Group);
        return RedirectToPage(new { Year, Group, upload = kept.Id });
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken ct)
    {
        if (!account.Is(Role.Office))
            return Forbid();
        if (await drafts.FindAsync(Year, Group, ct) is not { } asked)
            return NotFound();
        var kept = Upload is { } upload ? await uploads.FindAsync(upload, Purpose, Person, ct) : null;
        if (kept is null)
        {
            ModelState.AddModelError("file", texts["File.Gone"]);
            return await OnGetAsync(ct);
        }

        if (SentCriteria.Read(kept.Content, asked.Draft, Year, Group).Set is not { } set)
            return RedirectToPage(new { Year, Group, upload = kept.Id });
        await change.HandleAsync(Year, Group, new ReplaceAll(set, Seen ?? ""), account.Actor, ct);
        await uploads.ForgetAsync(kept.Id, ct);
        return Redirect($"{Request.PathBase}/editions/{Year}/criteria/{Group}?saved=true");
    }

    public string FieldOf(RuleViolation refused) => refused.Code.StartsWith("spreadsheet.", StringComparison.Ordinal) ? "file" : "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    private string Purpose => $"criteria-{Year}-{Group}";

    private Guid Person => account.Actor.Account;

    private void Compare(byte[] content)
    {
        Sent = SentCriteria.Read(content, Found.Draft, Year, Group);
        Seen = DraftEdit.DigestOf(Found.Draft.File);
        if (Sent.Set is { } set)
            Difference = CriteriaDifference.Of(Found.Draft.AsFarAsReadable(), set);
    }
}
