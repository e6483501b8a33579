using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>A rule in words and in points, in one language.</summary>
internal sealed class RuleWording(CriteriaSet set, string language)
{
    private readonly QuantityWording quantities = new(set, language);

    public string Of(Criterion criterion) => criterion.Rule is null
        ? T("Chỉ thu thập thông tin, không chấm điểm.", "Collected for information, not scored.")
        : Of(criterion.Rule, criterion.Maximum) + ".";

    private string Of(Rule rule, Fraction maximum) => rule switch
    {
        Linear linear => OfLinear(linear, maximum),
        Steps steps => OfSteps(steps, maximum),
        Choice choice => OfChoice(choice, maximum),
        Sum sum => OfSum(sum, maximum),
        Best best => T("Lấy cách tính có điểm cao nhất: ", "The best of: ") + Numbered(best.Of.Select(part => Of(part, maximum))),
        _ => "",
    };

    private string OfLinear(Linear linear, Fraction maximum)
    {
        var (name, points, from) = (quantities.Name(linear.Of), Points(maximum), quantities.Amount(linear.Of, linear.From));
        if (linear.Target != Target.Number)
        {
            var vi = linear.Target == Target.Highest ? "cao nhất" : "thấp nhất";
            var en = linear.Target == Target.Highest ? "highest" : "lowest";
            return T($"{name}, so với giá trị {vi} trong khối: từ {from} được 0 điểm, tăng đều đến giá trị {vi} được {points}",
                $"{name}, against the {en} value in the group: 0 points at {from}, rising evenly to {points} at the {en} value");
        }

        var to = quantities.Amount(linear.Of, linear.To);
        if (linear.From > linear.To)
            return T($"{name}: {to} trở xuống được {points}, giảm đều, từ {from} trở lên được 0 điểm",
                $"{name}: {points} at {to} or less, falling evenly to 0 points at {from} or more");
        return linear.From.IsZero
            ? T($"{name}: đạt {to} trở lên được {points}, thấp hơn thì tính theo tỷ lệ", $"{name}: {points} at {to} or more, in proportion below")
            : T($"{name}: đạt {to} trở lên được {points}, giảm đều, từ {from} trở xuống được 0 điểm",
                $"{name}: {points} at {to} or more, falling evenly to 0 points at {from} or less");
    }

    private string OfSteps(Steps steps, Fraction maximum)
    {
        var name = quantities.Name(steps.Of);
        if (IsYesNo(steps.Of) && steps.Levels is [{ } only] && only.At == Fraction.One)
            return T($"{name}: có được {Points(maximum * only.Share)}, không được 0 điểm", $"{name}: yes earns {Points(maximum * only.Share)}, no earns 0 points");
        var levels = steps.Levels.Reverse().Select(level =>
            T($"từ {quantities.Amount(steps.Of, level.At)} được {Points(maximum * level.Share)}",
                $"{Points(maximum * level.Share)} from {quantities.Amount(steps.Of, level.At)}"));
        var lowest = quantities.Amount(steps.Of, steps.Levels[0].At);
        var below = steps.Levels[0].At.Sign > 0 ? T($"; dưới {lowest} được 0 điểm", $"; 0 points below {lowest}") : "";
        return $"{name}: {string.Join("; ", levels)}{below}";
    }

    private string OfChoice(Choice choice, Fraction maximum)
    {
        var figure = set.Figure(choice.Of);
        var options = choice.Options.Select(option =>
            $"{figure?.Options.FirstOrDefault(one => one.Code == option.Option)?.Name.In(language) ?? option.Option}: {Points(maximum * option.Share)}");
        return $"“{figure?.Name.In(language) ?? choice.Of}”: {string.Join("; ", options)}";
    }

    private string OfSum(Sum sum, Fraction maximum)
    {
        var parts = Numbered(sum.Of.Select(part => Of(part.Rule, maximum * part.Weight)));
        var weights = sum.Of.Aggregate(Fraction.Zero, (total, part) => total + part.Weight);
        var cap = weights > sum.Cap ? T($"; tổng không quá {Points(maximum * sum.Cap)}", $"; together at most {Points(maximum * sum.Cap)}") : "";
        return T("Cộng các phần: ", "The sum of: ") + parts + cap;
    }

    private string Points(Fraction points) => NumberText.Plain(points, language) + T(" điểm", points == Fraction.One ? " point" : " points");

    private bool IsYesNo(Quantity quantity) =>
        !quantity.IsRatio && quantity.Sum is [{ Minus: false }] && set.Figure(quantity.Sum[0].Figure)?.Kind == FigureKind.YesNo;

    private static string Numbered(IEnumerable<string> parts) => string.Join("; ", parts.Select((part, index) => $"({index + 1}) {part}"));

    private string T(string vi, string en) => language == "en" ? en : vi;
}
