using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Saves one figure (a field that saves itself, a program) or a whole form (the save button). Good fields are saved, refused ones are
/// not, and a field that was changed meanwhile is left as it is and told.
/// </summary>
public sealed class DeclareFigures(DxIndexDb db, AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    /// <param name="Language">The language in which numbers were typed; null for invariant text.</param>
    public sealed record Command(int Year, string Agency, IReadOnlyList<Field> Fields, string? Language)
    {
        /// <summary>Nothing is saved unless every field can be: of a file.</summary>
        public bool AllOrNothing { get; init; }
    }

    /// <param name="Version">The version of the value this one replaces; 0 where there was none.</param>
    public sealed record Field(string Figure, string? Text, int Version);

    /// <summary>The sheet after saving, and what did not go in, by figure.</summary>
    public sealed record Outcome(
        AssessmentSheet Sheet, IReadOnlyDictionary<string, Bilingual> Refused, IReadOnlyDictionary<string, Conflict> Conflicts);

    /// <param name="IsOwn">Whoever saves saved it as well: in another window, or on another device.</param>
    public sealed record Conflict(FigureEntry Theirs, string? By, bool IsOwn);

    /// <returns>Null where the assessment or one of the figures is not there.</returns>
    /// <exception cref="RuleViolation">This person may not enter now.</exception>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindLockedAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var asked = sheet.Form.Asked.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        if (!command.Fields.All(field => asked.ContainsKey(field.Figure)))
            return null;
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, clock.GetUtcNow());
        var refused = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        var conflicts = new Dictionary<string, Conflict>(StringComparer.Ordinal);
        foreach (var field in command.Fields)
        {
            var reading = TypedFigure.Read(asked[field.Figure], field.Text, command.Language);
            if (reading.Refusal is not null)
                refused[field.Figure] = reading.Refusal;
            else if (Declare(act, sheet, asked[field.Figure], reading.Value, field.Version, actor) is { } theirs)
                conflicts[field.Figure] = new(theirs, await NameAsync(theirs.DeclaredBy, ct), theirs.DeclaredBy == actor.Account);
        }
        if (command.AllOrNothing && refused.Count + conflicts.Count > 0)
            return new(sheet, refused, conflicts);
        await ReopenVerdictsAsync(sheet, [.. db.ChangeTracker.Entries<FigureEntry>().Select(changed => changed.Entity.Figure)], ct);
        await act.KeepAsync(ct);
        return new(sheet, refused, conflicts);
    }

    /// <returns>The value that stands in the way, or null. The same value again is no change, whatever version was seen.</returns>
    private FigureEntry? Declare(Act act, AssessmentSheet sheet, Figure figure, FigureValue? value, int version, Actor actor)
    {
        var entry = sheet.Entries.GetValueOrDefault(figure.Code);
        var text = value?.Write(figure);
        if (string.Equals(entry?.Declared, text, StringComparison.Ordinal))
            return null;
        if (entry is not null && entry.Version != version)
            return entry;
        if (entry is null)
            db.Add(sheet.Entries[figure.Code] = entry = new(sheet.Assessment.Year, sheet.Assessment.Agency, figure.Code));
        else
            db.Attach(entry);
        act.Tell("figure.declare", $"{sheet.Subject}/figures/{figure.Code}", new { declared = entry.Declared }, new { declared = text });
        entry.Declare(text, actor.Account, clock.GetUtcNow());
        return null;
    }

    /// <summary>What was given back may have verdicts already; those that read what changes now have to be looked at again.</summary>
    private async Task ReopenVerdictsAsync(AssessmentSheet sheet, List<string> changed, CancellationToken ct)
    {
        if ((sheet.Assessment.State == AssessmentState.Returned || sheet.Assessment.CompletesBy is not null) && changed.Count > 0)
            AppraisalRules.GoStale(sheet.Set, await db.Set<Verdict>()
                .Where(verdict => verdict.Year == sheet.Assessment.Year && verdict.Agency == sheet.Assessment.Agency)
                .ToListAsync(ct), changed);
    }

    private async Task<string?> NameAsync(Guid? account, CancellationToken ct) =>
        await db.Set<Account>().Where(person => person.Id == account).Select(person => person.FullName).SingleOrDefaultAsync(ct);
}
