using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>
/// A correction on its way: the office says what went wrong and enters the changes; everybody whom they move is shown; the signatory signs.
/// </summary>
[Authorize(Policies.Publishing), Present("Sign")]
public sealed class CorrectModel(
    CorrectionDrafts drafts, CorrectionDoubts doubts, PrepareCorrection prepare, ChangeResult change, SignCorrection sign,
    TwoPeople two, WaitingProposals proposals, IValidator<AnnouncedUnder> rules, CurrentAccount account, CurrentTenant tenant,
    IStringLocalizer<PublishingTexts> texts) : PageModel, IShowsRefusals
{
    /// <summary>Cause and finder as they were typed.</summary>
    /// <param name="Review">Number of the request for review that it follows from.</param>
    public sealed record Said(int? Version, string? Cause, Finder? FoundBy, int? Review);

    private CorrectionDrafts.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    public CorrectionDrafts.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a publication.");

    public IReadOnlyList<CorrectionDoubt> Doubts { get; private set; } = [];

    /// <summary>Another signatory has been asked already.</summary>
    public WaitingProposals.Waiting? Proposed { get; private set; }

    /// <summary>Whether to drop it all is asked, on a page of its own.</summary>
    public bool AsksToDrop { get; private set; }

    public bool MayPrepare => account.Is(Role.Office);

    public bool NeedsSecond => two.AreWanted(FourEyes.Publication);

    public bool MaySign => account.Is(Role.Signatory);

    public Said Typed { get; private set; } = new(null, null, null, null);

    public PublishModel.Form Under { get; private set; } = new(null, DocumentKind.Decision, null, null, null, null, null);

    /// <summary>Binds the signature to what is on screen.</summary>
    public string Digest => Found.Correction is { } correction ? PublishedEditionJson.DigestOf(correction) : "";

    /// <param name="review">Number of the request for review that leads here.</param>
    public async Task<IActionResult> OnGetAsync(int? review, CancellationToken ct)
    {
        if (review is not null)
            Typed = Typed with { Review = review, FoundBy = Finder.Agency };
        var issuer = tenant.Required.Letterhead.Issuer;
        Under = Under with { Issuer = issuer.Vi, IssuerEn = issuer.En };
        return await FindAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Said said, CancellationToken ct)
    {
        Typed = said;
        return await prepare.HandleAsync(new(Year, said.Version, said.Cause, said.FoundBy, said.Review), account.Actor, ct)
            ? RedirectToPage(new { Year })
            : NotFound();
    }

    public async Task<IActionResult> OnGetDropAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        AsksToDrop = MayPrepare && Found.Draft is not null;
        return AsksToDrop ? Page() : RedirectToPage(new { Year });
    }

    public async Task<IActionResult> OnPostDropAsync(int version, CancellationToken ct) =>
        await prepare.DropAsync(Year, version, account.Actor, ct) ? RedirectToPage(new { Year }) : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(int version, string of, string? figure, string? criterion, CancellationToken ct) =>
        await change.RemoveAsync(Year, version, of, figure, criterion, account.Actor, ct) ? RedirectToPage(new { Year }) : NotFound();

    public async Task<IActionResult> OnPostSignAsync(PublishModel.Form under, CancellationToken ct)
    {
        Under = under;
        if (!await FindAsync(ct))
            return NotFound();
        var document = Document(under);
        if (!ModelState.IsValid)
            return Page();
        if (await sign.HandleAsync(new(Year, under.Seen ?? "", document), account.Actor, ct) is { } signed)
            return RedirectToPage("/Publishing/Published", new { Year, number = signed.Number });
        return two.Asked ? RedirectToPage("/Homes/Proposals", new { done = "asked" }) : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code switch
    {
        "correction.cause" => nameof(Said.Cause),
        "correction.finder" => nameof(Said.FoundBy),
        _ => "",
    };

    /// <summary>What was typed stays; the next try is made knowing what stands now.</summary>
    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        var typed = Typed;
        if (!await FindAsync(ct))
            return NotFound();
        if (typed.Cause is not null || typed.FoundBy is not null)
            Typed = typed with { Version = Found.Draft?.Version };
        return Page();
    }

    private PublishedDocument? Document(PublishModel.Form under)
    {
        if (Found.Edition.Illustrative)
            return null;
        var announced = new AnnouncedUnder(
            under.Kind, Trimmed(under.Number), Trimmed(under.Date), Trimmed(under.Issuer), Trimmed(under.IssuerEn),
            Trimmed(under.Annex)?.ToUpperInvariant());
        ModelState.Add(rules.Validate(announced), texts);
        return announced.Document;
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        _found = await drafts.FindAsync(Year, ct);
        if (_found is { Draft: { } draft })
            Typed = new(draft.Version, draft.Cause, draft.FoundBy, draft.Review);
        Proposed = await proposals.FindAsync(ProposalKind.Correction, Year, ct);
        Doubts = _found is null ? [] : await doubts.OfAsync(_found, ct);
        return _found is not null;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
