using System.Globalization;

namespace DaNangDxIndex.Criteria;

/// <summary>Which field of a rule's form a problem of the file belongs to.</summary>
internal static class RuleField
{
    /// <summary>"/rule/sum/parts/0/rule/linear/to" is "rule.parts.0.rule.to".</summary>
    public static string? Of(CriteriaProblem problem)
    {
        var pointer = problem.Pointer + (problem.Member is null ? "" : "/" + problem.Member);
        if (!pointer.StartsWith("/rule", StringComparison.Ordinal))
            return null;
        var (name, left) = ("rule", new Queue<string>(pointer.Split('/').Skip(2)));
        var kind = left.TryDequeue(out var first) ? first : "";
        while (left.TryDequeue(out var step))
        {
            switch (step)
            {
                case "parts" when left.Count > 0:
                    name += $".parts.{left.Dequeue()}";
                    if (left.TryDequeue(out var side) && side == "weight")
                        return name + ".weight";
                    name += ".rule";
                    kind = left.TryDequeue(out var inner) ? inner : "";
                    break;
                case "levels" when left.Count > 0:
                    return $"{name}.rows.{left.Dequeue()}.{(left.TryDequeue(out var column) && column == "share" ? "share" : "key")}";
                case "of" or "from" or "to" or "cap":
                    return $"{name}.{step}";
                case "options":
                    return name + ".of";
                default:
                    if (kind != "best" || !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                        return name + ".kind";
                    name += $".parts.{step}.rule";
                    kind = left.TryDequeue(out var best) ? best : "";
                    break;
            }
        }

        return name + ".kind";
    }
}
