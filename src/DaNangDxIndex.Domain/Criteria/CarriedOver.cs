namespace DaNangDxIndex.Criteria;

/// <summary>A criteria set taken over into another edition: the same criteria, with the agencies that it names as they are then.</summary>
public static class CarriedOver
{
    /// <param name="heir">
    /// The agency that now has the tasks of one that was named; null where there is no single one, and then nobody is named.
    /// </param>
    public static CriteriaSet To(this CriteriaSet set, int year, Func<string, string?> heir) => set with
    {
        Edition = year,
        Kinds = [.. set.Kinds.Select(
            kind => kind with { Agencies = [.. kind.Agencies.Select(heir).OfType<string>().Distinct(StringComparer.Ordinal)] })],
        Figures = [.. set.Figures.Select(figure => figure with { VerifyingUnit = Heir(figure.VerifyingUnit, heir) })],
        Components = [.. set.Components.Select(component => component with
        {
            Criteria = [.. component.Criteria.Select(criterion => criterion with { VerifyingUnit = Heir(criterion.VerifyingUnit, heir) })],
        })],
    };

    private static string? Heir(string? unit, Func<string, string?> heir) => unit is null ? null : heir(unit);
}
