using DaNangDxIndex.Agencies;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The components of an assessment as a task list, where it stands, and what this person may do now.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class OverviewModel(
    DxIndexDb db, AssessmentSheets sheets, FormParts formParts, LastEdition lastEdition, AssessmentWords words, Addresses addresses,
    CurrentAccount account, TimeProvider clock) : PageModel
{
    private AssessmentSheet? _sheet;

    /// <param name="To">Exclusive.</param>
    public sealed record Extension(Bilingual Agency, DateTimeOffset? To, string? Reason);

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public IReadOnlyList<AssessmentVerb> Allowed { get; private set; } = [];

    public RuleViolation? Closed { get; private set; }

    /// <summary>The person's own parts first, where the form is divided and some are this person's.</summary>
    public IReadOnlyList<TaskList> Tasks { get; private set; } = [];

    public bool IsDivided { get; private set; }

    public bool MayDivide => FormPartRules.Refusal(Sheet.Assessment, Sheet.Edition, account.Actor, clock.GetUtcNow()) is null;

    public TotalOnPage? Total { get; private set; }

    public (int Year, string Total)? Last { get; private set; }

    public DateTimeOffset? Deadline => Sheet.Assessment.ClosesAt(Sheet.Edition);

    /// <summary>Why nothing can be handed in any more; null while it can, and where nothing is owed.</summary>
    public RuleViolation? TooLate => AssessmentRules.TooLate(Sheet.Assessment, Sheet.Edition, clock.GetUtcNow());

    public bool Owed =>
        Sheet.Assessment.State is AssessmentState.Entering or AssessmentState.Returned or AssessmentState.AwaitingApproval;

    public bool MayFinish => Allowed.Contains(AssessmentVerb.AskForApproval) || Allowed.Contains(AssessmentVerb.Submit);

    /// <summary>Every longer deadline of the year with its reason: who is not given one sees who was.</summary>
    public IReadOnlyList<Extension> Extensions { get; private set; } = [];

    /// <summary>The appraisers have asked something.</summary>
    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await sheets.FindAsync(Year, Agency, ct) is not { } found)
            return NotFound();
        _sheet = found;
        Allowed = AssessmentRules.Allowed(found.Assessment, found.Edition, account.Actor, clock.GetUtcNow());
        Closed = found.Refusal(AssessmentVerb.Enter, account.Actor, clock.GetUtcNow());
        IsAsked = await db.Set<Message>().AnyAsync(message => message.Year == Year && message.Agency == Agency, ct);
        Extensions = await ExtensionsAsync(ct);
        Last = await lastEdition.TotalAsync(found, ct);
        var scorecard = found.SelfAssessed;
        Total = TotalOnPage.Of(words["Points.Total"], scorecard, found.Set.Method);
        var asked = found.Form.Components.ToList();
        var parts = (await formParts.OfAsync(found, ct)).ToDictionary(part => part.Component);
        IsDivided = parts.Count > 0;
        Tasks = Split(found.Set.Components.ToLookup(
            component =>
                parts.GetValueOrDefault(component) is { State: not FormPartState.Nobodys } part && part.Given.Holder == account.Id,
            component =>
                asked.Contains(component) ? Task(found, component, scorecard, parts.GetValueOrDefault(component)) : Spared(component)));
        return Page();
    }

    private Task<List<Extension>> ExtensionsAsync(CancellationToken ct) => (
        from assessment in db.Set<Assessment>().AsNoTracking()
        where assessment.Year == Year && assessment.ExtendedTo != null
        join agency in db.Set<Agency>().AsNoTracking() on assessment.Agency equals agency.Code
        orderby assessment.ExtendedTo, agency.Code
        select new Extension(agency.Name, assessment.ExtendedTo, assessment.ExtensionReason)).ToListAsync(ct);

    private IReadOnlyList<TaskList> Split(ILookup<bool, TaskList.Item> own) => own[true].Any()
        ? [new(words["Parts.Own"], [.. own[true]]), new(words["Parts.Others"], [.. own[false]])]
        : [new(null, [.. own[false]])];

    private TaskList.Item Task(AssessmentSheet found, Component component, Scorecard scorecard, FormParts.Part? part)
    {
        var asked = found.Form.LinesOf(component).SelectMany(line => line.Asked).ToList();
        var filled = found.FilledAmong(asked);
        var (points, maximum) = PrintedPoints.Self(found.Set, scorecard.Components.First(result => result.Component == component));
        var kind = filled == asked.Count
            || Closed is not null ? TaskList.Kind.Done : filled == 0 ? TaskList.Kind.ToDo : TaskList.Kind.InProgress;
        return new(component.Name.ForReader(), addresses.Page(AssessmentPath.Component(found, component)), Status(asked.Count, filled),
            kind, Hint(found, component, scorecard, part))
        {
            Points = $"{points} / {maximum}",
        };
    }

    /// <summary>A component that the edition does not ask of an agency of this kind.</summary>
    private TaskList.Item Spared(Component component) =>
        new(component.Name.ForReader(), null, words["NotApplicable"], TaskList.Kind.CannotStart);

    private string Status(int asked, int filled) => (asked, filled) switch
    {
        (0, _) => words["Task.NothingAsked"],
        _ when Closed is not null && filled < asked => words["Task.Blank", asked - filled],
        (_, 0) => words["Task.ToDo", asked],
        _ when filled == asked => words["Task.Done", asked],
        _ => words["Task.InProgress", filled, asked],
    };

    private string? Hint(AssessmentSheet found, Component component, Scorecard scorecard, FormParts.Part? part)
    {
        var waiting = found.Form.LinesOf(component)
            .Count(line => scorecard.Criteria.First(result => result.Criterion == line.Criterion) is { IsComputable: false });
        var hints =
            new[] { part?.InWords(words, account.Id), waiting == 0 ? null : words["Task.NotComputed", waiting] }.OfType<string>()
                .ToList();
        return hints.Count == 0 ? null : string.Join(" · ", hints);
    }
}
