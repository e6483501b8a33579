using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Taking the version in force out of force, with cause and document.</summary>
[Authorize(Policies.Signatory), Present]
public sealed class WithdrawModel(
    CorrectionDrafts drafts, WithdrawPublication withdraw, TwoPeople two, WaitingProposals proposals, IValidator<WithdrawnUnder> rules,
    CurrentAccount account, IStringLocalizer<PublishingTexts> texts) : PageModel, IShowsRefusals
{
    /// <param name="Of">Number of the version that was on screen.</param>
    public sealed record Form(int Of, string? Reason, DocumentKind? Kind, string? Number, string? Date);

    private CorrectionDrafts.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    public CorrectionDrafts.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a publication.");

    public Form Input { get; private set; } = new(0, null, DocumentKind.Decision, null, null);

    /// <summary>Another signatory has been asked already.</summary>
    public WaitingProposals.Waiting? Proposed { get; private set; }

    public bool NeedsSecond => two.AreWanted(FourEyes.Publication);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(Form input, CancellationToken ct)
    {
        Input = input;
        if (!await FindAsync(ct))
            return NotFound();
        var under = new WithdrawnUnder(input.Reason, input.Kind, input.Number?.Trim(), input.Date, Found.Edition.Illustrative);
        ModelState.Add(rules.Validate(under), texts);
        if (!ModelState.IsValid)
            return Page();
        if (await withdraw.HandleAsync(new(Year, input.Of, under), account.Actor, ct))
            return RedirectToPage("/Publishing/Corrections/Index", new { Year });
        return two.Asked ? RedirectToPage("/Homes/Proposals", new { done = "asked" }) : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "correction.cause" ? nameof(Form.Reason) : "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Proposed = await proposals.FindAsync(ProposalKind.Withdrawal, Year, ct);
        return (_found = await drafts.FindAsync(Year, ct)) is not null;
    }
}
