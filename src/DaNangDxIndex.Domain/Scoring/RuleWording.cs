using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The rule of one criterion in words and in points, in one language. A rule of the penalty block says what it takes off.</summary>
internal sealed class RuleWording(CriteriaSet set, Criterion criterion, string language)
{
    private readonly QuantityWording quantities = new(set, language);
    private readonly bool penalty = set.ComponentOf(criterion.Code)?.Block == Block.Penalty;

    public string Text() => criterion.Rule is null
        ? T("Chỉ thu thập thông tin, không tính điểm.", "Collected for information, not scored.")
        : Of(criterion.Rule, criterion.Maximum, "") + ".";

    // The place numbers the parts of parts: (2) holds (2.1) and (2.2).
    private string Of(Rule rule, Fraction maximum, string place) => rule switch
    {
        Linear linear => OfLinear(linear, maximum),
        Steps steps => OfSteps(steps, maximum),
        Choice choice => OfChoice(choice, maximum),
        Sum sum => OfSum(sum, maximum, place),
        Best best => T("Lấy cách tính có điểm cao nhất: ", "The best of: ") + Numbered(place, best.Of, (part, inner) => Of(part, maximum, inner)),
        _ => "",
    };

    private string OfLinear(Linear linear, Fraction maximum)
    {
        var (name, points, nothing) = (quantities.Name(linear.Of), Earned(maximum), Earned(Fraction.Zero));
        var from = quantities.Amount(linear.Of, linear.From);
        if (linear.Target != Target.Number)
        {
            var vi = linear.Target == Target.Highest ? "cao nhất" : "thấp nhất";
            var en = linear.Target == Target.Highest ? "highest" : "lowest";
            return T($"{name}, so với giá trị {vi} trong khối: từ {from} {nothing}, tăng đều đến giá trị {vi} {points}",
                $"{name}, against the {en} value in the group: {nothing} at {from}, rising evenly to {points} at the {en} value");
        }

        var to = quantities.Amount(linear.Of, linear.To);
        if (linear.From > linear.To)
        {
            var (orLessVi, orLessEn) = CanBeLess(linear) ? (" trở xuống", " or less") : ("", "");
            return T($"{name}: {to}{orLessVi} {points}, giảm đều, từ {from} trở lên {nothing}",
                $"{name}: {points} at {to}{orLessEn}, falling evenly to {nothing} at {from} or more");
        }

        var reached = penalty ? T("từ ", "") : T("đạt ", "");
        return linear.From.IsZero
            ? T($"{name}: {reached}{to} trở lên {points}, thấp hơn thì {(penalty ? "trừ" : "tính")} theo tỷ lệ", $"{name}: {points} at {to} or more, in proportion below")
            : T($"{name}: {reached}{to} trở lên {points}, giảm đều, từ {from} trở xuống {nothing}",
                $"{name}: {points} at {to} or more, falling evenly to {nothing} at {from} or less");
    }

    private string OfSteps(Steps steps, Fraction maximum)
    {
        var name = quantities.Name(steps.Of);
        if (quantities.IsYesNo(steps.Of) && steps.Levels is [{ } only] && only.At == Fraction.One)
            return T($"{name}: có thì {Earned(maximum * only.Share)}, không thì {Earned(Fraction.Zero)}", $"{name}: yes, {Earned(maximum * only.Share)}; no, {Earned(Fraction.Zero)}");
        var levels = steps.Levels.Reverse().Select(level =>
            T($"từ {quantities.Amount(steps.Of, level.At)} {Earned(maximum * level.Share)}",
                $"{Earned(maximum * level.Share)} from {quantities.Amount(steps.Of, level.At)}"));
        var lowest = quantities.Amount(steps.Of, steps.Levels[0].At);
        var below = steps.Levels[0].At.Sign > 0 ? T($"; dưới {lowest} {Earned(Fraction.Zero)}", $"; {Earned(Fraction.Zero)} below {lowest}") : "";
        return $"{name}: {string.Join("; ", levels)}{below}";
    }

    private string OfChoice(Choice choice, Fraction maximum)
    {
        var figure = set.Figure(choice.Of);
        var options = choice.Options.OrderByDescending(option => option.Share).Select(option =>
            $"{figure?.Options.FirstOrDefault(one => one.Code == option.Option)?.Name.In(language) ?? option.Option}: {Chosen(maximum * option.Share)}");
        return $"“{figure?.Name.In(language) ?? choice.Of}”: {string.Join("; ", options)}";
    }

    private string OfSum(Sum sum, Fraction maximum, string place)
    {
        var parts = Numbered(place, sum.Of, (part, inner) => Of(part.Rule, maximum * part.Weight, inner));
        var weights = sum.Of.Aggregate(Fraction.Zero, (total, part) => total + part.Weight);
        var cap = weights > sum.Cap ? T($"; tổng không quá {Points(maximum * sum.Cap)}", $"; together at most {Points(maximum * sum.Cap)}") : "";
        return T("Cộng các phần: ", "The sum of: ") + parts + cap;
    }

    private string Earned(Fraction points)
    {
        if (!penalty)
            return T("được ", "") + Points(points);
        return points.IsZero ? T("không trừ điểm", "nothing off") : T($"trừ {Points(points)}", $"{Points(points)} off");
    }

    private string Chosen(Fraction points) => penalty ? Earned(points) : Points(points);

    private string Points(Fraction points) => NumberText.Plain(points, language) + T(" điểm", points == Fraction.One ? " point" : " points");

    private static bool CanBeLess(Linear linear) => !linear.To.IsZero || linear.Of.Sum.Any(term => term.Minus);

    private static string Numbered<T>(string place, IEnumerable<T> parts, Func<T, string, string> write) =>
        string.Join("; ", parts.Select((part, index) => $"({place}{index + 1}) {write(part, $"{place}{index + 1}.")}"));

    private string T(string vi, string en) => language == "en" ? en : vi;
}
