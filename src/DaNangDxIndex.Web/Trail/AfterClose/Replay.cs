using System.Text.Json;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Trail.AfterClose;

/// <summary>
/// Takes an agency's changes back one by one, the newest first, and so tells what each did to its total. The effects add up to the
/// difference between the total now and the total at the deadline. What hangs on other agencies (the best of the group) is left out.
/// </summary>
internal sealed class Replay
{
    private readonly AssessmentSheet _sheet;
    private readonly Dictionary<string, string?> _figures;
    private readonly Dictionary<string, Decided> _decisions;
    private readonly IReadOnlyDictionary<string, Decided> _firstRound;
    private readonly Dictionary<string, Clarification> _said;
    private readonly bool _isJudged;

    /// <param name="verdicts">Of both rounds; none before anybody has judged: then the agency's own total is meant.</param>
    public Replay(AssessmentSheet sheet, IReadOnlyList<Verdict> verdicts)
    {
        (_sheet, _isJudged) = (sheet, verdicts.Count > 0);
        _figures = sheet.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.InForce, StringComparer.Ordinal);
        _said = new(sheet.Clarifications, StringComparer.Ordinal);
        _decisions = VerdictsInForce.Decisions(verdicts).ToDictionary(StringComparer.Ordinal);
        _firstRound = VerdictsInForce.Decisions(verdicts.Where(verdict => verdict.Round == 1));
    }

    /// <returns>Null for an act that changes no points by itself.</returns>
    public Fraction? TakeBack(AuditEntry entry)
    {
        var subject = AuditSubject.Of(entry.Subject);
        var after = Total();
        if (subject.Figure is not null && entry.Verb == "figure.clarify")
            Unsay(entry);
        else if (subject.Figure is { } figure && entry.Verb.StartsWith("figure.", StringComparison.Ordinal))
            _figures[figure] = InForce(entry.Before);
        else if (subject.Criterion is { } criterion && entry.Verb is "verdict.decide" or "reading.agree" or "reading.settle")
            TakeBack(criterion, entry);
        else if (entry.Verb == "verdict.accept-remaining")
            Names(entry.After, "criteria").ForEach(code => Leave(code, entry));
        else
            return null;
        return after - Total();
    }

    /// <summary>Until it was said why a part lies above its whole, the agency gave itself nothing for it.</summary>
    private void Unsay(AuditEntry entry)
    {
        if (Doubts(Values()).FirstOrDefault(doubt => doubt.Sentence.Vi == Text(entry.Before, "warning")) is not { } doubt)
            return;
        if (Text(entry.Before, "sentence") is not { } sentence)
            _said.Remove(doubt.Key);
        else if (!_said.ContainsKey(doubt.Key))
            (_said[doubt.Key] = new(_sheet.Assessment.Year, _sheet.Assessment.Agency, doubt.Key))
                .Write(doubt, sentence, entry.AccountId ?? default, entry.At);
    }

    private void TakeBack(string criterion, AuditEntry entry)
    {
        if (Text(entry.Before, "decision") is not { } word || !Enum.TryParse<VerdictDecision>(word, ignoreCase: true, out var decision))
            Leave(criterion, entry);
        else if (decision == VerdictDecision.Accept && Text(entry.Before, "reason") is null)
            _decisions.Remove(criterion);
        else
            _decisions[criterion] = new(decision, Fraction.TryParse(Text(entry.Before, "points"), out var points) ? points : default);
    }

    /// <summary>Before the first verdict of the second round that of the first stood, which nothing has changed since.</summary>
    private void Leave(string criterion, AuditEntry entry)
    {
        if (Text(entry.After, "round") == "2" && _firstRound.TryGetValue(criterion, out var earlier))
            _decisions[criterion] = earlier;
        else
            _decisions.Remove(criterion);
    }

    private Fraction Total()
    {
        var figures = Values();
        var input = _sheet.Input(figures) with { Decisions = _decisions.ToDictionary(StringComparer.Ordinal) };
        return (_isJudged
            ? _sheet.Scorer.Appraise(input, null)
            : _sheet.Scorer.SelfAssess(input with { Answered = Assessments.Doubts.Answered(_sheet.Form, Doubts(figures), _said) })).Total;
    }

    private IReadOnlyDictionary<string, FigureValue> Values() =>
        FigureReadings.Of(_sheet.Set.Figures, figure => _figures.GetValueOrDefault(figure.Code)).Values;

    private IReadOnlyList<Doubt> Doubts(IReadOnlyDictionary<string, FigureValue> figures) =>
        Assessments.Doubts.Of(_sheet.Form, figures, _sheet.ComparedWith);

    /// <summary>A correction without a value holds that there is none.</summary>
    private static string? InForce(string? told) =>
        Text(told, "accepted") ?? (Text(told, "correctionReason") is null ? Text(told, "declared") : null);

    private static string? Text(string? json, string name) => Member(json, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static List<string> Names(string? json, string name) => Member(json, name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(item => item.GetString()).OfType<string>()]
        : [];

    private static JsonElement? Member(string? json, string name) =>
        json is not null && JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty(name, out var member) ? member : null;
}
