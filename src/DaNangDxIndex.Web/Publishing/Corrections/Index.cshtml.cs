using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Every version that was published of a year, with what it corrects and whom that moved, and what was withdrawn.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class IndexModel(PublicEditions editions, PublishedEditions published) : PageModel
{
    /// <param name="Withdrawal">Null unless it was withdrawn.</param>
    public sealed record Version(VersionOutline Published, bool Newest, Withdrawal? Withdrawal)
    {
        public PublishedEdition Edition => Published.Edition;
    }

    [FromRoute]
    public int Year { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Version> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == Year)?.Version is not { } newest)
            return NotFound();
        var withdrawn = await published.WithdrawnAsync(Year, ct);
        var versions = new List<Version>();
        for (var number = newest; number >= 1; number--)
        {
            if (await published.OutlineAsync(Year, number, ct) is { } version)
                versions.Add(new(version, number == newest, withdrawn.GetValueOrDefault(number)));
        }

        Versions = versions;
        return Page();
    }

    /// <summary>Of the version that a correction was made of; its groups name what changed.</summary>
    public PublishedGroup GroupOf(Version version, string agency) =>
        version.Edition.GroupOf(agency) ?? throw new InvalidOperationException($"{agency} stands in no group.");
}
