using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing.Findings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>What has to be known before signing. The office sees it too; the signatory acknowledges, one by one.</summary>
[Authorize(Policies.Publishing)]
public sealed class FindingsModel(DxIndexDb db, EditionResults results, AcknowledgeFindings acknowledge, CurrentAccount account) : PageModel
{
    private Edition? edition;
    private EditionFindings? found;

    public Edition Edition => edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public EditionFindings Found => found ?? throw new InvalidOperationException("The page is shown only with an edition.");

    /// <summary>Who acknowledged what stands on the page now.</summary>
    public IReadOnlyDictionary<FindingKind, Acknowledgement> Acknowledged { get; private set; } = new Dictionary<FindingKind, Acknowledgement>();

    public IEnumerable<Finding> Open => Found.ToAcknowledge.Where(finding => !Acknowledged.ContainsKey(finding.Kind));

    public bool MayAcknowledge => account.Is(Role.Signatory) && Edition.Stage == EditionStage.Final;

    public FindingReader Reader => account.Is(Role.Office) ? FindingReader.Office : FindingReader.Signatory;

    public bool MayPublish => MayAcknowledge && Found.Blocking.Count == 0 && !Open.Any();

    public Task<IActionResult> OnGetAsync(int year, CancellationToken ct) => ShowAsync(year, ct);

    public async Task<IActionResult> OnPostAsync(int year, string? seen, FindingKind[] kinds, CancellationToken ct)
    {
        try
        {
            return await acknowledge.HandleAsync(new(year, seen ?? "", kinds), account.Actor, ct) ? RedirectToPage(new { year }) : NotFound();
        }
        catch (RuleViolation refused)
        {
            ModelState.AddModelError("", refused.Sentence.In(CultureInfo.CurrentUICulture.Name));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(year, ct);
        }
    }

    private async Task<IActionResult> ShowAsync(int year, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year && one.Stage != EditionStage.Imported, ct);
        if (edition is null)
            return NotFound();
        found = await results.ReviewAsync(year, ct);
        Acknowledged = await db.Set<Acknowledgement>().AsNoTracking().Where(one => one.Year == year && one.Digest == found.Digest)
            .ToDictionaryAsync(one => one.Kind, ct);
        return Page();
    }
}
