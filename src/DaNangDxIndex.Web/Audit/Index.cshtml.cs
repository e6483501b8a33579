using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Audit;

/// <summary>The trail, newest first, fifty to a page.</summary>
[Authorize(Policies.Auditor)]
public sealed class IndexModel(DxIndexDb db, VerifyTrail verify) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Entries with a smaller number than this.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>What the subject begins with: "editions/2025/agencies/w25-hai-chau".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public string Head { get; private set; } = "";

    public Pagination Pages { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (Before is { } before)
            entries = entries.Where(entry => entry.Number < before);
        if (!string.IsNullOrWhiteSpace(Subject))
            entries = entries.Where(entry => entry.Subject.StartsWith(Subject.Trim()));
        var found = await entries.OrderByDescending(entry => entry.Number).Take(PageSize + 1).ToListAsync(ct);
        Entries = [.. found.Take(PageSize)];
        Head = (await verify.HeadAsync(ct)).ToString();
        Pages = new(Before is null ? null : Address(null), found.Count > PageSize ? Address(Entries[^1].Number) : null);
    }

    public static string Shown(DateTimeOffset at) =>
        VietNamTime.Of(at).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private string Address(long? before) => Url.Page("/Audit/Index", new { Before = before, Subject }) ?? "";
}
