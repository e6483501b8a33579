using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The agency asks for a review of its published result, and reads what was answered.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class ReviewModel(DxIndexDb db, CorrectionDrafts drafts, FileReview file, CurrentAccount account, TimeProvider clock)
    : PageModel, IShowsRefusals
{
    private CorrectionDrafts.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public PublishedEdition Published =>
        _found?.Newest.Edition ?? throw new InvalidOperationException("The page is shown only with a result.");

    public PublishedGroup Group =>
        Published.GroupOf(Agency) ?? throw new InvalidOperationException("The page is shown only with a result.");

    /// <summary>End of the days for it, exclusive; null where none are taken.</summary>
    public DateTimeOffset? ClosesAt => _found is null ? null : ReviewRules.ClosesAt(_found.Edition, Published.PublishedAt);

    public bool MayFile => account.Is(Role.Approver) && ClosesAt > clock.GetUtcNow();

    /// <summary>Of this agency, newest first.</summary>
    public IReadOnlyList<ReviewRequest> Requests { get; private set; } = [];

    public string? Criterion { get; private set; }

    public string? Sentence { get; private set; }

    public bool Filed { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool filed, CancellationToken ct)
    {
        Filed = filed;
        return await FindAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? criterion, string? sentence, CancellationToken ct)
    {
        (Criterion, Sentence) = (string.IsNullOrEmpty(criterion) ? null : criterion, sentence);
        return await file.HandleAsync(new(Year, Agency, Criterion, sentence), account.Actor, ct) is null
            ? NotFound()
            : RedirectToPage(new { Year, Agency, filed = true });
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "review.sentence" ? "sentence" : "";

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) =>
        await FindAsync(ct) ? Page() : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        _found = await drafts.FindAsync(Year, ct);
        if (_found?.Newest.Edition.GroupOf(Agency) is null)
            return false;
        Requests = await db.Set<ReviewRequest>().AsNoTracking().Where(request => request.Year == Year && request.Agency == Agency)
            .OrderByDescending(review => review.Number).ToListAsync(ct);
        return true;
    }
}
