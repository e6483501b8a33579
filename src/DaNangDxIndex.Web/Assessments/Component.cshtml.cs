using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// One component of the form. Fields save themselves where there is script; the buttons save all of them where there is none.
/// </summary>
[Authorize(Policies.AgencyStaff)]
public sealed class ComponentModel(
    AssessmentSheets sheets, FormParts parts, JoinedOffers joined, ShownEvidence evidence, ComponentForms forms, SentencesOnForm sentences,
    CurrentAccount account, Addresses addresses, TimeProvider clock) : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;
    private DeclareFigures.Command? _posted;

    // From the address alone, which the policy has checked: a form must not name another agency.
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromRoute(Name = "component")]
    public string Code { get; set; } = "";

    /// <summary>Shows that the save button has saved.</summary>
    [FromQuery]
    public bool Saved { get; set; }

    /// <summary>"missing", "returned" or "doubts"; anything else shows all.</summary>
    [FromQuery]
    public string? Show { get; set; }

    /// <summary>The figure from which the page of checks led here, and to which saving leads back.</summary>
    [FromQuery]
    public string? Back { get; set; }

    public EntryShow Shown => Enum.TryParse<EntryShow>(Show, ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : EntryShow.All;

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public ComponentForm Form { get; private set; } = new(
        new() { Code = "", Name = new("", ""), Criteria = [] }, [], "", "", new("", "", "", null));

    public RuleViolation? Closed { get; private set; }

    /// <summary>How many of each kind there are, and where the first of them is; null where there is none.</summary>
    public IReadOnlyList<(EntryShow Show, int Count, string? Href)> Filters { get; private set; } = [];

    /// <summary>What is shown beside each criterion, by its code.</summary>
    public Dictionary<string, EvidenceMark> Marks { get; private set; } = [];

    /// <summary>The request that was not taken: its criterion and the reason as it was typed.</summary>
    public AskNotApplicable.Command? RefusedRequest { get; private set; }

    /// <summary>Whose part this is; null where it was given to nobody.</summary>
    public FormParts.Part? Part { get; private set; }

    /// <summary>This person holds the part and can say whether it is done.</summary>
    public bool IsOwnPart => Part is { } part && part.Given.Holder == account.Id && Closed is null;

    public Component Component => Form.Component;

    /// <summary>
    /// What explains a criterion stands open where something in it asks for the person: a refused request, a warning, what was given back.
    /// </summary>
    public bool IsOpen(ComponentForm.Item item) => RefusedRequest is { } refused && refused.Criterion == item.Entry.Code
        || item.Entry.ToMend is not null || item.Doubts.Any(doubt => !doubt.IsAnswered);

    /// <summary>Where saving leads back to; null where the person did not come from the page of checks.</summary>
    public string? BackToCheck => Back is { Length: > 0 } figure && Sheet.Form.LineOf(figure) is not null
        ? $"{addresses.Page(AssessmentPath.Check(Sheet))}#{SummaryList.IdOf(figure)}"
        : null;

    /// <summary>Where the form is sent: what is shown, and the way back, stay.</summary>
    public string Action => Back is { Length: > 0 } back ? QueryHelpers.AddQueryString(To(Component), "back", back) : To(Component);

    public Component? Previous => Neighbour(-1);

    public Component? Next => Neighbour(1);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } found
            && ComponentOf(found) is { } component ? await ShowAsync(found, component, null, null, ct) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromServices] DeclareFigures declare, bool next, CancellationToken ct) =>
        await SaveAsync(declare, ct) ?? Redirect(
            BackToCheck ?? (next && Next is { } component ? To(component) : QueryHelpers.AddQueryString(To(Component), "saved", "true")));

    public async Task<IActionResult> OnPostAskAsync(
        [FromServices] DeclareFigures declare, [FromServices] AskNotApplicable ask,
            [FromServices] IValidator<AskNotApplicable.Command> rules,
        [FromServices] IStringLocalizer<AssessmentTexts> texts, string criterion, CancellationToken ct)
    {
        RefusedRequest = new(Year, Agency, criterion, Request.Form[$"Reasons[{criterion}]"]);
        if (await SaveAsync(declare, ct) is { } refused)
            return refused;
        ModelState.Add(rules.Validate(RefusedRequest), texts, (nameof(RefusedRequest.Reason), $"Reasons[{criterion}]"));
        if (!ModelState.IsValid)
            return Page();
        return await ask.HandleAsync(RefusedRequest, account.Actor, ct) is null
            ? NotFound()
            : Redirect($"{To(Component)}#not-applicable-{criterion}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(
        [FromServices] DeclareFigures declare, [FromServices] WithdrawNotApplicable withdraw, string criterion, CancellationToken ct)
    {
        if (await SaveAsync(declare, ct) is { } refused)
            return refused;
        return await withdraw.HandleAsync(new(Year, Agency, criterion), account.Actor, ct) is null
            ? NotFound()
            : Redirect($"{To(Component)}#not-applicable-{criterion}");
    }

    /// <summary>The heir states the sum of those that merged into it; whatever else was typed on the page is saved first.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(
        [FromServices] DeclareFigures declare, [FromServices] ConfirmJoined confirm, string figure, CancellationToken ct)
    {
        if (await SaveAsync(declare, ct) is { } refused)
            return refused;
        return await confirm.HandleAsync(new(Year, Agency, figure, Request.Form[$"Sums[{figure}]"]), account.Actor, ct) is null
            ? NotFound()
            : Redirect($"{To(Component)}#{ErrorSummary.FieldId($"Figures[{figure}]")}");
    }

    /// <summary>"Done" saves what stands on the page first.</summary>
    public async Task<IActionResult> OnPostSignOffAsync([FromServices] DeclareFigures declare, [FromServices] SignOffPart signOff,
        CancellationToken ct) =>
        await SaveAsync(declare, ct) ?? await SignAsync(signOff, true, ct);

    public async Task<IActionResult> OnPostTakeUpAsync([FromServices] DeclareFigures declare, [FromServices] SignOffPart signOff,
        CancellationToken ct) =>
        await SaveAsync(declare, ct) ?? await SignAsync(signOff, false, ct);

    /// <summary>The rules allow no entry any more: what was typed stands beside what is stored.</summary>
    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } found
            && ComponentOf(found) is { } component ? await ShowAsync(found, component, _posted, null, ct) : NotFound();

    /// <returns>Null when every field went in; else the page with what was typed, or 404.</returns>
    private async Task<IActionResult?> SaveAsync(DeclareFigures declare, CancellationToken ct)
    {
        _posted = new DeclareFigures.Command(Year, Agency, PostedFields.Read(Request.Form), AssessmentWords.Language);
        if (await declare.HandleAsync(_posted, account.Actor, ct) is not { } outcome || ComponentOf(outcome.Sheet) is not { } component)
            return NotFound();
        var (unsaid, unanswered) = await sentences.SaveAsync(outcome.Sheet, Request.Form, ct);
        // What was saved knows nothing of the year before that only a page shows.
        if (await sheets.FindAsync(Year, Agency, ct) is not { } sheet)
            return NotFound();
        var page = await ShowAsync(sheet, component, _posted, outcome, ct);
        foreach (var (doubt, fault) in unsaid)
            ModelState.AddModelError($"Clarifications[{doubt}]", fault.ForReader());
        foreach (var (criterion, fault) in unanswered)
        {
            var field = $"Answers[{criterion}]";
            ModelState.SetModelValue(field, Request.Form[field], Request.Form[field]);
            ModelState.AddModelError(field, fault.ForReader());
        }
        foreach (var field in Form.Items.SelectMany(item => item.Entry.Figures).Where(field => field.Error is not null))
            ModelState.AddModelError(field.Name, $"{field.Label}: {field.Error}");
        return ModelState.IsValid ? null : page;
    }

    private async Task<IActionResult> SignAsync(SignOffPart signOff, bool done, CancellationToken ct) =>
        await signOff.HandleAsync(new(Year, Agency, Code, done), account.Actor, ct) is null ? NotFound()
            : Redirect($"{To(Component)}#part");

    private async Task<IActionResult> ShowAsync(
        AssessmentSheet found, Component component, DeclareFigures.Command? posted, DeclareFigures.Outcome? outcome, CancellationToken ct)
    {
        _sheet = found;
        Closed = found.Refusal(AssessmentVerb.Enter, account.Actor, clock.GetUtcNow());
        Form = forms.Of(
            found, component, Shown, Closed is not null, posted, outcome, await joined.OfAsync(found, ct));
        Part = (await parts.OfAsync(found, ct)).FirstOrDefault(part => part.Component == component);
        Filters = [.. new EntryFilter(found).Places(component).Select(place => (place.Show, place.Count, place.First is { } first
            ? addresses.Page(AssessmentPath.Component(found, first, place.Show))
            : null))];
        Marks = EvidenceMark.Of(found, component, await evidence.OfAsync(Year, Agency, ct), addresses);
        return Page();
    }

    private Component? ComponentOf(AssessmentSheet found) =>
        found.Form.Components.FirstOrDefault(component => string.Equals(component.Code, Code, StringComparison.Ordinal));

    private Component? Neighbour(int step)
    {
        var left = new EntryFilter(Sheet).Components(Shown);
        var all = Sheet.Form.Components.Where(component => component == Component || left.Contains(component)).ToList();
        return all.ElementAtOrDefault(all.IndexOf(Component) + step);
    }

    private string To(Component component) =>
        addresses.Page(AssessmentPath.Component(Sheet, component, Shown));
}
