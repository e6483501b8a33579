using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Targets;

/// <summary>
/// The office's file takes the place of a year's targets and of the values shown beside them: all of it, or nothing where anything is
/// wrong. What was published stays as it was frozen.
/// </summary>
public sealed class ImportTargets(DxIndexDb db, Acts acts, TargetRegister register)
{
    private const int LongestReason = 2_000;

    public sealed record Command(int Year, byte[] Content, string FileName, string? Reason);

    /// <returns>What the file would do, or has done; null where there is no edition of the year.</returns>
    internal async Task<TargetPlan?> CheckAsync(int year, byte[] content, CancellationToken ct) =>
        await register.FindAsync(year, ct) is { } found ? TargetPlan.Of(content, found) : null;

    /// <exception cref="RuleViolation"><c>target.reason</c>, and those of a spreadsheet</exception>
    internal async Task<TargetPlan?> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await register.FindToChangeAsync(command.Year, ct) is not { } found)
            return null;
        var plan = TargetPlan.Of(command.Content, found);
        if (plan.Faults.Count > 0 || plan.ChangesNothing)
            return plan;
        if (plan.Replaces && (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > LongestReason))
            throw new RuleViolation("target.reason", new("Nhập lý do, tối đa 2.000 ký tự.", "Enter the reason, at most 2,000 characters."));
        await ReplaceAsync(found, plan, ct);
        await act.KeepAsync(
            "target.import", $"editions/{command.Year}/targets",
            plan.Differences.Where(difference => difference is { IsSame: false, Before: not null })
                .Select(difference => Told(difference.Key, difference.Before)).ToList(),
            new
            {
                command.FileName,
                command.Reason,
                Changes = plan.Differences.Where(difference => difference is { IsSame: false, After: not null })
                    .Select(difference => Told(difference.Key, difference.After)).ToList(),
            },
            ct);
        return plan;
    }

    private async Task ReplaceAsync(TargetRegister.Found found, TargetPlan plan, CancellationToken ct)
    {
        // Sources first: the foreign key is the database's, not the model's.
        db.AddRange(plan.Sources.New);
        foreach (var document in plan.Sources.Documented)
        {
            var source = await db.Set<Source>().SingleAsync(source => source.Code == document.Code, ct);
            source.Documented(source.DocumentNumber ?? document.Number, source.Dated ?? document.Dated);
        }

        await db.SaveChangesAsync(ct);
        var numbers = found.There.Select(printed => printed.Figure.Number).ToList();
        await db.Set<PrintedFigure>().Where(figure => numbers.Contains(figure.Number)).ExecuteDeleteAsync(ct);
        db.AddRange(plan.Figures);
    }

    private static object Told(TargetKey key, PrintedFigure? figure) => new
    {
        key.Kind, key.Indicator, key.Group, Value = figure?.Value?.Vi, Period = figure?.Measured.ToString(), figure?.Source,
    };
}
