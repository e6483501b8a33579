namespace DaNangDxIndex.Database;

/// <summary>Time that goes on when a test says so, however busy the machine is.</summary>
internal sealed class PassedTime : TimeProvider
{
    public double Seconds { get; set; } = 1;

    /// <summary>Whoever waits from now on has waited long enough.</summary>
    public bool Passes { get; set; }

    public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Passes ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
}
