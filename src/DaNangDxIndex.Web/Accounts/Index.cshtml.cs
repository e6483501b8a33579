using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

[Authorize(Policies.Administrator)]
public sealed class IndexModel(DxIndexDb db) : PageModel
{
    public sealed record Row(Guid Id, string UserName, string FullName, IReadOnlyList<string> Roles, string? Agency, bool Disabled);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var names = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        var accounts = await db.Set<Account>().AsNoTracking().OrderBy(account => account.UserName).ToListAsync(ct);
        Rows = [.. accounts.Select(account => new Row(
            account.Id, account.UserName ?? "", account.FullName, account.Roles, AgencyOf(account.AgencyCode), account.Disabled))];

        string? AgencyOf(string? code) => code is null ? null : names.GetValueOrDefault(code)?.In(Addresses.Language) ?? code;
    }
}
