using DaNangDxIndex.Agencies;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Who is assessed, in which group, and who exists only part of the year.</summary>
[Authorize(Policies.Office)]
public sealed class ParticipantsModel(EditionsInPreparation editions, PreparedEditions prepared, SetParticipants set)
    : PageModel, IShowsRefusals
{
    /// <param name="Group">Code of the group it is assessed in; empty where it is not assessed.</param>
    public sealed record Row(string Agency, string Name, string Group, bool Ranked);

    /// <summary>Agencies whose own group is the same.</summary>
    public sealed record Kind(string Code, string Name, IReadOnlyList<Row> Rows);

    private PreparedEdition? _all;

    [FromRoute]
    public int Year { get; set; }

    public PreparedEdition All => _all ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public bool InPreparation => All.Edition.Stage == EditionStage.Drafting;

    public IReadOnlyList<Kind> Kinds { get; private set; } = [];

    public IReadOnlyList<PartOfYear> PartOfYear { get; private set; } = [];

    public bool Saved { get; private set; }

    public Task<IActionResult> OnGetAsync(bool saved, CancellationToken ct)
    {
        Saved = saved;
        return ShowAsync(ct);
    }

    /// <param name="groups">Code of the group by agency; empty for one that is not assessed.</param>
    /// <param name="whole">Code of the group for all agencies of a kind, whatever stands beside each; empty for none.</param>
    /// <param name="unranked">Agencies that are assessed and not ranked.</param>
    public async Task<IActionResult> OnPostAsync(
        [Bind(Prefix = "group")] Dictionary<string, string?> groups, Dictionary<string, string?> whole, List<string> unranked, int version,
        CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        foreach (var kind in Kinds)
        {
            if (whole.GetValueOrDefault(kind.Code) is not { Length: > 0 } group)
                continue;
            foreach (var row in kind.Rows)
                groups[row.Agency] = group;
        }

        var chosen = groups.Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => new Participant(Year, pair.Key, pair.Value ?? "", !unranked.Contains(pair.Key, StringComparer.Ordinal)))
            .ToList();
        return await set.HandleAsync(new(Year, chosen, version), ct) ? RedirectToPage(new { Year, saved = true }) : NotFound();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await editions.FindAsync(Year, ct) is not { } found)
            return false;
        _all = await prepared.GatherAsync(found, ct);
        var chosen = _all.Participants.ToDictionary(participant => participant.Agency, StringComparer.Ordinal);
        var names = _all.Groups.ToDictionary(group => group.Group.Code, group => group.Group.Name.ForReader(), StringComparer.Ordinal);
        Kinds = [.. _all.Agencies
            .Where(agency => agency.Assessed && agency.InForceOn(_all.Edition.InForceOn))
            .GroupBy(agency => agency.Group, StringComparer.Ordinal)
            .OrderBy(kind => _all.Groups.ToList().FindIndex(group => group.Group.Code == kind.Key))
            .Select(kind => new Kind(kind.Key, names.GetValueOrDefault(kind.Key, kind.Key),
                [.. kind.Select(RowOf).OrderBy(row => row.Name, VietnameseOrder.Names)]))];
        PartOfYear = Agencies.PartOfYear.Of(_all.Agencies, _all.Edition.InForceOn);
        return true;

        Row RowOf(Agency agency) => new(
            agency.Code, agency.Name.ForReader(), chosen.GetValueOrDefault(agency.Code)?.Group ?? "",
            chosen.GetValueOrDefault(agency.Code)?.Ranked ?? true);
    }
}
