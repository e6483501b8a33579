using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The office says which agency verifies each figure and appraises each criterion of a group.</summary>
public sealed class AssignUnits(EditionsInPreparation editions, PreparedEditions prepared, Acts acts)
{
    /// <param name="Figures">Code of the verifying agency by figure; null for any. Figures that are not named stay as they are.</param>
    /// <param name="Criteria">The same by criterion.</param>
    /// <param name="Seen"><see cref="EditionGroup.CriteriaMark"/> that was on screen.</param>
    public sealed record Command(
        int Year, string Group, IReadOnlyDictionary<string, string?> Figures, IReadOnlyDictionary<string, string?> Criteria, string Seen);

    /// <returns>False when there is no such group, or it has no criteria.</returns>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c>, <c>criteria.file</c>, <c>units.unknown</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } found
            || found.Group(command.Group) is not { CriteriaFile: { } file } group)
            return false;
        if (group.CriteriaMark != command.Seen)
            throw new ChangedMeanwhile();
        var set = CriteriaFile.Read(file).Require();
        Units.RequireKnown(command.Figures.Values.Concat(command.Criteria.Values), Units.Of(await prepared.GatherAsync(found, ct)));
        var assigned = set.Assigned(command.Figures, command.Criteria);
        group.Use(CriteriaFile.Write(assigned));
        found.Edition.Edited();
        await act.KeepAsync("edition.units", $"editions/{command.Year}/groups/{command.Group}", Told(set), Told(assigned), ct);
        return true;
    }

    private static object Told(CriteriaSet set) => new
    {
        Figures = set.Figures.ToDictionary(figure => figure.Code, figure => figure.VerifyingUnit, StringComparer.Ordinal),
        Criteria = set.Criteria.ToDictionary(criterion => criterion.Code, criterion => criterion.VerifyingUnit, StringComparer.Ordinal),
    };
}
