using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Trail;

/// <summary>The trail in sentences, newest first, fifty to a page; each entry as it was written lies folded under its sentence.</summary>
[Authorize(Policies.Trail)]
public sealed class IndexModel(TrailView trail, ToldEntries told, VerifyTrail verify, CurrentAccount account) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Entries with a smaller number than this.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [FromQuery]
    public TrailFilter Filter { get; set; } = new();

    public IReadOnlyList<ToldEntry> Entries { get; private set; } = [];

    /// <summary>From where the request came, by the entry's number; for administrators alone.</summary>
    public IReadOnlyDictionary<long, string> Origins { get; private set; } = new Dictionary<long, string>();

    public string Head { get; private set; } = "";

    public Pagination Pages { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Refuse(nameof(Filter.From), Filter.FirstDay);
        Refuse(nameof(Filter.To), Filter.LastDay);
        Head = (await verify.HeadAsync(ct)).ToString();
        if (!ModelState.IsValid)
            return;
        var found = await trail.FindAsync(Filter, Before, PageSize + 1, ct);
        Entries = await told.OfAsync([.. found.Take(PageSize)], ct);
        if (account.Is(Role.Administrator))
            Origins = await trail.OriginsAsync([.. Entries.Select(toldEntry => toldEntry.Entry.Number)], ct);
        Pages = new(Before is null ? null : Address(null), found.Count > PageSize ? Address(found[PageSize - 1].Number) : null);
    }

    public static string Shown(DateTimeOffset at) => VietNamTime.SecondAndDay(at, Addresses.Language);

    private void Refuse(string field, TypedDate.Reading? reading)
    {
        if (reading?.Refusal is { } refusal)
            ModelState.AddModelError(field, refusal.ForReader());
    }

    private string Address(long? before) =>
        Url.Page("/Trail/Index", new { before, Filter.Agency, Filter.Of, Filter.Who, Filter.Act, Filter.From, Filter.To }) ?? "";
}
