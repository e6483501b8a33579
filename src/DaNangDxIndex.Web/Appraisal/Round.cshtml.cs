using System.Globalization;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Appraisal;

/// <summary>The round of one agency as a whole: what waits, the way to accepting the rest, returning, closing.</summary>
[Authorize(Policies.Appraisal)]
public sealed class RoundModel(
    BenchView view, Approvals approvals, CloseRound closeRound, ReturnAssessment returnAssessment,
    IValidator<ReturnAssessment.Command> returnRules, CurrentAccount account,
    TimeProvider clock, IStringLocalizer<AppraisalTexts> texts) : PageModel, IShowsRefusals
{
    private BenchView.Content? _shown;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public BenchView.Content Shown => _shown ?? throw new InvalidOperationException("The round is shown only when there is one.");

    public string? ReturnReason { get; private set; }

    /// <summary>Until when a returned assessment is completed, as typed; at first what the calendar offers.</summary>
    public string? LastDay { get; private set; }

    public string? Done { get; private set; }

    /// <summary>Criteria to be returned, as typed.</summary>
    public IReadOnlyDictionary<string, string?> Named { get; private set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What was answered for last, with what stands otherwise now; null while no round is closed.</summary>
    public SignedResult? Signed { get; private set; }

    /// <summary>Criteria that were returned before the form came again, and which of them were answered; null where none were.</summary>
    public GivenBack? Returned { get; private set; }

    public IReadOnlyList<BenchLine> Waiting => [.. Shown.Lines.Where(line => line.Waits)];

    /// <summary>What the person may accept in one act; nothing that is marked is among it.</summary>
    public int Acceptable => Shown.Lines.Count(line => line.Acceptable);

    /// <summary>What of the field is left to be decided one by one, and why; empty for nothing.</summary>
    public Bilingual Left => LookMarksInWords.Counted(Shown.Lines.Where(line => line.WantsLook).SelectMany(line => line.Marks.Take(1)));

    public bool May(AssessmentVerb verb) =>
        AssessmentRules.Refusal(verb, Shown.Sheet.Assessment, Shown.Sheet.Edition, account.Actor, clock.GetUtcNow()) is null;

    public string Say(Bilingual text) => text.In(CultureInfo.CurrentUICulture.Name);

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken ct)
    {
        Done = done is "accepted" or "closed" or "returned" ? done : null;
        return await ShowAsync(ct);
    }

    /// <param name="seen">Digest of what was on screen.</param>
    public async Task<IActionResult> OnPostCloseAsync(string? seen, CancellationToken ct) =>
        Told("closed", await closeRound.HandleAsync(Year, Agency, seen, account.Actor, ct));

    public async Task<IActionResult> OnPostReturnAsync(string? reason, string? lastDay, CancellationToken ct)
    {
        (ReturnReason, Named, LastDay) = (reason, PostedFields.Criteria(Request.Form), lastDay ?? "");
        var day = TypedDate.Read(lastDay);
        if (day.Refusal is { } refusal)
            ModelState.AddModelError("lastDay", Say(refusal));
        var command = new ReturnAssessment.Command(Year, Agency, reason, Named, day.Day);
        ModelState.Add(
            returnRules.Validate(command), texts, (nameof(command.Note), "reason"), (nameof(command.Criteria), "criteria"),
            (nameof(command.Ends), "lastDay"));
        return ModelState.IsValid ? Told("returned", await returnAssessment.HandleAsync(command, account.Actor, ct)) : await ShowAsync(ct);
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private IActionResult Told(string done, bool found) => found ? RedirectToPage(new { Year, Agency, done }) : NotFound();

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _shown = await view.FindAsync(Year, Agency, null, account.Actor, ct);
        if (_shown is null)
            return NotFound();
        LastDay ??= VietNamTime.Day(_shown.Sheet.Assessment.LastDayOffered(_shown.Sheet.Edition, clock.GetUtcNow()), "vi");
        var given = await approvals.OfAsync(Year, Agency, ct);
        Signed = SignedResult.Of(_shown.Sheet, given);
        Returned = GivenBack.HandedInAgain(_shown.Sheet.Assessment, _shown.Sheet.Criteria, given);
        return Page();
    }
}
