using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>What a page has to show anew after one field of it was saved.</summary>
public sealed class SavedFigures(Addresses addresses, TimeProvider clock)
{
    public SavedFigure Of(AssessmentSheet sheet, Figure figure)
    {
        var entry = sheet.Entries.GetValueOrDefault(figure.Code);
        var component = sheet.Form.LineOf(figure.Code)?.Component ?? throw new ArgumentException(figure.Code, nameof(figure));
        return Of(sheet, component, criterion => criterion.Figures.Contains(figure.Code, StringComparer.Ordinal)) with
        {
            Value = AssessmentWords.Typed(figure, sheet.Value(figure)),
            Version = entry?.Version ?? 0,
            SavedAt = entry?.DeclaredAt is { } at ? VietNamTime.Hour(at) : null,
        };
    }

    public SavedFigure Of(AssessmentSheet sheet, Doubt doubt)
    {
        var said = sheet.Clarifications.GetValueOrDefault(doubt.Key);
        return Of(sheet, doubt.Component, criterion => doubt.Of is { } quantity && quantity.Figures.Any(criterion.Figures.Contains)) with
        {
            Value = sheet.IsAnswered(doubt) ? said?.Sentence : null,
            Version = said?.Version ?? 0,
            SavedAt = said is null ? null : VietNamTime.Hour(said.WrittenAt),
        };
    }

    /// <summary>It changes no points; the page hears how they stand all the same.</summary>
    public SavedFigure OfAnswer(AssessmentSheet sheet, string criterion)
    {
        var component = sheet.Set.ComponentOf(criterion) ?? throw new ArgumentException(criterion, nameof(criterion));
        var answer = sheet.Assessment.Answers.GetValueOrDefault(criterion);
        return Of(sheet, component, _ => false) with
        {
            Value = answer?.Sentence,
            Version = answer?.Version ?? 0,
            SavedAt = answer is null ? null : VietNamTime.Hour(clock.GetUtcNow()),
        };
    }

    private SavedFigure Of(AssessmentSheet sheet, Component component, Func<Criterion, bool> isChanged)
    {
        var (method, values) = (sheet.Set.Method, sheet.Values());
        var doubts = sheet.DoubtsAbout(values);
        var input = sheet.Input(values, doubts);
        var scorecard = sheet.Scorer.SelfAssess(input);
        var (points, maximum) = PrintedPoints.Self(sheet.Set, scorecard.Components.First(result => result.Component == component));
        var asked = sheet.Form.Lines.Select(line => line.Criterion).ToHashSet();
        return new(
            null, 0, null,
            [.. scorecard.Criteria.Where(result => asked.Contains(result.Criterion) && isChanged(result.Criterion))
                .Select(result => Points(sheet, result, input))],
            new(points, maximum),
            new(PrintedPoints.Of(scorecard.Total, method), PrintedPoints.Of(method.Scale, method), PrintedPoints.Beside(scorecard.Open)),
            new(sheet.Filled, sheet.Of, Doubts.Open(doubts, sheet.Clarifications).Count),
            [.. doubts.Where(doubt => doubt.Component == component).Select(doubt => ShownDoubt.Of(sheet, doubt, addresses))]);
    }

    private static SavedFigure.CriterionPoints Points(AssessmentSheet sheet, CriterionResult result, ScoringInput input) => new(
        result.Criterion.Code, PrintedPoints.Self(sheet.Set, result),
        PrintedPoints.Maximum(sheet.Set, result.Criterion, result.Maximum),
        ComponentForms.Explain(sheet, result, input));
}
