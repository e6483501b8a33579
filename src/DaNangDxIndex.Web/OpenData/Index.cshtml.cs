using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing.OpenData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.OpenData;

/// <summary>All that may be taken away, with a sentence to each.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class IndexModel(OpenCatalogue catalogue, PublicEditions editions) : PageModel
{
    public IReadOnlyList<Described> Sets { get; private set; } = [];

    /// <summary>Years whose results others had printed: a table to each group.</summary>
    public IReadOnlyList<PublicEdition> Printed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Sets = await catalogue.ListAsync(ct);
        Printed = [.. (await editions.ListAsync(ct)).Where(edition => edition.Stage == EditionStage.Imported)];
    }
}
