using System.Diagnostics;
using System.Globalization;

namespace DaNangDxIndex.Measured;

/// <summary>What one of many equal requests costs: processor time of the program, of PostgreSQL, and the time by the clock.</summary>
internal sealed record Cost(TimeSpan Web, TimeSpan Database, TimeSpan Clock)
{
    public static async Task<Cost> OfAsync(ProcessorTime web, ProcessorTime postgres, int times, Func<Task> act)
    {
        var (before, there, clock) = (web.Spent(), postgres.Spent(), Stopwatch.StartNew());
        for (var time = 0; time < times; time++)
            await act();
        var elapsed = clock.Elapsed;
        return new((web.Spent() - before) / times, (postgres.Spent() - there) / times, elapsed / times);
    }

    /// <summary>Of each part by itself, so that a turn in which the machine did something else does not count.</summary>
    public static Cost Median(IReadOnlyList<Cost> turns) =>
        new(Middle(turns, cost => cost.Web), Middle(turns, cost => cost.Database), Middle(turns, cost => cost.Clock));

    public override string ToString() => string.Join(" | ", new[] { Web, Database, Clock }
        .Select(part => part.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture)));

    private static TimeSpan Middle(IReadOnlyList<Cost> turns, Func<Cost, TimeSpan> part) =>
        turns.Select(part).Order().ElementAt(turns.Count / 2);
}
