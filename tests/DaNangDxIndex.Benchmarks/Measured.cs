using System.Diagnostics;

namespace DaNangDxIndex;

/// <summary>What one piece of work cost: the median over its runs, and the bytes one run allocated on this thread.</summary>
internal sealed record Measured(TimeSpan Median, long Bytes, int Runs)
{
    /// <summary>Runs until there are enough runs and enough time has passed; the first run only warms up where there is time for a second.</summary>
    public static Measured Of(Action work, double seconds = 3, int most = 200)
    {
        var times = new List<TimeSpan>();
        var all = Stopwatch.StartNew();
        work();
        var first = all.Elapsed;
        GC.Collect();
        var bytes = 0L;
        while (times.Count < most && (times.Count < 3 || all.Elapsed.TotalSeconds < seconds) && first.TotalSeconds * (times.Count + 1) < 10 * seconds)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var one = Stopwatch.StartNew();
            work();
            times.Add(one.Elapsed);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        times.Sort();
        return new Measured(times.Count == 0 ? first : times[times.Count / 2], bytes, Math.Max(1, times.Count));
    }
}
