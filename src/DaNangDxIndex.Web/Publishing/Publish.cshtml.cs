using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing.Findings;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Publishing;

/// <summary>The last look before signing: what will be published, under which document, and the one button that does it.</summary>
[Authorize(Policies.Signatory), Present]
public sealed class PublishModel(
    DxIndexDb db, EditionResults results, PublishEdition publish, TwoPeople two, WaitingProposals proposals,
    IValidator<AnnouncedUnder> rules, CurrentAccount account, CurrentTenant tenant,
    IStringLocalizer<PublishingTexts> texts) : PageModel, IShowsRefusals
{
    /// <param name="Seen">Digest of the results that were on screen.</param>
    public sealed record Form(
        string? Seen, DocumentKind? Kind, string? Number, string? Date, string? Issuer, string? IssuerEn, string? Annex);

    private Edition? _edition;
    private EditionFindings? _found;

    [FromRoute]
    public int Year { get; set; }

    public Edition Edition => _edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    /// <summary>Results and findings that the button signs.</summary>
    public EditionFindings Found => _found ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public IReadOnlyList<PublishedGroup> Groups => Found.Groups;

    /// <summary>Something blocks, or a finding is not acknowledged; null where nothing stands in the way.</summary>
    public RuleViolation? NotReady { get; private set; }

    /// <summary>Another signatory has been asked already.</summary>
    public WaitingProposals.Waiting? Proposed { get; private set; }

    /// <summary>What would be refused for certain is not offered; what was typed before it became so stays.</summary>
    public bool Offered => Proposed is null && (NotReady is null || Input.Seen is not null);

    public Form Input { get; private set; } = new(null, null, null, null, null, null, null);

    public bool NeedsSecond => two.AreWanted(FourEyes.Publication);

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issuer = tenant.Required.Letterhead.Issuer;
        Input = Input with { Kind = DocumentKind.Decision, Issuer = issuer.Vi, IssuerEn = issuer.En };
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(Form input, CancellationToken ct)
    {
        Input = input;
        var document = Read(input);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        if (await publish.HandleAsync(new(Year, input.Seen ?? "", document), account.Actor, ct) is { } done)
            return RedirectToPage("/Publishing/Published", new { Year, number = done.Number });
        return two.Asked ? RedirectToPage("/Homes/Proposals", new { done = "asked" }) : NotFound();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    /// <summary>A form without any field of a document is that of a sample.</summary>
    private PublishedDocument? Read(Form input)
    {
        if (input is { Kind: null, Number: null, Date: null, Issuer: null, IssuerEn: null })
            return null;
        var announced = new AnnouncedUnder(
            input.Kind, Typed(input.Number), Typed(input.Date), Typed(input.Issuer),
            Typed(input.IssuerEn), Typed(input.Annex)?.ToUpperInvariant());
        ModelState.Add(rules.Validate(announced), texts);
        return announced.Document;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var year = Year;
        await using var snapshot = await OneSnapshot.OfAsync(db, ct);
        _edition = await db.Set<Edition>().AsNoTracking()
            .SingleOrDefaultAsync(edition => edition.Year == year && edition.Stage != EditionStage.Imported, ct);
        if (_edition is null)
            return NotFound();
        _found = await results.ReviewAsync(year, ct);
        var acknowledged = await db.Set<Acknowledgement>()
            .Where(acknowledgement => acknowledgement.Year == year
                && acknowledgement.Digest == _found.Digest && acknowledgement.By == account.Id)
            .Select(acknowledgement => acknowledgement.Kind).ToListAsync(ct);
        NotReady = PublicationRules.NotReady(_found, acknowledged);
        Proposed = await proposals.FindAsync(ProposalKind.Publication, year, ct);
        return Page();
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
