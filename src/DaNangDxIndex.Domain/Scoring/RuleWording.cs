using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The rule of one criterion in words and in points, in one language, as guidance documents write it. A penalty says what it deducts.
/// </summary>
internal sealed class RuleWording(CriteriaSet set, Criterion criterion, string language)
{
    private readonly QuantityWording _quantities = new(set, language);
    private readonly bool _penalty = set.ComponentOf(criterion.Code)?.Block == Block.Penalty;

    public string Text() => criterion.Rule is null
        ? T("Thu thập thông tin, không tính điểm.", "For information only; not scored.")
        : Of(criterion.Rule, Fraction.One, "") + ".";

    // The weight is what this part of the rule is of the criterion's maximum;
    // the place numbers the parts of parts: (2) holds (2.1) and (2.2).
    private string Of(Rule rule, Fraction weight, string place) => rule switch
    {
        Linear linear => OfLinear(linear, weight),
        Steps steps => OfSteps(steps, weight),
        Choice choice => OfChoice(choice, weight),
        Sum sum => OfSum(sum, weight, place),
        Best best => T("Chọn phương án có điểm cao nhất: ", "The best of: ")
            + Numbered(place, best.Of, (part, inner) => Of(part, weight, inner)),
        _ => "",
    };

    private string OfLinear(Linear linear, Fraction weight)
    {
        if (linear.Target != Target.Number)
            return ToBest(linear, weight);
        if (linear.From > linear.To)
            return Falling(linear, weight);
        if (!linear.From.IsZero)
            return Rising(linear, weight);
        return EachOne(linear, weight) ?? FromZero(linear, weight);
    }

    // "“Mô hình”: mỗi mô hình 0,5 điểm, tối đa 2 điểm", where one of them earns points that can be said.
    private string? EachOne(Linear linear, Fraction weight)
    {
        if (_quantities.CountedUnit(linear.Of) is not { } unit || linear.To <= Fraction.One)
            return null;
        var each = criterion.Maximum * weight / linear.To;
        if (each.Rounded(2, RoundingMode.HalfUp) != each || each < Fraction.Of(1, 20))
            return null;
        var (name, points) = (_quantities.Name(linear.Of), PointsWording.Points(each, language));
        var most = PointsWording.Points(criterion.Maximum * weight, language);
        return _penalty
            ? T($"{name}: mỗi {unit.Vi} trừ {points}, tối đa trừ {most}",
                $"{name}: {points} deducted per {UnitName.One(unit.En)}, at most {most}")
            : T($"{name}: mỗi {unit.Vi} {points}, tối đa {most}", $"{name}: {points} per {UnitName.One(unit.En)}, at most {most}");
    }

    private string FromZero(Linear linear, Fraction weight)
    {
        var (name, to) = (_quantities.Name(linear.Of), Amount(linear, linear.To));
        return T(
            $"{name}: {From(linear, to)}: {All(weight)}; dưới {to}: tính theo tỷ lệ",
            $"{name}: {All(weight)} {At(linear, to)}; pro rata below");
    }

    private string Rising(Linear linear, Fraction weight)
    {
        var (name, from, to) = (_quantities.Name(linear.Of), Amount(linear, linear.From), Amount(linear, linear.To));
        return T(
            $"{name}: {From(linear, to)}: {All(weight)}; từ {from} trở xuống: {None(weight)}; "
                + $"trên {from} đến dưới {to}: nội suy tuyến tính",
            $"{name}: {All(weight)} {At(linear, to)}; {None(weight)} at {from} or less; pro rata in between");
    }

    // Less is better. A count that falls from one to none has nothing between.
    private string Falling(Linear linear, Fraction weight)
    {
        var (name, from, to) = (_quantities.Name(linear.Of), Amount(linear, linear.From), Amount(linear, linear.To));
        var unit = _quantities.CountedUnit(linear.Of);
        var (bestVi, bestEn) = linear.To.IsZero && unit is not null
            ? ($"không có {unit.Vi}", $"no {unit.En}")
            : linear.To.IsZero && linear.Of.Sum.All(term => !term.Minus) ? (to, $"at {to}") : ($"từ {to} trở xuống", $"at {to} or less");
        var nothingBetween = unit is not null && linear.From - linear.To == Fraction.One;
        var betweenVi = nothingBetween ? "" : $"; trên {to} đến dưới {from}: nội suy tuyến tính";
        var betweenEn = nothingBetween ? "" : "; pro rata in between";
        return T(
            $"{name}: {bestVi}: {All(weight)}; từ {from} trở lên: {None(weight)}{betweenVi}",
            $"{name}: {bestEn}: {All(weight)}; {from} or more: {None(weight)}{betweenEn}");
    }

