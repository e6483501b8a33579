using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>From a rounded total to a tier, and past its gates.</summary>
public static class Tiering
{
    /// <summary>
    /// The tier of a rounded total, without gates. Bounds are lower-inclusive, or
    /// upper-inclusive where the method has it so; zero is always in the lowest tier.
    /// </summary>
    public static Tier Of(Method method, decimal total) => method.Tiers[IndexOf(method, total)];

    /// <summary>The tier after the gates, and the gates that bit, each a footnote.</summary>
    public static (Tier? Tier, IReadOnlyList<GateBite> Gates) Of(Method method, decimal total, IReadOnlyList<ComponentResult> components)
    {
        var natural = IndexOf(method, total);
        var (index, bites) = (natural, new List<GateBite>());
        while (FirstBite(method, index, components) is { } bite)
        {
            bites.Add(new GateBite(bite.Gate, method.Tiers[bite.Index], method.Tiers[natural], bite.Under));
            index = bite.Index + 1;
        }

        return (method.Tiers[index], bites);
    }

    private static int IndexOf(Method method, decimal total)
    {
        var measure = method.TiersOn == TiersOn.Percent ? (Fraction)total * 100 / method.Scale : total;
        var last = method.Tiers.Count - 1;
        for (var index = 0; index < last; index++)
        {
            var from = method.Tiers[index].From;
            if (method.TierBounds == TierBounds.LowerInclusive ? measure >= from : measure > from)
                return index;
        }

        return last;
    }

    // A gate on "good" holds for every tier above it too.
    private static (Gate Gate, int Index, IReadOnlyList<Component> Under)? FirstBite(
        Method method, int tier, IReadOnlyList<ComponentResult> components)
    {
        foreach (var gate in method.Gates)
        {
            var index = method.Tiers.Select(tier => tier.Code).ToList().IndexOf(gate.Tier);
            if (index < tier)
                continue;
            var under = components.Where(result => IsGated(gate, result.Component) && result.Points < gate.Least * result.Maximum)
                .Select(result => result.Component).ToList();
            if (under.Count > 0)
                return (gate, index, under);
        }

        return null;
    }

    private static bool IsGated(Gate gate, Component component) => gate.Components.Count > 0
        ? gate.Components.Contains(component.Code, StringComparer.Ordinal)
        : component.Block == Block.Base;
}
