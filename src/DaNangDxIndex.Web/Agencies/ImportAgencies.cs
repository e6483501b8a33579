using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Agencies;

/// <summary>Applies the office's list: all of it, or nothing where anything is wrong.</summary>
public sealed class ImportAgencies(DxIndexDb db, Acts acts, AgencyRegister register, KeptUploads uploads)
{
    public const string Purpose = "agencies";

    /// <param name="Applied">False when the list has faults; they stand on the page of the check.</param>
    public sealed record Outcome(bool Applied, int New, int Changed);

    /// <returns>Null when the file is no longer kept.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else has changed one of the agencies since.</exception>
    public async Task<Outcome?> HandleAsync(Guid upload, Guid account, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await uploads.FindAsync(upload, Purpose, account, ct) is not { } kept)
            return null;
        var plan = AgencyPlan.Of(kept.Content, await register.FindToChangeAsync(ct));
        if (plan.Faults.Count > 0)
            return new(false, 0, 0);
        foreach (var line in plan.New)
        {
            var agency = Agency.Entered(line.Agency, line.From);
            agency.Describe(agency.Name.En, agency.GsoCode, line.Contact);
            db.Add(agency);
            act.Tell("agency.enter", $"agencies/{agency.Code}", null, line.Agency);
        }
        foreach (var change in plan.Changes)
        {
            act.Tell(
                "agency.change",
                $"agencies/{change.Agency.Code}",
                change.Differences.ToDictionary(difference => difference.Column, difference => difference.Before, StringComparer.Ordinal),
                change.Differences.ToDictionary(difference => difference.Column, difference => difference.After, StringComparer.Ordinal));
            Apply(change);
        }

        await uploads.ForgetAsync(upload, ct);
        await act.KeepAsync("agency.import", "agencies", null, new { New = plan.New.Count, Changed = plan.Changes.Count, plan.Same }, ct);
        return new(true, plan.New.Count, plan.Changes.Count);
    }

    /// <summary>Only the columns that the file has and that differ.</summary>
    private static void Apply(AgencyPlan.Change change)
    {
        var (agency, line) = (change.Agency, change.Line);
        var differs = change.Differences.Select(difference => difference.Column).ToHashSet(StringComparer.Ordinal);
        var (name, place) = (line.Agency.Name, line.Agency.Place);
        if (change.Differences.Any(difference => difference.ByAct))
        {
            agency.Correct(
                agency.Name with { Vi = name.Vi },
                place with { Parent = differs.Contains(AgencyColumns.Parent) ? place.Parent : agency.Parent },
                differs.Contains(AgencyColumns.From) ? line.From : agency.ValidFrom,
                differs.Contains(AgencyColumns.Assessed) ? line.Agency.Assessed : agency.Assessed);
        }
        agency.Describe(
            name.En,
            differs.Contains(AgencyColumns.GsoCode) ? line.Agency.GsoCode : agency.GsoCode,
            new(
                differs.Contains(AgencyColumns.ContactName) ? line.Contact.Name : agency.ContactName,
                differs.Contains(AgencyColumns.ContactPhone) ? line.Contact.Phone : agency.ContactPhone,
                differs.Contains(AgencyColumns.ContactEmail) ? line.Contact.Email : agency.ContactEmail));
    }
}
