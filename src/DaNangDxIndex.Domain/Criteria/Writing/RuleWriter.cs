using System.Text.Json;

namespace DaNangDxIndex.Criteria.Writing;

/// <summary>Writes rules. Needs the figures, because bounds on percent figures carry their sign.</summary>
internal sealed class RuleWriter(Utf8JsonWriter json, Func<string, Figure?> figure)
{
    private static readonly Fraction FarAboveOne = 10;

    public void Write(string? name, Rule rule) => json.Object(name, () =>
    {
        switch (rule)
        {
            case Linear linear:
                json.Object("linear", () => Members(linear));
                break;
            case Steps steps:
                json.Object("steps", () => Members(steps));
                break;
            case Choice choice:
                json.Object("choice", () => Members(choice));
                break;
            case Sum sum:
                json.Object("sum", () => Members(sum));
                break;
            case Best best:
                json.List("best", best.Of, part => Write(null, part));
                break;
        }
    });

    private void Members(Linear linear)
    {
        Quantity(linear.Of);
        json.WriteString("from", Bound(linear.From, linear.Of));
        json.WriteString("to", linear.Target switch
        {
            Target.Number => Bound(linear.To, linear.Of),
            Target.Highest => "highest",
            Target.Lowest => "lowest",
        });
    }

    private void Members(Steps steps)
    {
        Quantity(steps.Of);
        json.List("levels", steps.Levels, level => json.Object(null, () =>
        {
            json.WriteString("at", Bound(level.At, steps.Of));
            json.Number("share", level.Share);
        }));
    }

    private void Members(Choice choice)
    {
        json.WriteString("of", choice.Of);
        json.Object("options", () =>
        {
            foreach (var (option, share) in choice.Options)
                json.Number(option, share);
        });
    }

    private void Members(Sum sum)
    {
        json.List("parts", sum.Of, part => json.Object(null, () =>
        {
            json.Number("weight", part.Weight);
            Write("rule", part.Rule);
        }));
        json.Number("cap", sum.Cap);
    }

    private void Quantity(Quantity quantity)
    {
        if (quantity.IsRatio)
        {
            json.Object("of", () =>
            {
                json.Codes("sum", [.. quantity.Sum.Select(term => term.ToString())]);
                json.Codes("over", [.. quantity.Over.Select(term => term.ToString())]);
            });
        }
        else if (quantity.Sum.Count == 1 && !quantity.Sum[0].Minus)
        {
            json.WriteString("of", quantity.Sum[0].Figure);
        }
        else
        {
            json.Codes("of", [.. quantity.Sum.Select(term => term.ToString())]);
        }
    }

    private string Bound(Fraction bound, Quantity quantity)
    {
        if (!quantity.IsRatio && quantity.Sum.All(term => figure(term.Figure)?.Kind == FigureKind.Percent))
            return $"{bound}%";
        return quantity.IsRatio && bound > FarAboveOne ? $"{bound * 100}%" : bound.ToString();
    }
}
