namespace DaNangDxIndex;

/// <summary>
/// What one piece of work cost: the median of its processor time, and the bytes it allocated on this thread.
/// Processor time, not the clock's, so that a machine that has other things to do does not change the ratios.
/// </summary>
internal sealed record Measured(TimeSpan Median, long Bytes)
{
    // Short work is repeated until a batch is long enough for the processor's clock.
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);
    private const int MostBatches = 15;
    private const int FewestBatches = 3;

    /// <param name="elsewhere">Processor time of another process that works for this one.</param>
    public static Measured Of(Action work, Func<TimeSpan>? elsewhere = null)
    {
        TimeSpan Clock() => Environment.CpuUsage.TotalTime + (elsewhere?.Invoke() ?? TimeSpan.Zero);
        var start = Clock();
        var repeats = 0;
        do
        {
            work();
            repeats++;
        }
        while (Clock() - start < Batch);

        List<TimeSpan> times = [];
        var bytes = 0L;
        while (times.Count < FewestBatches || (times.Count < MostBatches && Clock() - start < Enough))
        {
            GC.Collect();
            var (before, allocated) = (Clock(), GC.GetAllocatedBytesForCurrentThread());
            for (var repeat = 0; repeat < repeats; repeat++)
                work();
            times.Add((Clock() - before) / repeats);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / repeats;
        }

        times.Sort();
        return new Measured(times[times.Count / 2], bytes);
    }
}