    private string ToBest(Linear linear, Fraction weight)
    {
        var (name, from) = (_quantities.Name(linear.Of), Amount(linear, linear.From));
        var (vi, en) = linear.Target == Target.Highest ? ("cao nhất", "highest") : ("thấp nhất", "lowest");
        if (linear is { Target: Target.Highest, From.IsZero: true })
        {
            var most = NumberText.Plain(criterion.Maximum * weight, language);
            return T(
                $"{name}: điểm = giá trị của cơ quan, đơn vị/giá trị cao nhất trong khối × {most}",
                $"{name}: points = value/highest value in the group × {most}");
        }

        var beyond = linear.Target == Target.Highest ? T("trở xuống", "or less") : T("trở lên", "or more");
        return T(
            $"{name}: giá trị {vi} trong khối: {All(weight)}; từ {from} {beyond}: {None(weight)}; ở giữa: nội suy tuyến tính",
            $"{name}: {All(weight)} for the {en} value in the group; {None(weight)} at {from} {beyond}; pro rata in between");
    }

    private string OfSteps(Steps steps, Fraction weight)
    {
        var name = _quantities.Name(steps.Of);
        if (_quantities.IsYesNo(steps.Of) && steps.Levels is [{ } only] && only.At == Fraction.One)
            return T(
                $"{name}: có: {Earned(weight, only.Share)}; không: {None(weight)}",
                $"{name}: yes: {Earned(weight, only.Share)}; no: {None(weight)}");
        var levels = steps.Levels.Reverse().Select(level =>
            T($"từ {_quantities.Amount(steps.Of, level.At)}: {Earned(weight, level.Share)}",
                $"{Earned(weight, level.Share)} from {_quantities.Amount(steps.Of, level.At)}"));
        return $"{name}: {string.Join("; ", levels)}{Below(steps, weight)}";
    }

    // A penalty needs no word for what is not deducted.
    private string Below(Steps steps, Fraction weight)
    {
        var lowest = steps.Levels[0].At;
        if (lowest.Sign <= 0 || _penalty)
            return "";
        if (_quantities.CountedUnit(steps.Of) is { } unit && lowest == Fraction.One)
            return T($"; không có {unit.Vi}: {None(weight)}", $"; no {unit.En}: {None(weight)}");
        return T($"; dưới {_quantities.Amount(steps.Of, lowest)}: {None(weight)}",
            $"; {None(weight)} below {_quantities.Amount(steps.Of, lowest)}");
    }

    private string OfChoice(Choice choice, Fraction weight)
    {
        var figure = set.Figure(choice.Of);
        var options = choice.Options.OrderByDescending(option => option.Share).Select(option =>
            $"{figure?.Options.FirstOrDefault(figureOption => figureOption.Code == option.Option)?.Name.In(language) ?? option.Option}: "
                + $"{Earned(weight, option.Share)}");
        return $"“{figure?.Name.In(language) ?? choice.Of}”: {string.Join("; ", options)}";
    }

    private string OfSum(Sum sum, Fraction weight, string place)
    {
        var parts = Numbered(place, sum.Of, (part, inner) => Of(part.Rule, weight * part.Weight, inner));
        var weights = sum.Of.Aggregate(Fraction.Zero, (total, part) => total + part.Weight);
        var cap = weights > sum.Cap ? T($"; tổng không quá {Earned(weight, sum.Cap)}", $"; capped at {Earned(weight, sum.Cap)}") : "";
        return T("Tổng điểm các nội dung: ", "The sum of: ") + parts + cap;
    }

    // Where nothing is above the target, "or more" would only puzzle.
    private string From(Linear linear, string to) => _quantities.EndsAtHundred(linear.Of, linear.To) ? $"đạt {to}" : $"từ {to} trở lên";

    private string At(Linear linear, string to) => _quantities.EndsAtHundred(linear.Of, linear.To) ? $"at {to}" : $"at {to} or more";

    private string Amount(Linear linear, Fraction number) => _quantities.Amount(linear.Of, number);

    private string All(Fraction weight) => Earned(weight, Fraction.One);

    private string None(Fraction weight) => Earned(weight, Fraction.Zero);

    private string Earned(Fraction weight, Fraction share) => PointsWording.Of(criterion.Maximum, weight * share, _penalty, language);

    private static string Numbered<T>(string place, IEnumerable<T> parts, Func<T, string, string> write) =>
        string.Join("; ", parts.Select((part, index) => $"({place}{index + 1}) {write(part, $"{place}{index + 1}.")}"));

    private string T(string vi, string en) => language == "en" ? en : vi;
}
