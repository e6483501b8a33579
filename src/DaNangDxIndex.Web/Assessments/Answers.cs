using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments;

/// <summary>A sheet read as answers: what was given per component, what is blank, what changed. Links lead to the field.</summary>
public sealed class Answers(AssessmentWords words, Addresses addresses)
{
    private const int Few = 10;

    public IReadOnlyList<SummaryList> ByComponent(AssessmentSheet sheet, Scorecard scorecard, bool mayChange) =>
        [.. sheet.Form.Components.Select(component => List(sheet, component, scorecard, mayChange)).Where(list => list.Rows.Count > 0)];

    /// <summary>Figures that are blank: by name where they are few, else counted by component.</summary>
    public IReadOnlyList<(string Name, string Href)> Blanks(AssessmentSheet sheet)
    {
        var blank = sheet.Form.Asked.Where(figure => sheet.Stored(figure) is null).ToList();
        return blank.Count <= Few
            ? [.. blank.Select(figure => (figure.Name.ForReader(), Href(sheet, figure, figure.Code)))]
            : [.. from figure in blank
                  group figure by sheet.Form.LineOf(figure.Code)?.Component into among
                  where among.Key is not null
                  select (words["Missing.Component", among.Key.Name.ForReader(), among.Count()], addresses.Page(
                      AssessmentPath.Component(sheet, among.Key, EntryShow.Missing)))];
    }

    public static IReadOnlyList<SummaryList.Row> Requests(AssessmentSheet sheet) =>
        [.. sheet.Requests.Values.Select(request => new SummaryList.Row(Name(sheet, request.Criterion), request.Reason))];

    /// <summary>What was said to criteria that were given back.</summary>
    public static IReadOnlyList<SummaryList.Row> ToReturns(AssessmentSheet sheet) =>
        [.. sheet.Assessment.Answers.Select(answer => new SummaryList.Row(Name(sheet, answer.Key), answer.Value.Sentence))];

    public IReadOnlyList<SummaryList.Row> Changes(AssessmentSheet sheet, IEnumerable<Declaration.Change> changes) =>
        [.. changes.Select(change =>
        {
            var figure = change.Of == Declaration.ChangeOf.Figure ? sheet.Set.Figure(change.Code) : null;
            var name = figure is not null ? figure.Name.ForReader() : change.Of switch
            {
                Declaration.ChangeOf.Clarification => NameOfDoubt(sheet, change.Code),
                Declaration.ChangeOf.Answer => words["Answer.Of", Name(sheet, change.Code)],
                _ => Name(sheet, change.Code),
            };
            return new SummaryList.Row(name, change.Of == Declaration.ChangeOf.Evidence
                ? words["Changed.Evidence"]
                : words["Changed", Show(figure, change.Before), Show(figure, change.After)]);
        })];

    private SummaryList List(AssessmentSheet sheet, Component component, Scorecard scorecard, bool mayChange)
    {
        var (points, maximum) = PrintedPoints.Self(sheet.Set, scorecard.Components.First(result => result.Component == component));
        var heading = words["Check.Component", component.Name.ForReader(), points, maximum];
        return new(heading, [.. sheet.Form.LinesOf(component).SelectMany(line => line.Asked).Select(figure => new SummaryList.Row(
            figure.Name.ForReader(),
            sheet.Value(figure) is { } value ? words.ShowWithUnit(figure, value) : null,
            mayChange ? Href(sheet, figure, back: figure.Code) : null) { Id = SummaryList.IdOf(figure.Code) })]);
    }

    /// <summary>Where a doubt can be mended or answered, and back.</summary>
    public string Href(AssessmentSheet sheet, Doubt doubt)
    {
        var figure = doubt.Figure ?? sheet.Form.LinesOf(doubt.Component).SelectMany(line => line.Asked).First();
        return Href(sheet, figure, back: figure.Code);
    }

    private string Href(AssessmentSheet sheet, Figure figure, string back) => sheet.Form.LineOf(figure.Code) is { } line
        ? $"{addresses.Page(AssessmentPath.Component(sheet, line.Component))}?back={Uri.EscapeDataString(back)}"
            + $"#{ErrorSummary.FieldId($"Figures[{figure.Code}]")}"
        : addresses.Page(AssessmentPath.Of(sheet));

    private string Show(Figure? figure, string? text) =>
        text is null ? words["NotEntered"] : figure is null ? text : words.ShowWithUnit(figure, FigureValue.Read(figure, text).Value);

    private string NameOfDoubt(AssessmentSheet sheet, string key) => words["Doubt.Of",
        sheet.Doubts.FirstOrDefault(doubt => doubt.Key == key) is { } doubt
            ? (doubt.Figure?.Name ?? doubt.Component.Name).ForReader()
            : sheet.Set.Figure(key.Split(':', '~', '+')[^1])?.Name.ForReader() ?? key];

    private static string Name(AssessmentSheet sheet, string criterion) =>
        sheet.Set.Criterion(criterion) is { } known ? known.Name.ForReader() : criterion;
}
