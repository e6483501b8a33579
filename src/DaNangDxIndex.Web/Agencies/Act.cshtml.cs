using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Agencies;

/// <summary>Records what a document does to agencies: asked for, then shown with what follows from it, then recorded.</summary>
[Authorize(Policies.Office)]
public sealed class ActModel(AgencyRegister register, RecordLineageAct record, CurrentAccount account) : PageModel, Frame.IShowsRefusals
{
    public LineageActKind Act { get; private set; }

    [BindProperty]
    public LineageForm Input { get; set; } = new();

    public AgencyRegister.Found? Register { get; private set; }

    /// <summary>To be read before it is recorded; empty while the form is being filled in.</summary>
    public IReadOnlyList<Bilingual> Consequences { get; private set; } = [];

    public string? Seen { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string?[] from, CancellationToken ct)
    {
        if (!await ReadAsync(kind, ct) || Register is not { } found)
            return NotFound();
        Input.From = [.. from.OfType<string>().Where(found.Agencies.ContainsKey).Take(LineageForm.MostJoined)];
        if (Act == LineageActKind.Move && Input.From is [{ } code])
            (Input.Kind, Input.Group, Input.Parent) = (found.Agencies[code].Kind, found.Agencies[code].Group, found.Agencies[code].Parent);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken ct)
    {
        if (!await ReadAsync(kind, ct) || Register is not { } found)
            return NotFound();
        Input.ReadNames(found);
        var (day, documentDate) = (Day(Input.Day, "Input.Day"), Day(Input.DocumentDate, "Input.DocumentDate"));
        if (day is null || documentDate is null)
            return Shown();
        var outcome = await record.HandleAsync(Input.Wish(Act, day.Value, documentDate.Value), Input.Seen, account.Actor, ct);
        foreach (var fault in outcome.Faults)
        {
            var field = fault.Field
                .Replace("Name.", "Name", StringComparison.Ordinal)
                .Replace("Place.", "", StringComparison.Ordinal);
            ModelState.AddModelError("Input." + field, fault.Sentence.In(Addresses.Language));
        }
        if (outcome.Act is { } act)
            return RedirectToPage("/Agencies/Profile", new { code = act.To.Concat(act.From).First(), recorded = true });
        (Consequences, Seen) = (outcome.Consequences, outcome.Faults.Count > 0 ? null : outcome.Seen);
        return Shown();
    }

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        Register = await register.ReadAsync(ct);
        return Shown();
    }

    private async Task<bool> ReadAsync(string kind, CancellationToken ct)
    {
        if (!Enum.TryParse<LineageActKind>(kind, ignoreCase: true, out var act) || !Enum.IsDefined(act))
            return false;
        (Act, Register) = (act, await register.ReadAsync(ct));
        return true;
    }

    private PageResult Shown()
    {
        Input.OfferLines(Act);
        return Page();
    }

    private DateOnly? Day(string? typed, string field)
    {
        var reading = TypedDate.Read(typed);
        if (reading.Refusal is { } refusal)
            ModelState.AddModelError(field, refusal.In(Addresses.Language));
        return reading.Day;
    }
}
