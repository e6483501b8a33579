using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>All requests for review of a year: those that wait first, each to be answered in writing; one that is upheld leads to a
/// correction.</summary>
[Authorize(Policies.Publishing)]
public sealed class ReviewsModel(DxIndexDb db, CorrectionDrafts drafts, FileReview file, CurrentAccount account) : PageModel, IShowsRefusals
{
    /// <summary>An answer as it was typed.</summary>
    public sealed record Form(int Number, ReviewOutcome? Outcome, string? Answer);

    private CorrectionDrafts.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    public PublishedEdition Published =>
        _found?.Newest.Edition ?? throw new InvalidOperationException("The page is shown only with a result.");

    public IReadOnlyList<ReviewRequest> Requests { get; private set; } = [];

    public Form Typed { get; private set; } = new(0, null, null);

    public bool MayAnswer(ReviewRequest request) =>
        request.Outcome is null && account.Is(Role.Office) && !account.Actor.BelongsTo(request.Agency);

    /// <summary>A correction can be begun from it.</summary>
    public bool MayCorrect(ReviewRequest request) =>
        request.Outcome == ReviewOutcome.Upheld && account.Is(Role.Office) && _found?.Draft is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Form typed, CancellationToken ct)
    {
        Typed = typed;
        return await file.AnswerAsync(new(Year, typed.Number, typed.Outcome, typed.Answer), account.Actor, ct)
            ? RedirectToPage(new { Year })
            : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code switch
    {
        "review.outcome" => $"outcome-{Typed.Number}",
        "review.answer" => $"answer-{Typed.Number}",
        _ => "",
    };

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) =>
        await FindAsync(ct) ? Page() : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        _found = await drafts.FindAsync(Year, ct);
        Requests = await db.Set<ReviewRequest>().AsNoTracking().Where(review => review.Year == Year)
            .OrderBy(review => review.Outcome != null).ThenBy(review => review.Number).ToListAsync(ct);
        return _found is not null;
    }
}
