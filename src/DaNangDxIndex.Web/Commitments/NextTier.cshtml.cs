using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace DaNangDxIndex.Commitments;

/// <summary>
/// After publication: the cheapest ways to the next tier, what was lost criterion by criterion, and what the agency commits itself to.
/// </summary>
[Authorize(Policies.AgencyStaff)]
public sealed class NextTierModel(
    Outlooks outlooks, OwnCommitments commitments, KeepCommitment keep, CurrentAccount account, Addresses addresses, TimeProvider clock)
    : PageModel, IShowsRefusals
{
    private Outlooks.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public Outlooks.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a result.");

    public NextTierAdvice Advice => Found.Advice.Value;

    /// <summary>Most first.</summary>
    public IReadOnlyList<LostPoints> Lost { get; private set; } = [];

    public IReadOnlyList<Commitment> All { get; private set; } = [];

    public DateOnly Today => VietNamTime.DayOf(clock.GetUtcNow());

    /// <summary>The number of a commitment that was just kept.</summary>
    public int? Kept { get; private set; }

    public IEnumerable<Commitment> On(LostPoints lost) => All.Where(commitment => commitment.Criterion == lost.Criterion.Code);

    /// <summary>Commitments on criteria under which nothing is lost any more: a correction came after them.</summary>
    public IEnumerable<Commitment> Others => All.Where(commitment => Lost.All(lost => lost.Criterion.Code != commitment.Criterion));

    public string To(LostPoints lost) => addresses.Page(CommitmentPath.New(Year, Agency, lost.Criterion.Code));

    public string WhatIf => addresses.Page(CommitmentPath.WhatIf(Year, Agency));

    /// <summary>The form for trying, filled in with a suggestion.</summary>
    public string Try(Suggestion suggestion) => QueryHelpers.AddQueryString(WhatIf, suggestion.Changes
        .Select(change => KeyValuePair.Create("set", (string?)$"{change.Figure.Code}~{change.To.Write(change.Figure)}")));

    public async Task<IActionResult> OnGetAsync(int? kept, CancellationToken ct)
    {
        Kept = kept;
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostTurnAsync(int number, int version, CommitmentState state, CancellationToken ct)
    {
        if (!Enum.IsDefined(state))
            return BadRequest();
        return await keep.TurnAsync(new(Year, Agency, number, version, state), account.Actor, ct) is null
            ? NotFound()
            : Redirect(addresses.Page(CommitmentPath.Way(Year, Agency)) + $"#commitment-{number}");
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _found = await outlooks.FindAsync(Year, Agency, ct);
        if (_found is null)
            return NotFound();
        Lost = LostPoints.Of(_found.Group, _found.Result);
        All = (await commitments.FindAsync(Year, Agency, ct))?.All ?? [];
        return Page();
    }
}
