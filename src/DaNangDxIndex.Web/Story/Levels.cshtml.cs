using System.Globalization;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Ranking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Story;

/// <summary>
/// The levels of government side by side, and each district with the agencies under it. District and tier are picked by the address.
/// </summary>
[AllowAnonymous, PublicAnswer]
public sealed class LevelsModel(PublicEditions editions, RankedTables tables) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    /// <summary>Code of the district whose agencies are listed.</summary>
    [FromQuery]
    public string? Parent { get; set; }

    /// <summary>Place of the tier whose agencies are listed, 1 for the best.</summary>
    [FromQuery]
    public string? Tier { get; set; }

    [FromQuery]
    public int? Version { get; set; }

    public IReadOnlyList<Level> Levels { get; private set; } = [];

    public IReadOnlyList<District> Districts { get; private set; } = [];

    /// <summary>All totals of all levels, for one scale of the pictures.</summary>
    public IReadOnlyList<decimal> Totals => [.. Levels.SelectMany(level => level.Totals)];

    /// <summary>Tiers to pick from, of the first level that knows any.</summary>
    public IReadOnlyList<RankedTier> Tiers => Levels.Select(level => level.Table.Tiers).FirstOrDefault(tiers => tiers.Count > 0) ?? [];

    public bool IsFiltered => !string.IsNullOrEmpty(Parent) || !string.IsNullOrEmpty(Tier);

    /// <summary>What the address picks, level by level: a district counts to its own agencies.</summary>
    public IReadOnlyList<(RankedTable Table, RankedAgency Line)> Listed =>
    [
        .. from level in Levels
           from line in level.Table.Agencies
           where string.IsNullOrEmpty(Parent) || line.Parent == Parent || line.Code == Parent
           where string.IsNullOrEmpty(Tier)
               || level.Table.Tier(line.Tier)?.Place.ToString(CultureInfo.InvariantCulture) == Tier
           select (level.Table, line),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == Year) is not { HasResults: true } edition)
            return NotFound();
        var levels = new List<Level>();
        foreach (var group in edition.Groups)
        {
            if (await tables.FindAloneAsync(Year, group.Code, Version, ct) is { } table)
                levels.Add(new(table));
        }

        (Levels, Districts) = (levels, District.Of([.. levels.Select(level => level.Table)]));
        return levels.Count == 0 ? NotFound() : Page();
    }
}
