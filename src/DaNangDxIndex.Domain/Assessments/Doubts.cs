using System.Collections.Frozen;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>The checks across the figures of one agency: one place for form, page of checks, bench and submission.</summary>
public static class Doubts
{
    /// <summary>A change by more than this share of last year's value is a jump.</summary>
    public static readonly Fraction JumpAbove = Fraction.Of(1, 5);

    /// <summary>Below this on both sides a change says nothing: two courses after one are no jump.</summary>
    public const decimal LeastToCompare = 10;

    /// <summary>Fewer equal numbers than this may well be chance.</summary>
    public const int LeastEqual = 3;

    /// <summary>All doubts about these values, in the order of the form; each pair of part and whole once.</summary>
    /// <param name="last">What can be compared of last year; null where nothing can.</param>
    public static IReadOnlyList<Doubt> Of(EntryForm form, IReadOnlyDictionary<string, FigureValue> values, LastYear? last) =>
    [
        .. form.Quantities.Select(quantity => Between(form, quantity, values)).OfType<Doubt>(),
        .. last is null ? [] : form.Asked.Select(figure => Beside(form, figure, values, last)).OfType<Doubt>(),
        .. last is null ? [] : form.Components.Select(component => Unchanged(form, component, values, last)).OfType<Doubt>(),
    ];

