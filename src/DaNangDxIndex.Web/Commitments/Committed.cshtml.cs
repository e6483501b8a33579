using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Commitments;

/// <summary>All commitments of a year, for the standing office to read: those that are open first, in the order of their days.</summary>
[Authorize(Policies.Office)]
public sealed class CommittedModel(OwnCommitments commitments, TimeProvider clock) : PageModel
{
    private OwnCommitments.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    public OwnCommitments.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a publication.");

    public DateOnly Today => VietNamTime.DayOf(clock.GetUtcNow());

    public int Count(CommitmentState state) => Found.All.Count(commitment => commitment.State == state);

    public int Overdue => Found.All.Count(commitment => commitment.IsOverdue(Today));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _found = await commitments.OfYearAsync(Year, ct);
        return _found is null ? NotFound() : Page();
    }
}
