using System.Text.Json;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads a rule and checks it against the figures it names: kinds, units, bounds, thresholds, weights.</summary>
internal sealed class RuleReader(FigureReader figures)
{
    private readonly QuantityReader _quantities = new(figures);
    private readonly ChoiceReader _choices = new(figures);

    public Rule? Read(Place place)
    {
        var named = place.Members();
        if (place.Kind != JsonValueKind.Object || named.Count != 1)
        {
            place.Problem(
                "Cách tính điểm là một đối tượng có đúng một mục: linear, steps, choice, sum hoặc best.",
                "A rule is an object with exactly one member: linear, steps, choice, sum or best.");
            return null;
        }

        var (name, value) = named[0];
        switch (name)
        {
            case "linear":
                return Linear(value);
            case "steps":
                return Steps(value);
            case "choice":
                return _choices.Read(value);
            case "sum":
                return Sum(value);
            case "best":
                return Best(value);
            default:
                place.IsObjectOf("linear", "steps", "choice", "sum", "best");
                return null;
        }
    }

    private Linear? Linear(Place place)
    {
        if (!place.IsObjectOf("of", "from", "to"))
            return null;
        var quantity = _quantities.Read(place.Required("of"));
        var from = QuantityReader.Bound(place.Member("from"), quantity) ?? Fraction.Zero;
        var to = place.Required("to");
        var target = to?.Kind == JsonValueKind.String ? Group(to.Text()) : Target.Number;
        var bound = target == Target.Number ? QuantityReader.Bound(to, quantity) : Fraction.Zero;
        if (quantity is null || bound is null)
            return null;
        if (target == Target.Number && from == bound)
            place.Problem(
                $"“from” và “to” cùng là {from}: không có khoảng nào để tính điểm.",
                $"\"from\" and \"to\" are both {from}: there is nothing between them.");
        return new Linear(quantity.Quantity, from, bound.Value, target);
    }

    private static Target Group(string? text) => text switch
    {
        "highest" => Target.Highest,
        "lowest" => Target.Lowest,
        _ => Target.Number,
    };

    private Steps? Steps(Place place)
    {
        if (!place.IsObjectOf("of", "levels"))
            return null;
        var quantity = _quantities.Read(place.Required("of"));
        var levels = new List<Level>();
        foreach (var item in place.Required("levels")?.Items() ?? [])
        {
            item.IsObjectOf("at", "share");
            var (at, share) = (QuantityReader.Bound(item.Required("at"), quantity), item.Required("share")?.NumberBetween(0, 1));
            if (at is null || share is null)
                continue;
            if (levels.Count > 0 && at <= levels[^1].At)
                item.Problem(
                    $"Mức {at} phải lớn hơn mức trước ({levels[^1].At}).",
                    $"The level {at} must be above the one before ({levels[^1].At}).");
            levels.Add(new Level(at.Value, share.Value));
        }

        if (quantity is null || levels.Count > 0)
            return quantity is null ? null : new Steps(quantity.Quantity, levels);
        place.Problem("Cần ít nhất một mức.", "At least one level is needed.");
        return null;
    }

    private Sum? Sum(Place place)
    {
        if (!place.IsObjectOf("parts", "cap"))
            return null;
        var parts = new List<Part>();
        var items = place.Required("parts")?.Items() ?? [];
        foreach (var item in items)
        {
            item.IsObjectOf("weight", "rule");
            var (weight, rule) = (Weight(item.Required("weight")), item.Required("rule") is { } inner ? Read(inner) : null);
            if (weight is not null && rule is not null)
                parts.Add(new Part(weight.Value, rule));
        }

        if (items.Count == 0 && place.Has("parts"))
            place.Problem("Cần ít nhất một phần.", "At least one part is needed.");
        var cap = place.Member("cap") is { } most ? Weight(most) : Fraction.One;
        return parts.Count == items.Count && parts.Count > 0 && cap is not null ? new Sum(parts, cap.Value) : null;
    }

    private Best? Best(Place place)
    {
        var items = place.Items();
        if (items.Count < 2 && place.Kind == JsonValueKind.Array)
            place.Problem("“best” cần ít nhất hai cách tính để chọn.", "\"best\" needs at least two rules to choose from.");
        var rules = items.Select(Read).OfType<Rule>().ToList();
        return rules.Count == items.Count && rules.Count > 0 ? new Best(rules) : null;
    }

    private static Fraction? Weight(Place? place)
    {
        var weight = place?.NumberBetween(0, 1);
        if (weight is { IsZero: true })
            place?.Problem(
                "Trọng số 0 không có tác dụng. Bỏ phần này hoặc cho trọng số lớn hơn 0.",
                "A weight of 0 does nothing. Remove the part or give it a weight above 0.");
        return weight;
    }
}
