using DaNangDxIndex.Accounts;
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
    /// <summary>The most agencies that one merger joins on the form; of the reforms so far none joined more than nine.</summary>
    private const int MostJoined = 20;

    public sealed class Form
    {
        public string? Day { get; set; }

        public string? Document { get; set; }

        public string? DocumentDate { get; set; }

        public List<string?> From { get; set; } = [];

        public string? Heir { get; set; }

        public bool Continues { get; set; }

        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public AgencyKind Kind { get; set; }

        public string? Group { get; set; }

        public string? Parent { get; set; }

        public List<NewForm> New { get; set; } = [];

        /// <summary>What the consequences were when they were read.</summary>
        public string? Seen { get; set; }
    }

    public sealed class NewForm
    {
        public string? Code { get; set; }

        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public AgencyKind Kind { get; set; }

        public string? Group { get; set; }

        public string? Parent { get; set; }

        public bool IsBlank => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(NameVi) && string.IsNullOrWhiteSpace(NameEn);
    }

    public LineageActKind Act { get; private set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public AgencyRegister.Found? Register { get; private set; }

    /// <summary>To be read before it is recorded; empty while the form is being filled in.</summary>
    public IReadOnlyList<Bilingual> Consequences { get; private set; } = [];

    public string? Seen { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string[] from, CancellationToken ct)
    {
        if (!await ReadAsync(kind, ct) || Register is not { } found)
            return NotFound();
        Input.From = [.. from.Where(found.Agencies.ContainsKey).Take(MostJoined)];
        if (Act == LineageActKind.Move && Input.From is [{ } code])
            (Input.Kind, Input.Group, Input.Parent) = (found.Agencies[code].Kind, found.Agencies[code].Group, found.Agencies[code].Parent);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken ct)
    {
        if (!await ReadAsync(kind, ct))
            return NotFound();
        ReadNames();
        var (day, documentDate) = (Day(Input.Day, "Input.Day"), Day(Input.DocumentDate, "Input.DocumentDate"));
        if (day is null || documentDate is null)
            return Shown();
        var outcome = await record.HandleAsync(Wish(day.Value, documentDate.Value), Input.Seen, account.Actor, ct);
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

    /// <summary>Lines that the form offers for agencies to be made.</summary>
    public int NewLines => Act switch
    {
        LineageActKind.Found or LineageActKind.Merge => 1,
        LineageActKind.Split => 6,
        LineageActKind.Rename or LineageActKind.Move or LineageActKind.Dissolve => 0,
    };

    /// <summary>Names that were typed become codes, also on the form that is shown again: the label beside it says whose.</summary>
    private void ReadNames()
    {
        if (Register is not { } found)
            return;
        var agencies = new AgenciesByName([.. found.Agencies.Values]);
        Input.From = [.. Input.From.Take(MostJoined).Select(Code)];
        Input.Heir = Code(Input.Heir);
        (Input.Group, Input.Parent) = (Group(Input.Group), Code(Input.Parent));
        foreach (var entered in Input.New)
            (entered.Group, entered.Parent) = (Group(entered.Group), Code(entered.Parent));

        // What means no agency stays as it was typed: the rules name it.
        string? Code(string? typed) => Maybe(typed) is { } name ? agencies.Find(name) ?? name : null;
        string? Group(string? typed) => Maybe(typed) is { } name ? found.GroupOf(name) : null;
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
        var lines = Act switch
        {
            LineageActKind.Merge => Math.Min(MostJoined, Math.Max(6, Input.From.Count + 2)),
            LineageActKind.Found => 0,
            _ => 1,
        };
        while (Input.From.Count < lines)
            Input.From.Add(null);
        while (Input.New.Count < NewLines)
            Input.New.Add(new());
        return Page();
    }

    private LineageWish Wish(DateOnly day, DateOnly documentDate)
    {
        var entered = Input.New.Take(NewLines).Where(form => !form.IsBlank)
            .Select(form => new NewAgency(
                Trimmed(form.Code), new(Trimmed(form.NameVi), Trimmed(form.NameEn)),
                new(form.Kind, Trimmed(form.Group), form.Parent)));
        return new(Act, day, Trimmed(Input.Document), documentDate)
        {
            From = [.. Input.From.OfType<string>().Distinct(StringComparer.Ordinal)],
            New = Act == LineageActKind.Found && Input.New.TrueForAll(form => form.IsBlank)
                ? [new("", new("", ""), new(AgencyKind.Other, "", null))]
                : [.. entered],
            Heir = Act == LineageActKind.Merge ? Input.Heir : null,
            Continues = Act == LineageActKind.Split && Input.Continues,
            Name = Act == LineageActKind.Rename ? new(Trimmed(Input.NameVi), Trimmed(Input.NameEn)) : null,
            Place = Act == LineageActKind.Move ? new(Input.Kind, Trimmed(Input.Group), Input.Parent) : null,
        };
    }

    private DateOnly? Day(string? typed, string field)
    {
        var reading = TypedDate.Read(typed);
        if (reading.Refusal is { } refusal)
            ModelState.AddModelError(field, refusal.In(Addresses.Language));
        return reading.Day;
    }

    private static string Trimmed(string? typed) => typed?.Trim() ?? "";

    private static string? Maybe(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
