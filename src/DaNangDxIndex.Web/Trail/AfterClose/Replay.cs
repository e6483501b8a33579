using System.Text.Json;
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
    private readonly bool _isJudged;

    /// <param name="decisions">Of the verdicts in force; null before anybody has judged: then the agency's own total is meant.</param>
    public Replay(AssessmentSheet sheet, IReadOnlyDictionary<string, Decided>? decisions)
    {
        (_sheet, _isJudged) = (sheet, decisions is not null);
        _figures = sheet.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.InForce, StringComparer.Ordinal);
        _decisions = decisions?.ToDictionary(StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
    }

    /// <returns>Null for an act that changes no points by itself.</returns>
    public Fraction? TakeBack(AuditEntry entry)
    {
        var subject = AuditSubject.Of(entry.Subject);
        var after = Total();
        if (subject.Figure is { } figure && entry.Verb.StartsWith("figure.", StringComparison.Ordinal))
            _figures[figure] = InForce(entry.Before);
        else if (subject.Criterion is { } criterion && entry.Verb == "verdict.decide")
            TakeBack(criterion, entry.Before);
        else if (entry.Verb == "verdict.accept-remaining")
            Names(entry.After, "criteria").ForEach(code => _decisions.Remove(code));
        else
            return null;
        return after - Total();
    }

    private void TakeBack(string criterion, string? before)
    {
        if (Text(before, "decision") is { } word && Enum.TryParse<VerdictDecision>(word, ignoreCase: true, out var decision))
            _decisions[criterion] = new(decision, Fraction.TryParse(Text(before, "points"), out var points) ? points : default);
        else
            _decisions.Remove(criterion);
    }

    private Fraction Total()
    {
        var figures = FigureReadings.Of(_sheet.Set.Figures, figure => _figures.GetValueOrDefault(figure.Code)).Values;
        var input = _sheet.Input(figures) with { Decisions = _decisions.ToDictionary(StringComparer.Ordinal) };
        return (_isJudged ? _sheet.Scorer.Appraise(input, null) : _sheet.Scorer.SelfAssess(input)).Total;
    }

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
