using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Documents;

/// <summary>A page about one version of a year, in preparation or published.</summary>
public abstract class DocumentsPage(DocumentedVersions versions) : PageModel
{
    private DocumentedVersion? _documented;

    protected DocumentedVersions Versions { get; } = versions;

    [FromRoute]
    public int Year { get; set; }

    /// <summary>Number of a version; without it the one in force, or the next one while none is.</summary>
    [FromQuery]
    public int? Version { get; set; }

    public DocumentedVersion Documented => _documented ?? throw new InvalidOperationException("The page is shown only with a version.");

    public int Number => Documented.Edition.Number;

    /// <returns>False where there is no such version, or nobody in it.</returns>
    protected async Task<bool> FindAsync(CancellationToken ct) =>
        (_documented = await Versions.FindAsync(Year, Version, ct)) is { Edition.Groups.Count: > 0 };
}
