using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>Lays a component of a sheet out as a form: each figure once, the rule in words, points as they stand.</summary>
public sealed class ComponentForms(AssessmentWords words, Addresses addresses)
{
    /// <summary>Marks the place of a value in a sentence.</summary>
    private const string Here = "\u0001";

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
        var page = new Page(sheet, component, filter.Returned, doubts, readOnly, posted, outcome, left);
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

    private ComponentForm.Item Item(Page page, EntryForm.Line line, CriterionResult result, ScoringInput input)
    {
        var criterion = line.Criterion;
        var entry = new CriterionEntry(
            criterion.Code,
            criterion.Name.ForReader(),
            criterion.Rule is null ? words["Information"] : Explanation.RuleInWords(page.Sheet.Set, criterion).ForReader(),
            PrintedPoints.Self(page.Sheet.Set, result),
            PrintedPoints.Maximum(page.Sheet.Set, criterion, result.Maximum),
            [.. line.Asked.Select(figure => Field(page, figure, criterion))])
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

    private FigureField Field(Page page, Figure figure, Criterion criterion)
    {
        var entry = page.Sheet.Entries.GetValueOrDefault(figure.Code);
        var refused = page.Outcome?.Refused.GetValueOrDefault(figure.Code);
        var conflict = page.Outcome?.Conflicts.GetValueOrDefault(figure.Code);
        var posted = page.Posted?.Fields.FirstOrDefault(field => string.Equals(field.Figure, figure.Code, StringComparison.Ordinal))?.Text;
        var typed = refused is null && conflict is null ? null : posted;
        return new(figure.Code, figure.Name.ForReader(), page.ReadOnly
            && page.Sheet.Value(figure) is null ? null : AssessmentWords.Unit(figure), typed ?? Value(page, figure), entry?.Version ?? 0,
            addresses.Api($"{page.Sheet.Subject}/figures/{figure.Code}"))
        {
            Answer = figure.Kind switch
            {
                FigureKind.YesNo => FigureField.Kind.YesNo,
                FigureKind.Choice => FigureField.Kind.Choice,
                FigureKind.Count or FigureKind.Number or FigureKind.Percent => FigureField.Kind.Number,
            },
            Options = page.ReadOnly
                ? [new(words.Show(figure, page.Sheet.Value(figure)), words.Show(figure, page.Sheet.Value(figure)))]
                : Options(figure),
            Guidance = figure.Guidance is { } guidance ? guidance.ForReader() : null,
            Last = Last(page, figure),
            Left = Left(page, figure),
            LeftSum = page.ReadOnly ? null : page.Left?.GetValueOrDefault(figure.Code) is { IsSettled: false, Sum: { } sum }
                ? sum.Write(figure) : null,
            Error = refused is not null ? refused.ForReader() : conflict is null ? null : Conflicting(figure, conflict, typed),
            State = entry is { Declared: not null, DeclaredAt: { } at } ? words["SavedAt", VietNamTime.Hour(at)] : words["Blank"],
            Marks = Marks(page, figure, criterion),
            ReadOnlyBecause = page.ReadOnly ? NotSaved(page, figure, posted) : null,
        };
    }

    /// <summary>What was typed when the form no longer took it.</summary>
    private string NotSaved(Page page, Figure figure, string? posted) =>
        string.IsNullOrWhiteSpace(posted)
            || string.Equals(posted, AssessmentWords.Typed(figure, page.Sheet.Value(figure)), StringComparison.Ordinal)
            ? "" : words["Typed.NotSaved", posted];

    private string? Value(Page page, Figure figure) =>
        page.ReadOnly ? words.Show(figure, page.Sheet.Value(figure)) : AssessmentWords.Typed(figure, page.Sheet.Value(figure));

    /// <summary>Without script too the second of two people sees both values; saving again then replaces the other's knowingly.</summary>
    private string Conflicting(Figure figure, DeclareFigures.Conflict conflict, string? typed) => words[
        "Conflict",
        conflict.By ?? words["Somebody"],
        words.Show(figure, FigureValue.Read(figure, conflict.Theirs.Declared).Value),
        conflict.Theirs.DeclaredAt is { } at ? VietNamTime.Hour(at) : "",
        typed ?? ""];

    private IReadOnlyList<FigureField.Option> Options(Figure figure) => figure.Kind switch
    {
        FigureKind.YesNo => [new("yes", words["Yes"]), new("no", words["No"])],
        FigureKind.Choice => [.. figure.Options.Select(option => new FigureField.Option(option.Code, option.Name.ForReader()))],
        FigureKind.Count or FigureKind.Number or FigureKind.Percent => [],
    };

    private IReadOnlyList<FigureField.Mark> Marks(Page page, Figure figure, Criterion criterion)
    {
        var doubts = page.Doubts.FindAll(doubt => doubt.Figure == figure.Code);
        var doubted = doubts.Exists(doubt => doubt.IsError) ? "error"
            : doubts.Exists(doubt => !doubt.IsAnswered) ? "warning" : doubts.Count > 0 ? "answered" : null;
        return [.. new[] { page.Returned.ContainsKey(criterion.Code) ? "returned" : null, doubted }.OfType<string>()
            .Select(kind => new FigureField.Mark(kind, words[$"Mark.{kind}"]))];
    }

    private FigureField.LastValue Last(Page page, Figure figure)
    {
        if (page.Sheet.Last is not { } last)
            return Cut(words["Last.None", Here], "–");
        if (last.IsJoined)
            return Joined(figure, last);
        var value = last.Of(figure);
        return string.Equals(last.Agencies[0].Code, page.Sheet.Agency.Code, StringComparison.Ordinal)
            ? Cut(words["Last", last.Year, WithUnit(figure, value)], words.Show(figure, value))
            : Cut(
                words["Last.Predecessor", last.Year, WithUnit(figure, value), last.Agencies[0].Name.ForReader()],
                words.Show(figure, value));
    }

    /// <summary>Of several agencies that became this one: a sum that somebody has to confirm, or that there is none.</summary>
    private FigureField.LastValue Joined(Figure figure, LastEdition.Figures last)
    {
        var joined = last.Joined(figure);
        if (joined.Value is not { } sum)
            return joined.Known == 0
                ? Cut(words["Last.JoinedNone", last.Year, Here, joined.Of], "–")
                : Cut(words["Last.NotAdded", last.Year, Here, joined.Of], words["Joined.NotAdded"]);
        var sentence = joined.Missing == 0
            ? words["Last.Joined", last.Year, WithUnit(figure, sum), joined.Of]
            : words["Last.JoinedInPart", last.Year, WithUnit(figure, sum), joined.Known, joined.Of];
        return Cut(sentence, words.Show(figure, sum)) with { ToConfirm = true };
    }

    private static string WithUnit(Figure figure, FigureValue? value) =>
        value is not null && AssessmentWords.Unit(figure) is { } unit ? $"{Here} {unit}" : Here;

    private static FigureField.LastValue Cut(string sentence, string value) =>
        sentence.Split(Here) is [var before, var after] ? new(before, value, after, ToConfirm: false) : new("", sentence, "", false);

    /// <summary>What those who merged into this agency during the edition had entered.</summary>
    private string? Left(Page page, Figure figure)
    {
        if (page.Left?.GetValueOrDefault(figure.Code) is not { IsSettled: false } offer)
            return null;
        var values = string.Join("; ",
            offer.Values.Select(value => $"{value.Agency.ForReader()}: {words.ShowWithUnit(figure, value.Value)}"));
        return offer.Sum is { } sum ? words["Joined.Offer", values, words.ShowWithUnit(figure, sum)] : words["Joined.Orphaned", values];
    }

    private CriterionEntry.Read Read(Page page, Figure figure)
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

    private sealed record Page(
        AssessmentSheet Sheet, Component Component, IReadOnlyDictionary<string, string> Returned, List<ShownDoubt> Doubts, bool ReadOnly,
        DeclareFigures.Command? Posted, DeclareFigures.Outcome? Outcome, IReadOnlyDictionary<string, JoinedOffer>? Left);
}
