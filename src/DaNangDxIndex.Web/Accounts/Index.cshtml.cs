using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Everybody this person keeps: found by name, role, agency and state; links for those who are ticked.</summary>
[Authorize(Policies.Accounts)]
public sealed class IndexModel(DxIndexDb db, CurrentAccount current, TimeProvider clock) : PageModel
{
    public const int PageSize = 200;

    /// <param name="Kept">False for a colleague whose account somebody else keeps.</param>
    public sealed record Row(Account Account, IReadOnlyList<Role> Waiting, string? Agency, bool Kept);

    [FromQuery(Name = "q")]
    public AskedWords? Search { get; set; }

    [FromQuery(Name = "role")]
    public string? WithRole { get; set; }

    [FromQuery(Name = "agency")]
    public string? OfAgency { get; set; }

    [FromQuery(Name = "state")]
    public AccountState? InState { get; set; }

    [FromQuery]
    public int From { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>How many of all are looked for.</summary>
    public int Found { get; private set; }

    public int All { get; private set; }

    /// <summary>Roles, and links without their code, that wait for a second administrator.</summary>
    public int Waiting { get; private set; }

    public AgencyNames? Agencies { get; private set; }

    public bool IsAdministrator => current.Is(Role.Administrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Agencies = await AgencyNames.ReadAsync(db, ct);
        var waiting = (await db.Set<Appointment>().AsNoTracking().Where(appointment => appointment.Outcome == null).ToListAsync(ct))
            .ToLookup(appointment => appointment.AccountId, appointment => appointment.Role);
        var agency = current.Agency;
        var all = db.Set<Account>().AsNoTracking();
        if (!IsAdministrator)
            all = all.Where(account => account.AgencyCode == agency);
        All = await all.CountAsync(ct);
        Waiting = IsAdministrator ? waiting.Count + await LinksWaitingAsync(waiting, ct) : 0;
        var filter = new AccountFilter(Search, WithRole, OfAgency, InState);
        var found = filter.In(
            db, all, [.. waiting.Where(roles => roles.Any(role => role.Code() == WithRole)).Select(roles => roles.Key)]);
        Found = filter.AsksNothing ? All : await found.CountAsync(ct);
        From = Math.Clamp(From, 0, Math.Max(0, Found - 1));
        Rows = (await found.OrderBy(account => account.UserName).Skip(From).Take(PageSize).ToListAsync(ct)).ConvertAll(account => new Row(
            account, [.. waiting[account.Id]], Agencies.Of(account.AgencyCode),
            RoleRules.Keeps(current.Actor, account.Held, account.AgencyCode)));
    }

    /// <summary>Links that lack their code, of accounts for which no role waits as well.</summary>
    private async Task<int> LinksWaitingAsync(ILookup<Guid, Role> waiting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await db.Set<Account>().AsNoTracking().Where(account => account.ResetAskedBy != null).ToListAsync(ct))
            .Count(account => !waiting.Contains(account.Id) && account.AwaitsCode(now));
    }

    public Pagination? Pages => Found <= PageSize ? null : new(
        From == 0 ? null : AddressWith.Query(Request, ("from", $"{Math.Max(0, From - PageSize)}")),
        From + PageSize >= Found ? null : AddressWith.Query(Request, ("from", $"{From + PageSize}")));
}
