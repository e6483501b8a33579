using DaNangDxIndex.Criteria;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>One figure as a field of the form: its value, what was refused or clashes, its marks, and what was there before.</summary>
public sealed class FigureFields(AssessmentWords words, LastValues last, Addresses addresses)
{
    internal FigureField Of(ComponentPage page, Figure figure, Criterion criterion)
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
            Last = last.Of(page.Sheet, figure),
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
    private string NotSaved(ComponentPage page, Figure figure, string? posted) =>
        string.IsNullOrWhiteSpace(posted)
            || string.Equals(posted, AssessmentWords.Typed(figure, page.Sheet.Value(figure)), StringComparison.Ordinal)
            ? "" : words["Typed.NotSaved", posted];

    private string? Value(ComponentPage page, Figure figure) =>
        page.ReadOnly ? words.Show(figure, page.Sheet.Value(figure)) : AssessmentWords.Typed(figure, page.Sheet.Value(figure));

    /// <summary>Without script too whoever saves second sees both values; saving again then replaces the first knowingly.</summary>
    private string Conflicting(Figure figure, DeclareFigures.Conflict conflict, string? typed)
    {
        var (who, when) = words.Saved(conflict);
        return words["Conflict", who, words.Show(figure, FigureValue.Read(figure, conflict.Theirs.Declared).Value), when, typed ?? ""];
    }

    private IReadOnlyList<FigureField.Option> Options(Figure figure) => figure.Kind switch
    {
        FigureKind.YesNo => [new("yes", words["Yes"]), new("no", words["No"])],
        FigureKind.Choice => [.. figure.Options.Select(option => new FigureField.Option(option.Code, option.Name.ForReader()))],
        FigureKind.Count or FigureKind.Number or FigureKind.Percent => [],
    };

    private IReadOnlyList<FigureField.Mark> Marks(ComponentPage page, Figure figure, Criterion criterion)
    {
        var doubts = page.Doubts.FindAll(doubt => doubt.Figure == figure.Code);
        var doubted = doubts.Exists(doubt => doubt.IsError) ? "error"
            : doubts.Exists(doubt => !doubt.IsAnswered) ? "warning" : doubts.Count > 0 ? "answered" : null;
        return [.. new[] { page.Returned.ContainsKey(criterion.Code) ? "returned" : null, doubted }.OfType<string>()
            .Select(kind => new FigureField.Mark(kind, words[$"Mark.{kind}"]))];
    }

    /// <summary>What those who merged into this agency during the edition had entered.</summary>
    private string? Left(ComponentPage page, Figure figure)
    {
        if (page.Left?.GetValueOrDefault(figure.Code) is not { IsSettled: false } offer)
            return null;
        var values = string.Join("; ",
            offer.Values.Select(value => $"{value.Agency.ForReader()}: {words.ShowWithUnit(figure, value.Value)}"));
        return offer.Sum is { } sum ? words["Joined.Offer", values, words.ShowWithUnit(figure, sum)] : words["Joined.Orphaned", values];
    }
}
