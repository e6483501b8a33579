using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing.Findings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>What was done, the reference to keep, and where to look now. May be bookmarked.</summary>
[Authorize(Policies.Publishing)]
public sealed class PublishedModel(DxIndexDb db, PublishedEditions published) : PageModel
{
    private PublishedVersion? _version;

    public PublishedVersion Version => _version ?? throw new InvalidOperationException("The page is shown only with a publication.");

    public IReadOnlyList<FindingOnPage> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken ct)
    {
        _version = await published.FindAsync(year, number, ct);
        if (_version is null)
            return NotFound();
        var signed = await db.Set<Publication>().AsNoTracking()
            .Where(publication => publication.Year == year && publication.Number == number)
            .Select(publication => new { publication.Findings, publication.FindingsDigest, publication.PublishedBy }).SingleAsync(ct);
        var acknowledged = await db.Set<Acknowledgement>().AsNoTracking()
            .Where(acknowledgement => acknowledgement.Year == year
                && acknowledgement.Digest == signed.FindingsDigest && acknowledgement.By == signed.PublishedBy)
            .ToDictionaryAsync(acknowledgement => acknowledgement.Kind, ct);
        Findings = [.. FindingsJson.Read(signed.Findings).Select(finding => new FindingOnPage(
            finding, year, acknowledged.TryGetValue(finding.Kind, out var own) ? [own] : [], FindingReader.Afterwards))];
        return Page();
    }
}