    /// <summary>
    /// Criteria in which a part lies above its whole and the agency has said why, for each such pair. Of its own figures: no others count
    /// when it assesses itself.
    /// </summary>
    public static IReadOnlySet<string> Answered(
        EntryForm form, IReadOnlyCollection<Doubt> doubts, IReadOnlyDictionary<string, Clarification> said)
    {
        var above = new Dictionary<Quantity, bool>();
        foreach (var doubt in doubts)
        {
            if (doubt is { Kind: DoubtKind.AboveWhole, Of: { } quantity } && IsOwn(form.Set, quantity.Figures))
                above[quantity] = doubt.IsAnsweredBy(said.GetValueOrDefault(doubt.Key));
        }

        if (above.Count == 0)
            return FrozenSet<string>.Empty;
        return form.Lines.Select(line => (line.Criterion.Code, InDoubt: line.Quantities.Where(above.ContainsKey).ToList()))
            .Where(measured => measured.InDoubt.Count > 0 && measured.InDoubt.TrueForAll(quantity => above[quantity]))
            .Select(measured => measured.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Errors, and warnings that no sentence answers.</summary>
    public static IReadOnlyList<Doubt> Open(IEnumerable<Doubt> doubts, IReadOnlyDictionary<string, Clarification> said) =>
        [.. doubts.Where(doubt => !doubt.IsAnsweredBy(said.GetValueOrDefault(doubt.Key)))];

    /// <param name="wanted">What cannot be done while there are any: asking for approval, or submitting.</param>
    /// <exception cref="RuleViolation"><c>doubts.errors</c>, <c>doubts.open</c></exception>
    public static void RequireNoneOpen(IReadOnlyCollection<Doubt> open, AssessmentVerb wanted)
    {
        var not = AssessmentRules.NotYet(wanted);
        if (open.Count(doubt => doubt.IsError) is > 0 and var errors)
            throw new RuleViolation("doubts.errors", new(
                $"{not.Vi}: {errors} chỗ số liệu không thể cùng đúng. Sửa số liệu trong danh sách bên dưới.",
                $"{not.En}: figures cannot be true together in {errors} of the checks. Mend the figures listed below."));
        if (open.Count > 0)
            throw new RuleViolation("doubts.open", new(
                $"{not.Vi}: {open.Count} cảnh báo chưa có thuyết minh. Sửa số liệu hoặc viết thuyết minh cho từng cảnh báo bên dưới.",
                $"{not.En}: {open.Count} of the warnings {new Counted(open.Count):has|have} no explanation. "
                + "Mend the figures, or explain each one below."));
    }

    private static Doubt? Between(EntryForm form, Quantity quantity, IReadOnlyDictionary<string, FigureValue> values)
    {
        if (!quantity.IsRatio || !quantity.Figures.All(values.ContainsKey) || FieldOf(form, quantity) is not { } field)
            return null;
        var (sum, over) = (Total(quantity.Sum, values), Total(quantity.Over, values));
        DoubtKind? kind = over <= 0 && sum > 0 && IsOwn(form.Set, quantity.Over.Select(term => term.Figure)) ? DoubtKind.PartOfNothing
            : over > 0 && sum > over && PartOfWhole.Is(quantity, form.Set.Figure) ? DoubtKind.AboveWhole : null;
        return kind is not { } found ? null : new(
            found, $"{string.Join('+', quantity.Sum)}~{string.Join('+', quantity.Over)}", field.Figure, field.Component,
            About(form.Set, quantity.Figures, values), () => DoubtInWords.Between(form.Set, quantity, values, found)) { Of = quantity };
    }

    private static Doubt? Beside(EntryForm form, Figure figure, IReadOnlyDictionary<string, FigureValue> values, LastYear last)
    {
        if (form.LineOf(figure.Code) is not { } line || !IsNumber(figure)
            || !values.TryGetValue(figure.Code, out var now) || !last.Values.TryGetValue(figure.Code, out var then)
            || Math.Max(now.Number, then.Number) < LeastToCompare)
        {
            return null;
        }
        var change = (Fraction)now.Number - then.Number;
        return (change.Sign < 0 ? -change : change) <= JumpAbove * then.Number ? null : new(
            DoubtKind.Jump, figure.Code, figure, line.Component, $"{figure.Code}={now.Write(figure)};{last.Year}={then.Write(figure)}",
            () => DoubtInWords.Jump(form.Set, figure, now, then, last.Year));
    }

    private static Doubt? Unchanged(EntryForm form, Component component, IReadOnlyDictionary<string, FigureValue> values, LastYear last)
    {
        var numbers = form.LinesOf(component).SelectMany(line => line.Asked).Where(IsNumber).ToList();
        var compared = numbers.FindAll(figure => values.ContainsKey(figure.Code) && last.Values.ContainsKey(figure.Code));
        if (compared.Count < Math.Max(LeastEqual, numbers.Count)
            || compared.Exists(figure => values[figure.Code] != last.Values[figure.Code])
            || compared.TrueForAll(figure => values[figure.Code].Number == 0))
        {
            return null;
        }
        return new(
            DoubtKind.SameAsLastYear, component.Code, null, component,
            About(form.Set, compared.Select(figure => figure.Code), values), () => DoubtInWords.Same(component, last.Year));
    }

    /// <summary>Where the quantity can be mended: the first of its figures that this form asks for.</summary>
    private static (Figure Figure, Component Component)? FieldOf(EntryForm form, Quantity quantity) => quantity.Figures
        .Select(code => form.LineOf(code) is { } line && line.Asked.FirstOrDefault(figure => figure.Code == code) is { } figure
            ? ((Figure, Component)?)(figure, line.Component)
            : null)
        .FirstOrDefault(found => found is not null);

    private static bool IsOwn(CriteriaSet set, IEnumerable<string> figures) =>
        figures.All(code => set.Figure(code)?.Source == FigureSource.Agency);

    private static bool IsNumber(Figure figure) => figure.Kind is FigureKind.Count or FigureKind.Number or FigureKind.Percent;

    private static decimal Total(IEnumerable<Term> terms, IReadOnlyDictionary<string, FigureValue> values) =>
        terms.Sum(term => term.Minus ? -values[term.Figure].Number : values[term.Figure].Number);

    private static string About(CriteriaSet set, IEnumerable<string> figures, IReadOnlyDictionary<string, FigureValue> values) =>
        string.Join(';', figures.Select(code => $"{code}={(set.Figure(code) is { } figure ? values[code].Write(figure) : "")}"));
}
