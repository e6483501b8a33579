using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>Lays a component of a sheet out as a form: each figure once, the rule in words, points as they stand.</summary>
public sealed class ComponentForms(AssessmentWords words, FigureFields fields, Addresses addresses)
{
    /// <param name="show">What of the component is shown.</param>
    /// <param name="posted">What was typed and did not go in, by figure; stays in its field.</param>
    public ComponentForm Of(
        AssessmentSheet sheet, Component component, EntryShow show, bool readOnly, DeclareFigures.Command? posted = null,
        DeclareFigures.Outcome? outcome = null, IReadOnlyDictionary<string, JoinedOffer>? left = null)
    {
        var method = sheet.Set.Method;
        var input = sheet.Input();
        var scorecard = sheet.Scorer.SelfAssess(input);
        var filter = new EntryFilter(sheet);
        var doubts = sheet.Doubts.Where(doubt => doubt.Component == component)
            .Select(doubt => ShownDoubt.Of(sheet, doubt, addresses)).ToList();
        var page = new ComponentPage(sheet, component, filter.Returned, doubts, readOnly, posted, outcome, left);
        // What was refused stays in sight, whatever is shown.
        var items = sheet.Form.LinesOf(component)
            .Select(line => line.Asked.Any(figure => IsRefused(outcome, figure)) ? line : filter.Of(line, show)).OfType<EntryForm.Line>()
            .Select(line => Item(page, line, scorecard.Criteria.First(result => result.Criterion == line.Criterion), input));
        var (points, maximum) = PrintedPoints.Self(sheet.Set, scorecard.Components.First(result => result.Component == component));
        return new(component, [.. items], points, maximum, TotalOnPage.Of(words["Points.Total"], scorecard, method))
        {
            Doubts = doubts.FindAll(doubt => doubt.Figure is null),
            LastYear = sheet.Last?.Year,
        };
    }

    private static bool IsRefused(DeclareFigures.Outcome? outcome, Figure figure) =>
        outcome is not null && (outcome.Refused.ContainsKey(figure.Code) || outcome.Conflicts.ContainsKey(figure.Code));

    /// <summary>How the criterion came to its points; nothing while it waits for figures of its own.</summary>
    public static string Explain(AssessmentSheet sheet, CriterionResult result, ScoringInput input) =>
        result.Missing.Count > 0 && result.Points.IsZero ? "" : Explanation.Of(sheet.Set, result, input).Sentence.ForReader();

    private ComponentForm.Item Item(ComponentPage page, EntryForm.Line line, CriterionResult result, ScoringInput input)
    {
        var criterion = line.Criterion;
        var entry = new CriterionEntry(
            criterion.Code,
            criterion.Name.ForReader(),
            criterion.Rule is null ? words["Information"] : Explanation.RuleInWords(page.Sheet.Set, criterion).ForReader(),
            PrintedPoints.Self(page.Sheet.Set, result),
            PrintedPoints.Maximum(page.Sheet.Set, criterion, result.Maximum),
            [.. line.Asked.Select(figure => fields.Of(page, figure, criterion))])
        {
            Explanation = Explain(page.Sheet, result, input),
            LegalBasis = criterion.LegalBasis is { } basis ? basis.ForReader() : null,
            Reads = [.. line.Read.Select(figure => Read(page, figure))],
            Guidance = criterion.Guidance is { } guidance ? guidance.ForReader() : null,
            ToMend = page.Returned.GetValueOrDefault(criterion.Code),
            Answer = ShownAnswer.Of(page.Sheet, criterion.Code, page.Returned, addresses),
        };
        return new(
            entry, page.Sheet.Requests.GetValueOrDefault(criterion.Code)?.Reason,
            criterion.Rule is not null && page.Component.Block == Block.Base,
            page.Doubts.FindAll(doubt => line.Asked.Any(figure => figure.Code == doubt.Figure)));
    }

    private CriterionEntry.Read Read(ComponentPage page, Figure figure)
    {
        var value = page.Sheet.Value(figure);
        if (figure.Source != FigureSource.Agency)
            return new(figure.Name.ForReader(), value is null
                ? words["NotProvided"]
                : words.ShowWithUnit(figure, value), words[$"Source.{figure.Source}"]);
        var line = page.Sheet.Form.LineOf(figure.Code);
        var shown = value is null ? words["NotEntered"] : words.ShowWithUnit(figure, value);
        var where = line?.Component == page.Component
            ? words["AskedAbove", line.Criterion.Code]
            : words["AskedIn", line is null ? "" : line.Component.Name.ForReader()];
        var field = ErrorSummary.FieldId($"Figures[{figure.Code}]");
        return new(figure.Name.ForReader(), shown, where, line is null
            ? null
            : $"{addresses.Page(AssessmentPath.Component(page.Sheet, line.Component))}#{field}");
    }
}
