using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Writes the agency's sentences to warnings about its figures; a blank one is taken away. What somebody else wrote meanwhile stays and is
/// told, and a warning that is gone by now asks for nothing.
/// </summary>
public sealed class ClarifyDoubts(DxIndexDb db, AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, IReadOnlyList<Sentence> Sentences);

    /// <param name="Doubt">Key of the warning.</param>
    public sealed record Sentence(string Doubt, string? Text, int Version) : TypedSentence(Text, Version);

    /// <returns>Null where there is no such assessment.</returns>
    /// <exception cref="RuleViolation">This person may not enter now.</exception>
    public async Task<SentencesKept?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindLockedAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, clock.GetUtcNow());
        var refused = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        var conflicts = new Dictionary<string, StandingSentence>(StringComparer.Ordinal);
        var warnings = sheet.Doubts.Where(doubt => !doubt.IsError).ToDictionary(doubt => doubt.Key, StringComparer.Ordinal);
        foreach (var sentence in command.Sentences)
        {
            if (!warnings.TryGetValue(sentence.Doubt, out var doubt))
                continue;
            if (sentence.Said?.Length > Clarification.Longest)
                refused[sentence.Doubt] = TooLong;
            else if (Write(act, sheet, doubt, sentence, actor) is { } theirs)
                conflicts[sentence.Doubt] = new(theirs.Sentence, theirs.Version);
        }

        await act.KeepAsync(ct);
        return new SentencesKept(sheet, refused, conflicts);
    }

    private static Bilingual TooLong => new(
        $"Rút ngắn thuyết minh còn tối đa {Clarification.Longest} ký tự.",
        $"Shorten the explanation to at most {Clarification.Longest} characters.");

    /// <returns>The sentence that stands in the way, or null.</returns>
    private Clarification? Write(Act act, AssessmentSheet sheet, Doubt doubt, Sentence sentence, Actor actor)
    {
        var said = sheet.Clarifications.GetValueOrDefault(doubt.Key);
        var before = sheet.IsAnswered(doubt) ? said?.Sentence : null;
        if (sentence.Repeats(before))
            return null;
        if (sentence.IsOvertakenBy(said?.Version))
            return said;
        var after = sentence.Said;
        if (after is null)
            db.Remove(Forget(sheet, doubt.Key));
        else if (said is null)
            db.Add(sheet.Clarifications[doubt.Key] = said = new(sheet.Assessment.Year, sheet.Assessment.Agency, doubt.Key));
        else
            db.Attach(said);
        if (after is not null)
            said?.Write(doubt, after, actor.Account, clock.GetUtcNow());
        var place = doubt.Figure is { } figure ? $"figures/{figure.Code}" : $"components/{doubt.Component.Code}";
        act.Tell(
            "figure.clarify", $"{sheet.Subject}/{place}",
            new { warning = doubt.Sentence.Vi, sentence = before }, new { warning = doubt.Sentence.Vi, sentence = after });
        return null;
    }

    private static Clarification Forget(AssessmentSheet sheet, string doubt) =>
        sheet.Clarifications.Remove(doubt, out var said) ? said : throw new InvalidOperationException(doubt);
}
