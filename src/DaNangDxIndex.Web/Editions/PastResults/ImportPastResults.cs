using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>
/// Stores the results of an earlier year as they were printed; takes them back, or puts others in their place, while nothing rests on them.
/// </summary>
public sealed class ImportPastResults(DxIndexDb db, Acts acts, PastResultsRegister register, KeptUploads uploads)
{
    public const string Purpose = "past-results";
    private const int LongestReason = 2_000;

    /// <param name="Year">Null where the file has faults; they stand on the page of the check.</param>
    public sealed record Outcome(int? Year);

    /// <param name="reason">Needed where results of the year are replaced.</param>
    /// <returns>Null when the file is no longer kept.</returns>
    /// <exception cref="RuleViolation"><c>past.reason</c></exception>
    /// <exception cref="ChangedMeanwhile">Somebody else has imported the same year since.</exception>
    public async Task<Outcome?> HandleAsync(Guid upload, Guid account, string? reason, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await uploads.FindAsync(upload, Purpose, account, ct) is not { } kept)
            return null;
        var plan = PastPlan.Of(kept.Content, await register.ReadAsync(ct));
        if (plan.Faults.Count > 0 || plan.Edition is not { } edition)
            return new(null);
        if (plan.Replaces)
        {
            RequireReason(reason);
            await DeleteAsync(edition.Year, ct);
            act.Tell("edition.remove-results", $"editions/{edition.Year}", null, new { Reason = reason });
        }

        // One table after the other: the foreign keys between them are the database's, not the model's.
        IEnumerable<object>[] inTurn =
        [
            plan.NewSeries is { } series ? [series] : [],
            plan.NewSources, [edition], plan.Groups, plan.Tiers, plan.Standings, plan.Counts,
        ];
        foreach (var rows in inTurn)
        {
            db.AddRange(rows);
            await db.SaveChangesAsync(ct);
        }

        await uploads.ForgetAsync(upload, ct);
        await act.KeepAsync(
            "edition.import-results", $"editions/{edition.Year}", null,
            new { edition.Series, Groups = plan.Groups.Count, Results = plan.Standings.Count, Counts = plan.Counts.Count, kept.FileName },
            ct);
        return new(edition.Year);
    }

    /// <returns>False when no imported results of the year are there.</returns>
    /// <exception cref="RuleViolation"><c>past.reason</c>, <c>past.held</c></exception>
    public async Task<bool> RemoveAsync(int year, string? reason, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var found = await register.ReadAsync(ct);
        if (found.Editions.GetValueOrDefault(year) is not { Stage: EditionStage.Imported })
            return false;
        if (found.Holds(year) is { } held)
            throw new RuleViolation("past.held", held);
        RequireReason(reason);
        await DeleteAsync(year, ct);
        await act.KeepAsync("edition.remove-results", $"editions/{year}", null, new { Reason = reason }, ct);
        return true;
    }

    private static void RequireReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            throw new RuleViolation("past.reason", new("Nhập lý do, tối đa 2.000 ký tự.", "Enter the reason, at most 2,000 characters."));
    }

    private async Task DeleteAsync(int year, CancellationToken ct)
    {
        await db.Set<ImportedStanding>().Where(standing => standing.Year == year).ExecuteDeleteAsync(ct);
        await db.Set<ImportedTierCount>().Where(count => count.Year == year).ExecuteDeleteAsync(ct);
        await db.Set<ImportedTier>().Where(tier => tier.Year == year).ExecuteDeleteAsync(ct);
        // The groups of an edition that is there do not change any more: it goes before them.
        await db.Database.ExecuteSqlAsync($"SET CONSTRAINTS edition_group_tenant_id_year_fkey DEFERRED", ct);
        await db.Set<Edition>().Where(edition => edition.Year == year && edition.Stage == EditionStage.Imported).ExecuteDeleteAsync(ct);
        await db.Set<EditionGroup>().Where(group => group.Year == year).ExecuteDeleteAsync(ct);
    }
}
