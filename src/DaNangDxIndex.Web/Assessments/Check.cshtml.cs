using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Shared;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Assessments;

/// <summary>All answers on one page: what is missing, what looks doubtful, and the acts that end the entry.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class CheckModel(AssessmentSheets sheets, AssessmentWords words, Addresses addresses, CurrentAccount account, TimeProvider clock) : PageModel
{
    private const int FewBlanks = 10;

    private AssessmentSheet? sheet;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AssessmentSheet Sheet => sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public IReadOnlyList<AssessmentVerb> Allowed { get; private set; } = [];

    public IReadOnlyList<SummaryList> Answers { get; private set; } = [];

    /// <summary>Figures that are blank: by name where they are few, else by component.</summary>
    public IReadOnlyList<(string Name, string Href)> Missing { get; private set; } = [];

    public int Blank => Sheet.Of - Sheet.Filled;

    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    public IReadOnlyList<(string Name, string Reason)> Wishes { get; private set; } = [];

    public string Total { get; private set; } = "";

    public int NotComputed { get; private set; }

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
        Changes = [.. outcome.Changes.Select(change => Row(outcome.Sheet, change))];
        return Show(outcome.Sheet);
    }

    private PageResult Show(AssessmentSheet found)
    {
        sheet = found;
        var scorecard = found.Scorer.Score(found.Input());
        var values = found.Values();
        Allowed = AssessmentRules.Allowed(found.Assessment, found.Edition, account.Actor, clock.GetUtcNow());
        Answers = [.. found.Form.Components.Select(component => List(found, component, scorecard)).Where(list => list.Rows.Count > 0)];
        Missing = [.. Blanks(found)];
        Doubts = Doubt.About(found.Set, values);
        Wishes = [.. found.Requests.Values.Select(request => (Name(found, request.Criterion), request.Reason))];
        Total = AssessmentWords.Points(scorecard.Total, found.Set.Law);
        NotComputed = scorecard.Criteria.Count(result => !result.IsComputable);
        return Page();
    }

    private IEnumerable<(string Name, string Href)> Blanks(AssessmentSheet found) => Blank <= FewBlanks
        ? found.Form.Asked.Where(figure => found.Stored(figure) is null).Select(figure => (AssessmentWords.In(figure.Name), Href(found, figure)))
        : from component in found.Form.Components
          let blank = found.Form.LinesOf(component).SelectMany(line => line.Asked).Count(figure => found.Stored(figure) is null)
          where blank > 0
          select (words["Missing.Component", AssessmentWords.In(component.Name), blank], addresses.Page(AssessmentPath.Component(found, component)));

    private SummaryList List(AssessmentSheet found, Component component, Scorecard scorecard)
    {
        var sum = scorecard.Components.First(result => result.Component == component);
        var heading = words["Check.Component", AssessmentWords.In(component.Name), AssessmentWords.Points(sum.Points, found.Set.Law), AssessmentWords.Points(sum.Maximum, found.Set.Law)];
        var mayChange = Allowed.Contains(AssessmentVerb.Enter);
        return new(heading, [.. found.Form.LinesOf(component).SelectMany(line => line.Asked).Select(figure => new SummaryList.Row(
            AssessmentWords.In(figure.Name),
            found.Value(figure) is { } value ? words.ShowWithUnit(figure, value) : null,
            mayChange ? Href(found, figure) : null))]);
    }

    private string Href(AssessmentSheet found, Figure figure) => found.Form.LineOf(figure.Code) is { } line
        ? $"{addresses.Page(AssessmentPath.Component(found, line.Component))}#{ErrorSummary.FieldId($"Figures[{figure.Code}]")}"
        : addresses.Page(AssessmentPath.Of(found));

    private SummaryList.Row Row(AssessmentSheet found, Declaration.Change change) => change.IsWish
        ? new(Name(found, change.Code), words["Changed", change.Before ?? words["NotEntered"], change.After ?? words["NotEntered"]])
        : found.Set.Figure(change.Code) is { } figure
            ? new(AssessmentWords.In(figure.Name), words["Changed", Show(figure, change.Before), Show(figure, change.After)])
            : new(change.Code, words["Changed", change.Before ?? "–", change.After ?? "–"]);

    private string Show(Figure figure, string? text) => text is null ? words["NotEntered"] : words.ShowWithUnit(figure, FigureValue.Read(figure, text).Value);

    private static string Name(AssessmentSheet found, string criterion) => found.Set.Criterion(criterion) is { } known ? AssessmentWords.In(known.Name) : criterion;
}
