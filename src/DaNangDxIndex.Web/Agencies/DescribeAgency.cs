using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

/// <summary>Whom to call, the English name and the statistical code. All else about an agency changes by an act.</summary>
public sealed class DescribeAgency(DxIndexDb db, Acts acts)
{
    /// <param name="Version">The version that was on screen.</param>
    public sealed record Command(string Code, int Version, string NameEn, string? GsoCode, AgencyContact Contact);

    public static IEnumerable<LineageFault> FaultsOf(Command command) =>
    [
        .. NewAgencyRules.Name(new("x", command.NameEn), "Name"), .. AgencyDescriptionRules.FaultsOf(command.GsoCode, command.Contact),
    ];

    /// <returns>False when there is no such agency.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else has changed the agency since.</exception>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await db.Set<Agency>().SingleOrDefaultAsync(agency => agency.Code == command.Code, ct) is not { } agency)
            return false;
        ChangedMeanwhile.RequireSame(command.Version, agency.Version);
        var before = Shown(agency);
        agency.Describe(command.NameEn, command.GsoCode, command.Contact);
        await act.KeepAsync("agency.describe", $"agencies/{agency.Code}", before, Shown(agency), ct);
        return true;
    }

    private static object Shown(Agency agency) => new { agency.Name.En, agency.GsoCode, agency.Contact };
}
