using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>What a linear rule made of one value, in one language: the sum between its ends, the reason at and beyond them.</summary>
internal sealed class LinearResultWording(
    Method method, CriterionResult result, IReadOnlyDictionary<string, FigureValue> figures, GroupBest? best, QuantityWording quantities,
    Linear linear, Fraction value, bool penalty, string language)
{
    /// <summary>The value lies between the ends of the rule, so that its points follow from a sum.</summary>
    public bool IsBetween => Target is { } to && (to > linear.From ? value > linear.From && value < to : value < linear.From && value > to);

    /// <param name="isPart">A part of a rule says its share; a rule by itself its points.</param>
    public string Text(bool isPart)
    {
        if (Target is not { } to)
            return Worked() + (best is null
                ? T(", chưa đủ số liệu của khối để so sánh", ", the figures of the group are not complete yet")
                : "");
        if (!IsBetween)
            return Worked() + Against(to) + End(to);
        var sum = new LinearSum(quantities, linear, value, to, language);
        var decimals = sum.DecimalsFor(isPart ? share => share.Round(4) : share => method.Round(share * result.Criterion.Maximum));
        var shown = sum.Text(decimals);
        // A percentage keeps the two decimals with which everybody knows it; a ratio that is none is known by nobody, and is shown as the
        // sum uses it.
        int? known = quantities.IsPercentRatio(linear.Of) ? null : decimals;
        return Worked(known) + Against(to, known) + (isPart ? Share(shown, (value - linear.From) / (to - linear.From)) : Points(shown));
    }

    private string Points(string sum)
    {
        var (minus, most) = (penalty ? "−" : "", NumberText.Plain(result.Criterion.Maximum, language));
        var points = NumberText.Fixed(method.Round(result.Points), method.Decimals, language);
        return $"; {minus}{sum} × {most} = {NumberText.With(minus + points, T("điểm", "points"))}";
    }

    private string Share(string sum, Fraction share)
    {
        var percent = NumberText.Percent(share, language);
        return sum == percent
            ? T($", đạt {percent} số điểm", $", {percent} of the points")
            : T($"; {sum} = {percent} số điểm", $"; {sum} = {percent} of the points");
    }

    private string Against(Fraction to, int? decimals = null)
    {
        if (linear.Target == Criteria.Target.Number)
            return "";
        var (vi, en) = linear.Target == Criteria.Target.Highest ? ("cao nhất", "highest") : ("thấp nhất", "lowest");
        var bound = quantities.Amount(linear.Of, to, decimals ?? (quantities.IsPercentRatio(linear.Of) ? 2 : 4));
        return T($" ({vi} trong khối: {bound})", $" ({en} in the group: {bound})");
    }

    // At or beyond one end of the rule: all of the points, or none.
    private string End(Fraction to)
    {
        var (rising, from) = (to > linear.From, quantities.Amount(linear.Of, linear.From));
        if (rising ? value >= to : value <= to)
        {
            if (penalty)
                return T(", trừ tối đa", ", the most is deducted");
            return linear.Target == Criteria.Target.Number && !linear.To.IsZero
                ? T($", đạt mục tiêu {quantities.Amount(linear.Of, to)}", $", target of {quantities.Amount(linear.Of, to)} reached")
                : "";
        }

        if (penalty || linear.From.IsZero)
            return "";
        return rising ? T($", không vượt {from}", $", not above {from}") : T(": không có điểm", ": no points");
    }

    // Null where the best of the group is not known, or does not lie beyond the start of the rule.
    private Fraction? Target
    {
        get
        {
            if (linear.Target == Criteria.Target.Number)
                return linear.To;
            if (best is null || !best.Values.TryGetValue(new BestKey(result.Criterion.Code, linear.Of, linear.Target), out var to))
                return null;
            return (linear.Target == Criteria.Target.Highest ? to > linear.From : to < linear.From) ? to : null;
        }
    }

    private string Worked(int? decimals = null) => quantities.Worked(linear.Of, value, figures, decimals);

    private string T(string vi, string en) => language == "en" ? en : vi;
}
