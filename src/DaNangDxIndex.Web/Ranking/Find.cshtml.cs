using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Ranking;

/// <summary>Agencies of all groups of an edition by their names, with or without marks, or by their codes.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class FindModel(PublicEditions editions, RankedTables tables) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    [FromQuery]
    public AskedWords? Q { get; set; }

    /// <summary>In the order of the groups, then of their tables.</summary>
    public IReadOnlyList<(RankedTable Table, RankedAgency Line)> Found { get; private set; } = [];

    public bool IsAsked => Q is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == Year) is not { HasResults: true } edition)
            return NotFound();
        if (Q is null)
            return Page();
        var found = new List<(RankedTable, RankedAgency)>();
        foreach (var group in edition.Groups)
        {
            if (await tables.FindAsync(Year, group.Code, number: null, ct) is { } table)
                found.AddRange(table.Agencies.Where(line => Q.StandIn($"{line.Name.Vi} {line.Name.En} {line.Code}"))
                    .Select(line => (table, line)));
        }

        Found = found;
        return Page();
    }
}
