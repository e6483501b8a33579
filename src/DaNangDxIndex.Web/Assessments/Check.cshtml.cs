using DaNangDxIndex.Accounts;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Assessments;

/// <summary>All answers on one page: what is missing, what looks doubtful, and the acts that end the entry.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class CheckModel(AssessmentSheets sheets, Answers answers, AssessmentWords words, Addresses addresses, CurrentAccount account, TimeProvider clock) : PageModel
{
    private AssessmentSheet? sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AssessmentSheet Sheet => sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public IReadOnlyList<AssessmentVerb> Allowed { get; private set; } = [];

    public IReadOnlyList<SummaryList> Answers { get; private set; } = [];

    public IReadOnlyList<(string Name, string Href)> Missing { get; private set; } = [];

    public int Blank => Sheet.Of - Sheet.Filled;

    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    public IReadOnlyList<SummaryList.Row> Wishes { get; private set; } = [];

    public TotalOnPage? Total { get; private set; }

    /// <summary>What the approver signs, in canonical form.</summary>
    public Declaration Declaration => Sheet.Declaration();

    /// <summary>What changed between the page the approver saw and now.</summary>
    public IReadOnlyList<SummaryList.Row> Changes { get; private set; } = [];

    public string? RefusedNote { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } found ? Show(found) : NotFound();

    public async Task<IActionResult> OnPostAskAsync([FromServices] AskForApproval ask, CancellationToken ct) =>
        await ask.HandleAsync(new(Year, Agency), account.Actor, ct) is { } found ? Redirect(addresses.Page(AssessmentPath.Of(found))) : NotFound();

    public async Task<IActionResult> OnPostSendBackAsync([FromServices] SendBack sendBack, string? note, CancellationToken ct)
    {
        var text = note?.Trim() ?? "";
        if (text.Length is > 0 and <= SendBack.LongestNote)
            return await sendBack.HandleAsync(new(Year, Agency, text), account.Actor, ct) is { } found ? Redirect(addresses.Page(AssessmentPath.Of(found))) : NotFound();
        ModelState.AddModelError("note", words[text.Length == 0 ? "Note.Empty" : "Note.Long", SendBack.LongestNote]);
        RefusedNote = text;
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostSubmitAsync([FromServices] Submit submit, string? shown, CancellationToken ct)
    {
        if (Declaration.Read(shown) is not { } declaration)
            return BadRequest();
        if (await submit.HandleAsync(new(Year, Agency, declaration.Digest, declaration), account.Actor, ct) is not { } outcome)
            return NotFound();
        if (outcome.Submitted)
            return Redirect(addresses.Page(AssessmentPath.Submitted(outcome.Sheet)));
        ModelState.AddModelError("", words["Stale"]);
        Changes = answers.Changes(outcome.Sheet, outcome.Changes);
        return Show(outcome.Sheet);
    }

    private PageResult Show(AssessmentSheet found)
    {
        sheet = found;
        var scorecard = found.SelfAssessed;
        Allowed = AssessmentRules.Allowed(found.Assessment, found.Edition, account.Actor, clock.GetUtcNow());
        Answers = answers.ByComponent(found, scorecard, Allowed.Contains(AssessmentVerb.Enter));
        Missing = answers.Blanks(found);
        Doubts = Doubt.About(found.Set, found.Values());
        Wishes = Assessments.Answers.Wishes(found);
        Total = TotalOnPage.Of(words["Points.Total"], scorecard, found.Set.Method);
        return Page();
    }
}
