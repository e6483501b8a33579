using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// A page that edits one element of a draft. Saving keeps whatever can be written and then says what still lacks; only what cannot be
/// written at all stays on the page. Who was overtaken sees what stands now, beside what was typed.
/// </summary>
public abstract class DraftElementModel(
    CriteriaDrafts drafts, ChangeCriteria change, CurrentAccount account,
    IStringLocalizer<CriteriaTexts> texts, IReadOnlyList<DraftField> fields)
    : PageModel, IShowsRefusals
{
    private CriteriaDrafts.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Group { get; set; } = "";

    /// <summary>Digest of the element the form was filled in from; empty for a new one.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public CriteriaDrafts.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a group.");

    public DraftForm Form { get; } = new(fields);

    /// <summary>Fields that somebody else has changed meanwhile, as they stand.</summary>
    public IReadOnlyList<(string Label, string Value)> Theirs { get; private set; } = [];

    /// <summary>Problems of the element that belong to no field.</summary>
    public IReadOnlyList<string> Lacks { get; protected set; } = [];

    /// <summary>Code of the element in the address; empty for a new one.</summary>
    protected abstract string Code { get; }

    /// <summary>The element as it stands; null for a new one.</summary>
    protected abstract JsonObject? Stands { get; }

    protected IStringLocalizer Texts => texts;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || (Code.Length > 0 && Stands is null))
            return NotFound();
        if (Stands is { } element)
            Show(element);
        Seen = DraftEdit.DigestOf(Stands);
        Check();
        return Page();
    }

    public virtual string FieldOf(RuleViolation refused) => refused.Code == "criteria.code-taken" ? "code" : "";

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        if (refused is ChangedMeanwhile)
        {
            Theirs = TheirsOf(Stands);
            Seen = DraftEdit.DigestOf(Stands);
        }

        Check();
        return Page();
    }

    protected async Task<bool> FindAsync(CancellationToken ct) => (_found = await drafts.FindAsync(Year, Group, ct)) is not null;

    protected virtual void Show(JsonObject element) => Form.Read(element);

    /// <summary>Puts what the file's checks say of the element beside its fields.</summary>
    protected abstract void Check();

    /// <summary>Makes the change; the page of the element follows, or that of the set.</summary>
    protected async Task<IActionResult> KeepAsync(DraftEdit edit, string? stay, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            if (!await FindAsync(ct))
                return NotFound();
            Check();
            return Page();
        }

        return await change.HandleAsync(Year, Group, edit, account.Actor, ct) is null
            ? NotFound()
            : Redirect(PathOf(stay is null ? "" : $"/{stay}") + "?saved=true");
    }

    /// <summary>Once, however often the element is written: to be saved, and to be shown again.</summary>
    protected void Fault(string field, string sentence)
    {
        if (ModelState[field]?.Errors.Any(error => string.Equals(error.ErrorMessage, sentence, StringComparison.Ordinal)) is not true)
            ModelState.AddModelError(field, sentence);
    }

    protected string Words(CriteriaProblem problem) => ProblemWords.In(problem, texts);

    /// <summary>Codes are the one thing that a draft always has.</summary>
    protected string RequiredCode()
    {
        var code = Form["code"];
        if (code.Length == 0)
            Fault("code", texts["Error.CodeMissing"]);
        else if (!CodeForm.Fits(code))
            Fault("code", CodeForm.Rule.In(Tenancy.Addresses.Language));
        return code;
    }

    private string PathOf(string below) => $"{Request.PathBase}/editions/{Year}/criteria/{Group}{below}";

    private List<(string Label, string Value)> TheirsOf(JsonObject? element)
    {
        var theirs = new DraftForm(fields);
        if (element is not null)
            theirs.Read(element);
        return [.. fields.Where(field => theirs[field.Path] != Form[field.Path])
            .Select(field => (LabelOf(field.Path), theirs[field.Path]))];
    }

    private string LabelOf(string path) => path.Split('.') is [.. var text, "vi" or "en"]
        ? $"{texts[$"Field.{string.Join('.', text)}"]} ({texts[$"Language.{path[^2..]}"]})"
        : texts[$"Field.{path}"];
}
