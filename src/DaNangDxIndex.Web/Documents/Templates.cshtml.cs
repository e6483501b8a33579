using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Wordprocessing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents;

/// <summary>Templates of decision, notice and submission: the present one, another in its place, and what they may hold.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class TemplatesModel(DxIndexDb db, KeepTemplate keep, DropTemplate drop, CurrentAccount account) : PageModel, IShowsRefusals
{
    // A file that is a little too large is still told so by the page itself.
    private const long LargestRequest = 2 * KeepTemplate.LargestFile;

    /// <param name="FileName">Null where the product's own is used.</param>
    public sealed record Present(TemplateKind Kind, string? FileName, string? Digest, DateTimeOffset? KeptAt);

    [FromQuery]
    public TemplateKind? Kept { get; set; }

    public IReadOnlyList<Present> All { get; private set; } = [];

    /// <summary>Of the form that was sent.</summary>
    [FromForm]
    public TemplateKind Kind { get; set; }

    public string FieldOf(RuleViolation refused) => FieldOf(Kind);

    public static string FieldOf(TemplateKind kind) => $"file-{kind}".ToLowerInvariant();

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var own = await db.Set<DocumentTemplate>().AsNoTracking()
            .Select(template => new Present(template.Kind, template.FileName, template.Digest, template.KeptAt)).ToListAsync(ct);
        All = [.. Enum.GetValues<TemplateKind>().Select(kind =>
            own.FirstOrDefault(template => template.Kind == kind) ?? new(kind, null, null, null))];
        return Page();
    }

    /// <summary>The template in use, to be changed.</summary>
    public async Task<IActionResult> OnGetFileAsync(TemplateKind? kind, CancellationToken ct)
    {
        if (kind is not { } asked)
            return NotFound();
        var own = await db.Set<DocumentTemplate>().AsNoTracking().SingleOrDefaultAsync(template => template.Kind == asked, ct);
        return File(
            own?.Content ?? ProductTemplate.Of(asked), OfficialDocx.ContentType, own?.FileName ?? $"{asked}.docx".ToLowerInvariant());
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Kind))
            return BadRequest();
        await keep.HandleAsync(Kind, file, account.Actor, ct);
        return RedirectToPage(new { kept = Kind });
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Kind))
            return BadRequest();
        await drop.HandleAsync(Kind, account.Actor, ct);
        return RedirectToPage(new { kept = Kind });
    }
}
