using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria.Drafting;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The office changes one element of a criteria set, while its edition is in preparation. What is saved may still lack things; nothing is
/// overwritten that somebody else changed meanwhile.
/// </summary>
public sealed class ChangeCriteria(CriteriaDrafts drafts, Acts acts)
{
    /// <returns>The draft as it stands now; null when there is no such group.</returns>
    /// <exception cref="RuleViolation"><c>criteria.not-office</c>, <c>edition.not-in-preparation</c>, and those of the edit</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else has changed the element since it was shown.</exception>
    public async Task<CriteriaDraft?> HandleAsync(int year, string group, DraftEdit edit, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.Office))
            throw new RuleViolation("criteria.not-office", new(
                "Chỉ cơ quan thường trực được sửa bộ chỉ số.", "Only the standing office can change the criteria."));
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(year, group, ct) is not { } found)
            return null;
        found.Edition.RequireInPreparation();
        if (edit.IsOvertaken(found.Draft))
            throw new ChangedMeanwhile();
        var before = edit.Current(found.Draft)?.DeepClone();
        edit.Apply(found.Draft);
        found.Group.Use(found.Draft.Text());
        await act.KeepAsync("criteria.change", $"editions/{year}/groups/{group}/{edit.Subject}".TrimEnd('/'), before, edit.Wanted, ct);
        return found.Draft;
    }
}
