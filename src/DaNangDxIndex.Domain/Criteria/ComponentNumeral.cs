using System.Globalization;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The number of a component: the part that its criteria name ("8.1" stands in part VIII), and where several components share
/// a part, a letter behind it: bonus and penalty are VIII.A and VIII.B. Components whose criteria name no part are counted.
/// </summary>
public static class ComponentNumeral
{
    public static string Of(CriteriaSet set, Component component)
    {
        if (PartOf(component) is not { } part)
            return RomanNumeral.Of(set.Components.ToList().IndexOf(component) + 1);
        var sharing = set.Components.Where(other => PartOf(other) == part).ToList();
        return RomanNumeral.Of(part) + (sharing.Count == 1 ? "" : $".{(char)('A' + sharing.IndexOf(component))}");
    }

    private static int? PartOf(Component component)
    {
        var parts = component.Criteria.Select(criterion => criterion.Code.Split('.')[0]).Distinct(StringComparer.Ordinal).ToList();
        return parts is [var single] && int.TryParse(single, CultureInfo.InvariantCulture, out var part) && part is > 0 and < 40
            ? part
            : null;
    }
}
