using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>What was published of one agency, figure by figure and criterion by criterion, each to be corrected.</summary>
[Authorize(Policies.Office)]
public sealed class OfAgencyModel(CorrectionDrafts drafts, ChangeResult change, CurrentAccount account) : PageModel, IShowsRefusals
{
    /// <summary>One change as it was typed.</summary>
    public sealed record Form(
        int Version, string? Figure, string? Criterion, string? Value, VerdictDecision? Decision, string? Points, ReasonCode? Reason);

    private static readonly Bilingual Blank = new("để trống", "blank");

    private CorrectionDrafts.Found? _found;
    private PublishedGroup? _group;
    private Entrant? _entrant;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public PublishedGroup Group => _group ?? throw new InvalidOperationException("The page is shown only with an agency.");

    public Entrant Entrant => _entrant ?? throw new InvalidOperationException("The page is shown only with an agency.");

    public CriteriaSet Criteria => Group.Criteria;

    /// <summary>The figure that lies open; null where none does.</summary>
    public Figure? Figure { get; private set; }

    public Criterion? Criterion { get; private set; }

    public Form Typed { get; private set; } = new(0, null, null, null, null, null, null);

    public string Shown(Figure figure) =>
        FigureInWords.Value(Criteria, figure, Entrant.Figures.GetValueOrDefault(figure.Code), Blank).ForReader();

    /// <summary>What the correction makes of the figure; null where it leaves it.</summary>
    public string? Drafted(Figure figure) => DraftedChange(figure) is { } drafted
        ? FigureInWords.Value(Criteria, figure, drafted.Value, Blank).ForReader()
        : null;

    public CriterionPoints? PointsOf(Criterion criterion) =>
        Group.ResultOf(Agency)?.Criteria.FirstOrDefault(points => points.Code == criterion.Code);

    /// <param name="of">From the list of agencies: leads to the page of the chosen one.</param>
    public async Task<IActionResult> OnGetAsync(string? figure, string? criterion, string? of, CancellationToken ct)
    {
        if (of is not null)
            return RedirectToPage(new { Year, agency = of });
        if (!await FindAsync(figure, criterion, ct))
            return NotFound();
        var text = Figure is null ? null
            : DraftedChange(Figure) is { } drafted ? drafted.Value : Entrant.Figures.GetValueOrDefault(Figure.Code);
        var value = Figure is null ? null : FigureValue.Read(Figure, text).Value;
        var decision = Criterion is null ? null : Entrant.Decisions.GetValueOrDefault(Criterion.Code);
        Typed = Typed with
        {
            Figure = Figure?.Code,
            Criterion = Criterion?.Code,
            Value = Figure is null ? null : AssessmentWords.Typed(Figure, value),
            Reason = Figure is null ? null : DraftedChange(Figure)?.Reason,
            Decision = decision?.Decision ?? VerdictDecision.Accept,
            Points = decision?.Points is { } points ? NumberText.Plain(points.Round(4), Addresses.Language) : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Form typed, CancellationToken ct)
    {
        Typed = typed;
        decimal? points = null;
        if (typed.Decision == VerdictDecision.Points)
        {
            var read = TypedNumber.Read(typed.Points ?? "", FigureKind.Number, Addresses.Language);
            if (read.Refusal is { } refusal)
            {
                ModelState.AddModelError(nameof(Form.Points), refusal.ForReader());
                return await FindAsync(typed.Figure, typed.Criterion, ct) ? Page() : NotFound();
            }

            points = read.Value;
        }

        return await change.HandleAsync(
            new(Year, typed.Version, Agency, Empty(typed.Figure), Empty(typed.Criterion), typed.Value, Addresses.Language, typed.Decision,
                points, typed.Reason),
            account.Actor, ct)
            ? RedirectToPage("/Publishing/Corrections/Correct", new { Year })
            : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code switch
    {
        ChangeResult.ValueRefused => nameof(Form.Value),
        "correction.points" => nameof(Form.Points),
        "correction.reason" => nameof(Form.Reason),
        _ => "",
    };

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) =>
        await FindAsync(Typed.Figure, Typed.Criterion, ct) ? Page() : NotFound();

    private async Task<bool> FindAsync(string? figure, string? criterion, CancellationToken ct)
    {
        _found = await drafts.FindAsync(Year, ct);
        _group = _found?.Newest.Edition.GroupOf(Agency);
        _entrant = _group?.Entrant(Agency);
        if (_found?.Draft is not { } draft || _group is null || _entrant is null)
            return false;
        Typed = Typed with { Version = draft.Version };
        (Figure, Criterion) = (Criteria.Figure(figure ?? ""), Criteria.Criterion(criterion ?? ""));
        return true;
    }

    private DraftedChange? DraftedChange(Figure figure) => _found?.Drafted.FirstOrDefault(drafted =>
        drafted.Agency == Agency && drafted.Figure == figure.Code);

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
