using System.Text.Json;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Who entered what for the figures of a criterion, newest first, as the trail holds it. What appraisers did is not told here.
/// </summary>
public sealed class FigureHistory(DxIndexDb db)
{
    private const int Most = 30;

    /// <param name="Before">In words; "–" for a blank.</param>
    public sealed record Change(Figure Figure, DateTimeOffset At, string By, string Before, string After);

    public async Task<IReadOnlyList<Change>> OfAsync(AssessmentSheet sheet, EntryForm.Line line, CancellationToken ct)
    {
        var subjects = line.Asked.ToDictionary(figure => $"{sheet.Subject}/figures/{figure.Code}", StringComparer.Ordinal);
        var known = subjects.Keys.ToList();
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => known.Contains(entry.Subject) && entry.Verb.StartsWith("figure.") && entry.After != null
                && entry.Verb != "figure.accept" && entry.Verb != "figure.correct")
            .OrderByDescending(entry => entry.Number).Take(Most).ToListAsync(ct);
        return
        [
            .. from entry in entries
               let figure = subjects[entry.Subject]
               let before = Declared(entry.Before)
               let after = Declared(entry.After)
               where before.Told || after.Told
               select new Change(figure, entry.At, entry.AccountName, InWords(figure, before.Text), InWords(figure, after.Text)),
        ];

        string InWords(Figure figure, string? text) => FigureInWords.Value(sheet.Set, figure, text, new("–", "–")).ForReader();
    }

    /// <summary>The declared value that an entry tells of; a value that was blanked is told and null.</summary>
    private static (bool Told, string? Text) Declared(string? json) =>
        json is not null && JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.Object } values
            && values.TryGetProperty("declared", out var declared)
            ? (true, declared.ValueKind == JsonValueKind.String ? declared.GetString() : null)
            : (false, null);
}
