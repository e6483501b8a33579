namespace DaNangDxIndex.Assessments;

/// <summary>
/// Saves the sentences that a form brings along with its figures: to warnings, and to what was given back. Those that stand on the form as
/// in the store are left alone.
/// </summary>
public sealed class SentencesOnForm(ClarifyDoubts clarify, AnswerReturned answerReturned, CurrentAccount account)
{
    /// <summary>What did not go in: sentences to warnings by doubt, answers by criterion.</summary>
    public async Task<(IReadOnlyDictionary<string, Bilingual> Unsaid, IReadOnlyDictionary<string, Bilingual> Unanswered)> SaveAsync(
        AssessmentSheet sheet, IFormCollection form, CancellationToken ct)
    {
        var (clarified, unsaid) = await ClarifyAsync(sheet, form, ct);
        return (unsaid, await AnswerAsync(clarified, form, ct));
    }

    /// <summary>Sentences to warnings that stand otherwise on the form than in the store.</summary>
    private async Task<(AssessmentSheet Sheet, IReadOnlyDictionary<string, Bilingual> Refused)> ClarifyAsync(
        AssessmentSheet sheet, IFormCollection form, CancellationToken ct)
    {
        var sentences = PostedFields.Sentences(form).Where(sentence => Differs(sheet, sentence)).ToList();
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        return sentences.Count > 0 && await clarify.HandleAsync(new(year, agency, sentences), account.Actor, ct) is { } outcome
            ? (outcome.Sheet, Refused(outcome.Refused, outcome.Conflicts.Keys))
            : (sheet, Refused([], []));
    }

    /// <summary>Sentences to what was given back that stand otherwise on the form than in the store.</summary>
    private async Task<IReadOnlyDictionary<string, Bilingual>> AnswerAsync(
        AssessmentSheet sheet, IFormCollection form, CancellationToken ct)
    {
        var sentences = PostedFields.Answers(form).Where(posted =>
            (sheet.Assessment.Answers.GetValueOrDefault(posted.Criterion)?.Sentence ?? "") != (posted.Text?.Trim() ?? "")).ToList();
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        return sentences.Count > 0 && await answerReturned.HandleAsync(new(year, agency, sentences), account.Actor, ct) is { } outcome
            ? Refused(outcome.Refused, outcome.Conflicts.Keys)
            : Refused([], []);
    }

    private static Dictionary<string, Bilingual> Refused(
        IEnumerable<KeyValuePair<string, Bilingual>> refused, IEnumerable<string> overtaken) =>
        refused.Concat(overtaken.Select(key => KeyValuePair.Create(key, Overtaken))).ToDictionary(StringComparer.Ordinal);

    private static Bilingual Overtaken => new(
        "Nội dung này đã được sửa sau khi bạn mở trang, do người khác hoặc do bạn ở cửa sổ khác. Xem nội dung đã lưu rồi lưu lại.",
        "This text has changed since you opened the page, by someone else or by you in another window. Read what is saved, "
        + "then save again.");

    private static bool Differs(AssessmentSheet sheet, ClarifyDoubts.Sentence posted) =>
        (sheet.Doubts.FirstOrDefault(doubt => doubt.Key == posted.Doubt) is { } doubt && sheet.IsAnswered(doubt)
            ? sheet.Clarifications[doubt.Key].Sentence : "") != (posted.Text?.Trim() ?? "");
}
