using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Answers in words what was given back, where what was declared is right; a blank sentence is taken away. What somebody else wrote
/// meanwhile stays and is told.
/// </summary>
public sealed class AnswerReturned(DxIndexDb db, AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, IReadOnlyList<Sentence> Sentences);

    public sealed record Sentence(string Criterion, string? Text, int Version) : TypedSentence(Text, Version);

    /// <returns>Null where there is no such assessment, or it has no such criterion.</returns>
    /// <exception cref="RuleViolation">This person may not enter now, or a criterion was not given back.</exception>
    public async Task<SentencesKept?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindLockedAsync(command.Year, command.Agency, ct) is not { } sheet
            || command.Sentences.Any(sentence => sheet.Form.Lines.All(line => line.Criterion.Code != sentence.Criterion)))
        {
            return null;
        }
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, clock.GetUtcNow());
        db.Attach(sheet.Assessment);
        var refused = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        var conflicts = new Dictionary<string, StandingSentence>(StringComparer.Ordinal);
        foreach (var sentence in command.Sentences)
        {
            if (sentence.Said?.Length > AnswerToReturn.Longest)
                refused[sentence.Criterion] = TooLong;
            else if (Write(act, sheet, sentence, actor) is { } theirs)
                conflicts[sentence.Criterion] = new(theirs.Sentence, theirs.Version);
        }

        await act.KeepAsync(ct);
        return new SentencesKept(sheet, refused, conflicts);
    }

    internal static Bilingual TooLong => new(
        $"Rút ngắn nội dung trả lời còn tối đa {AnswerToReturn.Longest} ký tự.",
        $"Shorten the answer to at most {AnswerToReturn.Longest} characters.");

    /// <returns>The answer that stands in the way, or null.</returns>
    private AnswerToReturn? Write(Act act, AssessmentSheet sheet, Sentence sentence, Actor actor)
    {
        var assessment = sheet.Assessment;
        var written = assessment.Answers.GetValueOrDefault(sentence.Criterion);
        if (sentence.Repeats(written?.Sentence))
            return null;
        if (sentence.IsOvertakenBy(written?.Version))
            return written;
        assessment.Answer(sentence.Criterion, sentence.Said, sheet.Edition, actor, clock.GetUtcNow());
        act.Tell(
            "assessment.answer-return", $"{sheet.Subject}/criteria/{sentence.Criterion}",
            new { answer = written?.Sentence }, new { answer = sentence.Said });
        return null;
    }
}
