using System.Linq.Expressions;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publications;

/// <summary>Agencies as everybody may know them: all but whom the office calls there, which public answers cannot ask for at all.</summary>
internal static class PublicAgencies
{
    public static IQueryable<Agency> Of(DxIndexDb db, Expression<Func<Agency, bool>>? which = null) =>
        (which is null ? db.Set<Agency>() : db.Set<Agency>().Where(which)).AsNoTracking().Select(agency => new Agency(
            agency.Code, agency.Group, agency.Assessed, agency.Parent, agency.ValidFrom, agency.ValidTo, agency.GsoCode, agency.Verified)
            // Of agency.Name the whole row would be fetched.
            .Named(new(agency.Name.Vi, agency.Name.En), agency.Successors).Of(agency.Kind));
}
