using System.Globalization;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver's view of the divided form: who has what, who is done, who is late; and the dividing itself.</summary>
[Authorize(Policies.Approver)]
public sealed class PartsModel(AssessmentSheets sheets, FormParts parts, CurrentAccount account, TimeProvider clock)
    : PageModel, IShowsRefusals
{
    private AssessmentSheet? _sheet;

    /// <param name="Holder">As chosen on the form.</param>
    /// <param name="Due">As typed.</param>
    public sealed record Row(Component Component, FormParts.Part? Part, Guid? Holder, string Due, int Filled, int Asked);

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromQuery]
    public bool Saved { get; set; }

    public AssessmentSheet Sheet => _sheet ?? throw new InvalidOperationException("The handler loads the sheet first.");

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Colleagues { get; private set; } = [];

    /// <summary>Why nothing can be given now, or null.</summary>
    public RuleViolation? Closed { get; private set; }

    public int Count(params FormPartState[] states) => Rows.Count(row => row.Part is { } part && states.Contains(part.State));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } found ? await ShowAsync(found, null, ct) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromServices] DivideForm divide, [FromServices] Addresses addresses, CancellationToken ct)
    {
        var wanted = AskedParts();
        if (await divide.HandleAsync(new(Year, Agency, wanted), account.Actor, ct) is not { } outcome)
            return NotFound();
        if (outcome.Faults.Count == 0)
            return Redirect($"{addresses.Page(AssessmentPath.Parts(outcome.Sheet))}?saved=true");
        foreach (var (field, fault) in outcome.Faults)
            ModelState.AddModelError(field, fault.ForReader());
        return await ShowAsync(outcome.Sheet, wanted, ct);
    }

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) =>
        await sheets.FindAsync(Year, Agency, ct) is { } found
            ? await ShowAsync(found, refused is ChangedMeanwhile ? null : AskedParts(), ct)
            : NotFound();

    private async Task<IActionResult> ShowAsync(AssessmentSheet found, IReadOnlyList<DivideForm.AskedPart>? typed, CancellationToken ct)
    {
        _sheet = found;
        var now = clock.GetUtcNow();
        Closed = FormPartRules.Refusal(found.Assessment, found.Edition, account.Actor, now);
        var given = (await parts.OfAsync(found, ct)).ToDictionary(part => part.Component);
        Colleagues = [.. (await parts.Colleagues(Agency).ToListAsync(ct)).Select(colleague => (colleague.Id, colleague.FullName))
            .OrderBy(colleague => colleague.FullName, VietnameseOrder.Names)];
        var offered = VietNamTime.Day(FormPartRules.DueOffered(found.Assessment, found.Edition, now), "vi");
        Rows = [
            .. found.Form.Components.Select(component => RowOf(component, given.GetValueOrDefault(component))).Where(row => row.Asked > 0)];
        return Page();

        Row RowOf(Component component, FormParts.Part? part)
        {
            var wanted = typed?.FirstOrDefault(wanted => string.Equals(wanted.Component, component.Code, StringComparison.Ordinal));
            var asked = found.Form.LinesOf(component).SelectMany(line => line.Asked).ToList();
            return new(
                component, part, wanted is null ? part?.Given.Holder : wanted.Holder,
                wanted?.Due ?? (part is null ? offered : VietNamTime.Day(part.Given.Due, "vi")), found.FilledAmong(asked), asked.Count);
        }
    }

    private List<DivideForm.AskedPart> AskedParts() =>
    [
        .. from field in Request.Form
           where field.Key.StartsWith("Holders[", StringComparison.Ordinal) && field.Key.EndsWith(']')
           let component = field.Key["Holders[".Length..^1]
           select new DivideForm.AskedPart(
               component, Guid.TryParse(field.Value, out var holder) ? holder : null, Request.Form[$"Days[{component}]"],
               int.TryParse(Request.Form[$"Versions[{component}]"], CultureInfo.InvariantCulture, out var version) ? version : 0),
    ];
}
