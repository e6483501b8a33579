using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Commitments;

/// <summary>
/// The agency changes its figures and sees what they would come to, by the same rules as its way to the next tier. Nothing is kept. With
/// script the outcome follows what is typed; without, a button asks for it.
/// </summary>
[Authorize(Policies.AgencyStaff)]
public sealed class WhatIfModel(Outlooks outlooks, AssessmentWords words, Addresses addresses) : PageModel
{
    /// <param name="Text">As typed, or as the figure was.</param>
    /// <param name="Fault">Why it cannot be reckoned with; null where it can.</param>
    public sealed record Field(Figure Figure, string? Text, string Was, Bilingual? Fault, bool Changed);

    private Outlooks.Found? _found;
    private readonly Dictionary<string, FigureValue?> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Text, Bilingual? Fault)> _typed = new(StringComparer.Ordinal);

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public Outlooks.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a result.");

    public CriteriaSet Rules => Found.Outlook.Rules;

    public TriedFigures Now => Found.Outlook.Now;

    public TriedFigures Tried { get; private set; } = null!;

    public bool IsChanged => _changes.Count > 0;

    public string Way => addresses.Page(CommitmentPath.Way(Year, Agency));

    /// <summary>The form as it was before anything was changed.</summary>
    public string Here => addresses.Page(CommitmentPath.WhatIf(Year, Agency));

    /// <summary>Figures that the component's rules read, each under the first that reads it.</summary>
    public IReadOnlyList<(Component Component, IReadOnlyList<Field> Fields)> Parts { get; private set; } = [];

    /// <summary>Criteria whose points would be others.</summary>
    public IEnumerable<(CriterionResult Before, CriterionResult After)> Moved =>
        Now.Card.Criteria.Zip(Tried.Card.Criteria).Where(pair => pair.First.Points != pair.Second.Points);

    /// <param name="set">"code~value", invariant, as a suggestion of the way to the next tier says it.</param>
    public async Task<IActionResult> OnGetAsync(string?[] set, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } outlook)
            return NotFound();
        foreach (var parts in set.OfType<string>().Take(100).Select(typed => typed.Split('~', 2)).Where(parts => parts.Length == 2))
        {
            if (outlook.Rules.Figure(parts[0]) is { } figure && FigureValue.Read(figure, parts[1]).Value is { } value)
                Take(figure, AssessmentWords.Typed(figure, value));
        }

        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } outlook)
            return NotFound();
        foreach (var figure in outlook.Rules.Figures)
        {
            if (Request.Form.TryGetValue($"Figures[{figure.Code}]", out var text))
                Take(figure, text);
        }

        var answer = Show();
        foreach (var (code, typed) in _typed)
        {
            if (typed.Fault is { } fault)
                ModelState.AddModelError($"Figures[{code}]", $"{Rules.Figure(code)?.Name.ForReader()}: {fault.ForReader()}");
        }

        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return answer;
    }

    private async Task<Outlook?> FindAsync(CancellationToken ct) => (_found = await outlooks.FindAsync(Year, Agency, ct))?.Outlook;

    private void Take(Figure figure, string? text)
    {
        var reading = TypedFigure.Read(figure, text, AssessmentWords.Language);
        _typed[figure.Code] = (text, reading.Refusal);
        FigureValue? was = Found.Outlook.Figures.TryGetValue(figure.Code, out var had) ? had : null;
        if (reading.Refusal is null && reading.Value != was)
            _changes[figure.Code] = reading.Value;
    }

    private PageResult Show()
    {
        Tried = Found.Outlook.Try(_changes);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Parts = [.. Rules.Components.Select(component => (component, (IReadOnlyList<Field>)[.. component.Criteria
            .SelectMany(criterion => criterion.Rule?.Figures ?? []).Where(seen.Add).Select(Rules.Figure).OfType<Figure>()
            .Select(FieldOf)])).Where(part => part.Item2.Count > 0)];
        return Page();
    }

    private Field FieldOf(Figure figure)
    {
        FigureValue? was = Found.Outlook.Figures.TryGetValue(figure.Code, out var had) ? had : null;
        var typed = _typed.TryGetValue(figure.Code, out var found) ? found : (AssessmentWords.Typed(figure, was), null);
        return new(figure, typed.Item1, words.ShowWithUnit(figure, was), typed.Item2, _changes.ContainsKey(figure.Code));
    }
}
