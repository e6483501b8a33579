using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Homes;

/// <summary>All that awaits somebody, in each of their roles; what is owed comes first.</summary>
public sealed class Duties(DxIndexDb db, AgencyDuties agency, AppraisalDuties appraisal, EditionDuties office, AccountDuties accounts)
{
    public async Task<IReadOnlyList<Duty>> OfAsync(Actor actor, CancellationToken ct)
    {
        // One connection for all of it: on each opening the database is told the tenant anew.
        await db.Database.OpenConnectionAsync(ct);
        Duty[] duties = [.. await OfTheYearAsync(actor, ct), .. await accounts.OfAsync(actor, ct)];
        return [.. duties.OrderBy(duty => !duty.IsOwed)];
    }

    /// <summary>What somebody who leaves would leave undone.</summary>
    public async Task<IReadOnlyList<Duty>> UndoneAsync(Actor actor, CancellationToken ct) =>
        [.. (await OfTheYearAsync(actor, ct)).Where(duty => duty.IsOwed || duty.Bar is not null)];

    private async Task<IReadOnlyList<Duty>> OfTheYearAsync(Actor actor, CancellationToken ct)
    {
        var editions = await db.Set<Edition>().AsNoTracking().Where(edition => edition.Stage != EditionStage.Imported)
            .OrderByDescending(edition => edition.Year).ToListAsync(ct);
        return
        [
            .. await agency.OfAsync(actor, editions, ct),
            .. await appraisal.OfAsync(actor, editions, ct),
            .. await office.OfAsync(actor, editions, ct),
        ];
    }
}
