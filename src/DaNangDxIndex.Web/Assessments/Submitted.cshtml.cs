using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>What was submitted, by whom, under which reference, and what happens next. Can be kept as a bookmark.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class SubmittedModel(
    AssessmentSheets sheets, ShownEvidence evidence, Approvals approvals, Answers answers, Recall recall, DxIndexDb db,
    Addresses addresses, CurrentAccount account, TimeProvider clock) : PageModel
{
    private AssessmentSheet? _sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public string? By { get; private set; }

    public bool MayRecall { get; private set; }

    /// <summary>What stands otherwise now than it was signed, by an amendment of the criteria for example.</summary>
    public IReadOnlyList<SummaryList.Row> Changes { get; private set; } = [];

    /// <summary>Short enough to be read over the telephone, long enough to tell two submissions apart.</summary>
    public string Reference => $"{Year}-{Agency}-{Sheet.Assessment.SubmittedDigest?[..8]}".ToUpperInvariant();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await sheets.FindAsync(Year, Agency, ct) is not { } found)
            return NotFound();
        if (found.Assessment.SubmittedDigest is null)
            return Redirect(addresses.Page(AssessmentPath.Of(found)));
        _sheet = found;
        By = await db.Set<Account>().Where(account => account.Id == found.Assessment.SubmittedBy).Select(account => account.FullName)
            .SingleOrDefaultAsync(ct);
        MayRecall = found.Refusal(AssessmentVerb.Recall, account.Actor, clock.GetUtcNow()) is null
            && !await recall.IsJudgedAsync(Year, Agency, ct);
        Changes = await ChangesAsync(found, ct);
        return Page();
    }

    private async Task<IReadOnlyList<SummaryList.Row>> ChangesAsync(AssessmentSheet found, CancellationToken ct) =>
        (await approvals.OfAsync(Year, Agency, ct)).GetValueOrDefault(ApprovalAct.Submitted) is { } signed
            && signed.Digest == found.Assessment.SubmittedDigest && Declaration.Read(signed.Content) is { } before
            ? answers.Changes(found, before.ChangesTo(found.Declaration(await evidence.OfAsync(Year, Agency, ct))))
            : [];

    public async Task<IActionResult> OnPostRecallAsync(CancellationToken ct) =>
        await recall.HandleAsync(new(Year, Agency), account.Actor, ct) is { } found
            ? Redirect(addresses.Page(AssessmentPath.Of(found)))
            : NotFound();
}
