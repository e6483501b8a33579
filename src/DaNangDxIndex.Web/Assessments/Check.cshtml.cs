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
    Addresses addresses, Approvals approvals, CurrentAccount account, TimeProvider clock) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;
    private Declaration? _signed;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public IReadOnlyList<AssessmentVerb> Allowed { get; private set; } = [];

    /// <summary>Why nothing can be handed in any more; null while it can, and where nothing is owed.</summary>
    public RuleViolation? TooLate => AssessmentRules.TooLate(Sheet.Assessment, Sheet.Edition, clock.GetUtcNow());

    public IReadOnlyList<SummaryList> Answers { get; private set; } = [];

    public IReadOnlyList<(string Name, string Href)> Missing { get; private set; } = [];

    public int Blank => Sheet.Of - Sheet.Filled;

    /// <summary>Parts that were given to somebody and are not signed off inside the agency.</summary>
    public IReadOnlyList<FormParts.Part> NotSignedOff { get; private set; } = [];

    /// <summary>Figures that agencies that merged into this one had entered, and that it has not stated since.</summary>
    public IReadOnlyList<JoinedOffer> Unconfirmed { get; private set; } = [];

    /// <summary>Everything unlikely in the figures, with what the agency said to it, and where it is mended.</summary>
    public IReadOnlyList<(ShownDoubt Doubt, string Href)> Doubts { get; private set; } = [];

    /// <summary>What the blanks give away; shown once more before they are handed in.</summary>
    public IReadOnlyList<AtStake> AtStake { get; private set; } = [];

    /// <summary>The approver is about to hand in blanks and is asked once more.</summary>
    public bool IsInterrupted { get; private set; }

    public IReadOnlyList<SummaryList.Row> Requests { get; private set; } = [];

    /// <summary>What was said to criteria that were given back, once the form is handed in; before, it stands beside them.</summary>
    public IReadOnlyList<SummaryList.Row> Said => Sheet.Assessment.Owes ? [] : Assessments.Answers.ToReturns(Sheet);

    public TotalOnPage? Total { get; private set; }

    /// <summary>What the approver signs, in canonical form.</summary>
    public Declaration Declaration => Sheet.Declaration(Evidence);

    public EvidenceOfAssessment Evidence { get; private set; } = EvidenceOfAssessment.None;

    /// <summary>Criteria whose evidence is compulsory and missing.</summary>
    public IReadOnlyList<Criterion> Owed { get; private set; } = [];

    /// <summary>What changed between the page the approver saw and now.</summary>
    public IReadOnlyList<SummaryList.Row> Changes { get; private set; } = [];

    /// <summary>What the approver dealt with last, and what stands otherwise now; null where this is the first time.</summary>
    public (Approval Before, IReadOnlyList<SummaryList.Row> Changes)? Since { get; private set; }

    /// <summary>What changed after it was laid before the approver.</summary>
    public IReadOnlyList<SummaryList.Row> ChangedSinceAsked { get; private set; } = [];

    /// <summary>Criteria that were given back, and which of them were answered.</summary>
    public IReadOnlyList<GivenBack> GivenBack { get; private set; } = [];

    /// <summary>What was typed to send it back.</summary>
    public string? Note { get; private set; }

    /// <summary>Criteria to be sent back, as typed.</summary>
    public IReadOnlyDictionary<string, string?> Named { get; private set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } found ? await ShowAsync(found, ct) : NotFound();

    public async Task<IActionResult> OnPostAskAsync([FromServices] AskForApproval ask, string? shown, CancellationToken ct)
    {
        _signed = Declaration.Read(shown);
        return await ask.HandleAsync(new(Year, Agency, _signed?.Digest), account.Actor, ct) is { } found
            ? Redirect(addresses.Page(AssessmentPath.Of(found)))
            : NotFound();
    }

    public async Task<IActionResult> OnPostSendBackAsync(
        [FromServices] SendBack sendBack, [FromServices] IValidator<SendBack.Command> rules,
            [FromServices] IStringLocalizer<AssessmentTexts> texts,
        string? note, CancellationToken ct)
    {
        (Note, Named) = (note, PostedFields.Criteria(Request.Form));
        var command = new SendBack.Command(Year, Agency, note, Named);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Note), "note"));
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);
        return await sendBack.HandleAsync(command, account.Actor, ct) is { } found
            ? Redirect(addresses.Page(AssessmentPath.Of(found)))
            : NotFound();
    }

    /// <param name="blanksSeen">The page that names the blanks was seen, and its button pressed.</param>
    public async Task<IActionResult> OnPostSubmitAsync([FromServices] Submit submit, string? shown, bool blanksSeen, CancellationToken ct)
    {
        if (Declaration.Read(shown) is not { } declaration)
            return BadRequest();
        _signed = declaration;
        if (!blanksSeen && declaration.Figures.Values.Any(value => value is null))
            return await InterruptAsync(ct);
        return await submit.HandleAsync(new(Year, Agency, declaration.Digest), account.Actor, ct) is { } submitted
            ? Redirect(addresses.Page(AssessmentPath.Submitted(submitted)))
            : NotFound();
    }

    /// <summary>What cannot be handed in anyway is refused on the page of checks, without a question first.</summary>
    private async Task<IActionResult> InterruptAsync(CancellationToken ct)
    {
        if (await sheets.FindAsync(Year, Agency, ct) is not { } found)
            return NotFound();
        var page = await ShowAsync(found, ct);
        found.Assessment.Require(AssessmentVerb.Submit, found.Edition, account.Actor, clock.GetUtcNow());
        Declaration.RequireSeen(_signed?.Digest ?? "");
        EvidenceRules.RequireNothingOwed(Owed, AssessmentVerb.Submit);
        Assessments.Doubts.RequireNoneOpen(found.OpenDoubts, AssessmentVerb.Submit);
        IsInterrupted = true;
        AtStake = Assessments.AtStake.Of(found);
        return page;
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
        Doubts = [.. found.Doubts.Select(doubt => (ShownDoubt.Of(found, doubt, addresses), answers.Href(found, doubt)))];
        Requests = Assessments.Answers.Requests(found);
        Total = TotalOnPage.Of(words["Points.Total"], scorecard, found.Set.Method);
        var given = await approvals.OfAsync(Year, Agency, ct);
        Compare(given);
        GivenBack = Assessments.GivenBack.All(found, given, Declaration);
        return Page();
    }

    private void Compare(IReadOnlyDictionary<ApprovalAct, Approval> given)
    {
        if (!Sheet.Assessment.Owes)
            return;
        var last = new[] { ApprovalAct.SentBack, ApprovalAct.Submitted }.Select(given.GetValueOrDefault).OfType<Approval>()
            .MaxBy(approval => approval.GivenAt);
        Since = last is null ? null : (last, ChangesSince(last));
        ChangedSinceAsked = Sheet.Assessment.State == AssessmentState.AwaitingApproval
            && given.GetValueOrDefault(ApprovalAct.AskedForApproval) is { } asked ? ChangesSince(asked) : [];
    }

    private IReadOnlyList<SummaryList.Row> ChangesSince(Approval approval) =>
        Declaration.Read(approval.Content) is { } before ? answers.Changes(Sheet, before.ChangesTo(Declaration)) : [];
}
