using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>All answers on one page: what is missing, what looks doubtful, and the acts that end the entry.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class CheckModel(
    AssessmentSheets sheets, ShownEvidence evidence, FormParts formParts, JoinedOffers joined, Answers answers, AssessmentWords words,
    Addresses addresses,
    CurrentAccount account, TimeProvider clock) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;
    private Declaration? _signed;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public IReadOnlyList<AssessmentVerb> Allowed { get; private set; } = [];

    public IReadOnlyList<SummaryList> Answers { get; private set; } = [];

    public IReadOnlyList<(string Name, string Href)> Missing { get; private set; } = [];

    public int Blank => Sheet.Of - Sheet.Filled;

    /// <summary>Parts that were given to somebody and are not signed off inside the agency.</summary>
    public IReadOnlyList<FormParts.Part> NotSignedOff { get; private set; } = [];

    /// <summary>Figures that agencies that merged into this one had entered, and that it has not stated since.</summary>
    public IReadOnlyList<JoinedOffer> Unconfirmed { get; private set; } = [];

    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    public IReadOnlyList<SummaryList.Row> Requests { get; private set; } = [];

    public TotalOnPage? Total { get; private set; }

    /// <summary>What the approver signs, in canonical form.</summary>
    public Declaration Declaration => Sheet.Declaration(Evidence);

    public EvidenceOfAssessment Evidence { get; private set; } = EvidenceOfAssessment.None;

    /// <summary>Criteria whose evidence is compulsory and missing.</summary>
    public IReadOnlyList<Criterion> Owed { get; private set; } = [];

    /// <summary>What changed between the page the approver saw and now.</summary>
    public IReadOnlyList<SummaryList.Row> Changes { get; private set; } = [];

    /// <summary>What was typed to send it back.</summary>
    public string? Note { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } found ? await ShowAsync(found, ct) : NotFound();

    public async Task<IActionResult> OnPostAskAsync([FromServices] AskForApproval ask, CancellationToken ct) =>
        await ask.HandleAsync(new(Year, Agency), account.Actor, ct) is { } found
            ? Redirect(addresses.Page(AssessmentPath.Of(found)))
            : NotFound();

    public async Task<IActionResult> OnPostSendBackAsync(
        [FromServices] SendBack sendBack, [FromServices] IValidator<SendBack.Command> rules,
            [FromServices] IStringLocalizer<AssessmentTexts> texts,
        string? note, CancellationToken ct)
    {
        Note = note;
        var command = new SendBack.Command(Year, Agency, note);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Note), "note"));
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);
        return await sendBack.HandleAsync(command, account.Actor, ct) is { } found
            ? Redirect(addresses.Page(AssessmentPath.Of(found)))
            : NotFound();
    }

    public async Task<IActionResult> OnPostSubmitAsync([FromServices] Submit submit, string? shown, CancellationToken ct)
    {
        if (Declaration.Read(shown) is not { } declaration)
            return BadRequest();
        _signed = declaration;
        return await submit.HandleAsync(new(Year, Agency, declaration.Digest), account.Actor, ct) is { } submitted
            ? Redirect(addresses.Page(AssessmentPath.Submitted(submitted)))
            : NotFound();
    }

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (await sheets.FindAsync(Year, Agency, ct) is not { } found)
            return NotFound();
        var page = await ShowAsync(found, ct);
        Changes = refused is ChangedMeanwhile && _signed is not null ? answers.Changes(found, _signed.ChangesTo(Declaration)) : [];
        return page;
    }

    private async Task<PageResult> ShowAsync(AssessmentSheet found, CancellationToken ct)
    {
        _sheet = found;
        var isOpen = found.Assessment.SubmittedDigest is null;
        Unconfirmed = isOpen ? [.. (await joined.OfAsync(found, ct)).Values.Where(offer => !offer.IsSettled)] : [];
        NotSignedOff = isOpen ? [.. (await formParts.OfAsync(found, ct)).Where(part => !part.IsDone)] : [];
        Evidence = await evidence.OfAsync(Year, Agency, ct);
        Owed = found.Owed(Evidence);
        var scorecard = found.SelfAssessed;
        Allowed = AssessmentRules.Allowed(found.Assessment, found.Edition, account.Actor, clock.GetUtcNow());
        Answers = answers.ByComponent(found, scorecard, Allowed.Contains(AssessmentVerb.Enter));
        Missing = answers.Blanks(found);
        Doubts = Doubt.About(found.Set, found.Values());
        Requests = Assessments.Answers.Requests(found);
        Total = TotalOnPage.Of(words["Points.Total"], scorecard, found.Set.Method);
        return Page();
    }
}
