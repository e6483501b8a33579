using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>What is doubted, and what the agency does about it: it mends the figure or says why it is right.</summary>
internal static class DoubtInWords
{
    public static Bilingual Between(CriteriaSet set, Quantity quantity, IReadOnlyDictionary<string, FigureValue> values, DoubtKind kind)
    {
        var (part, whole) = (Names(set, quantity.Sum, values), Names(set, quantity.Over, values));
        return kind == DoubtKind.PartOfNothing
            ? new($"{part.Vi} không thể có khi {whole.Vi} bằng 0.", $"{part.En} cannot be, while {whole.En} is 0.")
            : new($"{part.Vi} lớn hơn {whole.Vi}.", $"{part.En} is greater than {whole.En}.");
    }

    public static Bilingual ToDo(DoubtKind kind) => kind switch
    {
        DoubtKind.PartOfNothing => new("Sửa một trong hai số liệu.", "Mend one of the two figures."),
        DoubtKind.AboveWhole => new(
            "Sửa số liệu, hoặc viết thuyết minh nếu đúng; chưa có thuyết minh thì chưa có điểm tự chấm.",
            "Mend a figure or, if both are right, explain: without an explanation it earns no self-assessed points."),
        DoubtKind.Jump => new("Kiểm tra lại; nếu đúng, viết thuyết minh.", "Check it; if it is right, explain."),
        DoubtKind.SameAsLastYear => new(
            "Kiểm tra lại; nếu đúng, viết thuyết minh.", "Check them; if they are right, explain."),
    };

    public static Bilingual Jump(CriteriaSet set, Figure figure, FigureValue now, FigureValue then, int year)
    {
        var (value, before) = (Both(set, figure, now), Both(set, figure, then));
        var change = then.Number == 0 ? null : (Fraction?)(((Fraction)now.Number - then.Number) / then.Number);
        var (vi, en) = change is not { } share ? ("", "") : share.Sign > 0
            ? ($", tăng {NumberText.Percent(share, "vi", 0)}", $", up {NumberText.Percent(share, "en", 0)}")
            : ($", giảm {NumberText.Percent(-share, "vi", 0)}", $", down {NumberText.Percent(-share, "en", 0)}");
        return new(
            $"“{figure.Name.Vi}”: {value.Vi}{vi} so với năm {year} ({before.Vi}).",
            $"“{figure.Name.En}”: {value.En}{en} against {year} ({before.En}).");
    }

    public static Bilingual Same(Component component, int year) => new(
        $"Mọi số liệu của nhóm “{component.Name.Vi}” bằng năm {year}.",
        $"Every figure of “{component.Name.En}” is that of {year}.");

    private static Bilingual Both(CriteriaSet set, Figure figure, FigureValue value) =>
        FigureInWords.Value(set, figure, value.Write(figure), new("–", "–"));

    /// <summary>"“Hồ sơ trực tuyến” (120 hồ sơ)", and so on with a plus between.</summary>
    private static Bilingual Names(CriteriaSet set, IReadOnlyList<Term> terms, IReadOnlyDictionary<string, FigureValue> values)
    {
        var named = terms.Select(term => set.Figure(term.Figure) is { } figure
            ? (figure.Name, Value: Both(set, figure, values[term.Figure]))
            : (Name: new(term.Figure, term.Figure), Value: new("", ""))).ToList();
        return new(
            string.Join(" + ", named.Select(figure => $"“{figure.Name.Vi}” ({figure.Value.Vi})")),
            string.Join(" + ", named.Select(figure => $"“{figure.Name.En}” ({figure.Value.En})")));
    }
}
