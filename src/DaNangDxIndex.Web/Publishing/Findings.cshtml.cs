using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing.Findings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>What has to be known before signing. The office sees it too; the signatory acknowledges, one by one.</summary>
[Authorize(Policies.Publishing)]
public sealed class FindingsModel(
    DxIndexDb db, EditionResults results, AcknowledgeFindings acknowledge, WaitingProposals proposals, CurrentAccount account)
    : PageModel, IShowsRefusals
{
    private Edition? _edition;
    private EditionFindings? _found;

    [FromRoute]
    public int Year { get; set; }

    public Edition Edition => _edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public EditionFindings Found => _found ?? throw new InvalidOperationException("The page is shown only with an edition.");

    /// <summary>Who acknowledged what stands on the page now.</summary>
    public ILookup<FindingKind, Acknowledgement> Acknowledged { get; private set; } =
        Array.Empty<Acknowledgement>().ToLookup(acknowledgement => acknowledgement.Kind);

    /// <summary>What the reader has not acknowledged, whoever else has.</summary>
    public IEnumerable<Finding> Open => Found.ToAcknowledge.Where(IsOpen);

    public bool IsOpen(Finding finding) => Acknowledged[finding.Kind].All(acknowledgement => acknowledgement.By != account.Id);

    public bool MayAcknowledge => account.Is(Role.Signatory) && Edition.Stage == EditionStage.Final;

    public FindingReader Reader => account.Is(Role.Office) ? FindingReader.Office : FindingReader.Signatory;

    /// <summary>To publish it, another signatory has been asked already.</summary>
    public WaitingProposals.Waiting? Proposed { get; private set; }

    public bool MayPublish => MayAcknowledge && Found.Blocking.Count == 0 && !Open.Any();

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? seen, FindingKind[] kinds, CancellationToken ct) =>
        await acknowledge.HandleAsync(new(Year, seen ?? "", kinds), account.Actor, ct) ? RedirectToPage(new { Year }) : NotFound();

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var year = Year;
        await using var snapshot = await OneSnapshot.OfAsync(db, ct);
        _edition = await db.Set<Edition>().AsNoTracking()
            .SingleOrDefaultAsync(edition => edition.Year == year && edition.Stage != EditionStage.Imported, ct);
        if (_edition is null)
            return NotFound();
        _found = await results.ReviewAsync(year, ct);
        Acknowledged = (await db.Set<Acknowledgement>().AsNoTracking()
            .Where(acknowledgement => acknowledgement.Year == Year && acknowledgement.Digest == _found.Digest)
            .OrderBy(acknowledgement => acknowledgement.At).ToListAsync(ct)).ToLookup(acknowledgement => acknowledgement.Kind);
        Proposed = await proposals.FindAsync(ProposalKind.Publication, year, ct);
        return Page();
    }
}
