using System.Text.Json;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Who entered what for the figures of a criterion, and answered what was given back in it, newest first, as the trail holds it. What
/// appraisers did is not told here.
/// </summary>
public sealed class FigureHistory(DxIndexDb db)
{
    private const int Most = 30;

    private const string Answered = "assessment.answer-return";

    private static readonly Bilingual Answer = new("Trả lời nội dung được yêu cầu chỉnh sửa", "Answer to what was sent back");

    /// <param name="Of">The figure, or the answer.</param>
    /// <param name="Before">In words; "–" for a blank.</param>
    public sealed record Change(Bilingual Of, DateTimeOffset At, string By, string Before, string After);

    public async Task<IReadOnlyList<Change>> OfAsync(AssessmentSheet sheet, EntryForm.Line line, CancellationToken ct)
    {
        var subjects = line.Asked.ToDictionary(figure => $"{sheet.Subject}/figures/{figure.Code}", StringComparer.Ordinal);
        var known = subjects.Keys.ToList();
        var criterion = $"{sheet.Subject}/criteria/{line.Criterion.Code}";
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => (entry.Subject == criterion && entry.Verb == Answered)
                || (known.Contains(entry.Subject) && entry.Verb.StartsWith("figure.") && entry.After != null
                    && entry.Verb != "figure.accept" && entry.Verb != "figure.correct"))
            .OrderByDescending(entry => entry.Number).Take(Most).ToListAsync(ct);
        return
        [
            .. from entry in entries
               let figure = subjects.GetValueOrDefault(entry.Subject)
               let member = figure is null ? "answer" : "declared"
               let before = Told(entry.Before, member)
               let after = Told(entry.After, member)
               where before.Told || after.Told
               select new Change(
                   figure?.Name ?? Answer, entry.At, entry.AccountName, InWords(figure, before.Text), InWords(figure, after.Text)),
        ];

        string InWords(Figure? figure, string? text) =>
            figure is null ? text ?? "–" : FigureInWords.Value(sheet.Set, figure, text, new("–", "–")).ForReader();
    }

    /// <summary>The value that an entry tells of; a value that was blanked is told and null.</summary>
    private static (bool Told, string? Text) Told(string? json, string member) =>
        json is not null && JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.Object } values
            && values.TryGetProperty(member, out var told)
            ? (true, told.ValueKind == JsonValueKind.String ? told.GetString() : null)
            : (false, null);
}
