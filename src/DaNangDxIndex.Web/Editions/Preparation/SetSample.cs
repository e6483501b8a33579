using System.Security.Cryptography;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>
/// The office says which share of the criteria is judged twice. The seed of the draw is made with it, and stays once the edition is open.
/// </summary>
public sealed class SetSample(DxIndexDb db, EditionsInPreparation editions, Acts acts)
{
    /// <param name="Version">Of the setting that was on screen; 0 where there was none.</param>
    public sealed record Command(int Year, int Percent, int Version);

    /// <returns>False when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>edition.not-in-preparation</c>, <c>sample.percent</c></exception>
    /// <exception cref="ChangedMeanwhile"/>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } found)
            return false;
        found.Edition.RequireInPreparation();
        var sample = await db.Set<Sample>().AsTracking().SingleOrDefaultAsync(sample => sample.Year == command.Year, ct);
        ChangedMeanwhile.RequireSame(command.Version, sample?.Version ?? 0);
        var before = sample?.Percent;
        sample ??= db.Add(new Sample(command.Year, 0, "")).Entity;
        sample.Draw(command.Percent, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        await act.KeepAsync(
            "edition.sample", $"editions/{command.Year}", new { Percent = before }, new { Percent = (int?)sample.Percent }, ct);
        return true;
    }
}
