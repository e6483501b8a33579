using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Evidence;

/// <summary>The agency's folder: what it can show, the whole year round.</summary>
[Authorize(Policies.AgencyStaff)]
public sealed class IndexModel(FolderContents contents, EvidenceHints hints, AgencyFolder folder, FolderLimit limit, Addresses addresses)
    : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(ShownPiece Shown, IReadOnlyList<Attachment> Attached, IReadOnlyList<Bilingual> Hints);

    [FromRoute]
    public string Agency { get; set; } = "";

    [FromQuery]
    public AskedWords? Find { get; set; }

    /// <summary>Shows what was hidden instead.</summary>
    [FromQuery]
    public bool Hidden { get; set; }

    [FromQuery]
    public int From { get; set; }

    /// <summary>What is said where no row is.</summary>
    public string Nothing => Find is not null ? "Find.Nothing" : Hidden ? "Folder.NothingHidden" : "Folder.Empty";

    public int Found { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long Used { get; private set; }

    public long Most => limit.Bytes;

    public Pagination Pages { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = FolderContents.Find(await contents.AllAsync(Agency, Hidden, ct), Find);
        var page = found.Skip(Math.Max(0, From)).Take(PageSize).ToList();
        var attached = await contents.AttachedAsync(Agency, ct);
        var hinted = await hints.OfAsync(Agency, null, page, ct);
        Rows = [.. page.Select(shown => new Row(shown, [.. attached[shown.Piece.Id]], [.. hinted[shown.Piece.Id]]))];
        Found = found.Count;
        Used = await folder.UsedAsync(Agency, ct);
        Pages = new(From > 0 ? At(Math.Max(0, From - PageSize)) : null, From + PageSize < Found ? At(From + PageSize) : null);
    }

    private string At(int from) => addresses.Page(
        $"{EvidencePath.Folder(Agency)}?from={from}&hidden={(Hidden ? "true" : "false")}"
        + $"&find={Uri.EscapeDataString(Find?.ToString() ?? "")}");
}
