using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

[Authorize(Policies.Administrator)]
public sealed class IndexModel(DxIndexDb db) : PageModel
{
    public sealed record Row(Guid Id, string UserName, string FullName, IReadOnlyList<string> Roles, string? Agency, bool Disabled);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await db.Set<Account>()
        .OrderBy(account => account.UserName)
        .Select(account => new Row(account.Id, account.UserName ?? "", account.FullName, account.Roles, account.AgencyCode, account.Disabled))
        .ToListAsync(ct);
}
