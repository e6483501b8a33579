namespace DaNangDxIndex.Database;

/// <summary>
/// Who waits for a connection of a cluster. Where more people come than can be served, waiting longer helps nobody: whoever would not be
/// served within two seconds, at the pace of the last one, is told at once, and those who wait are served at full pace.
/// </summary>
public sealed class Queue(TimeProvider clock)
{
    /// <summary>So many may wait whatever the pace: nobody knows it before the first answers.</summary>
    public const int AtLeast = 100;

    private const int LongestSeconds = 2;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _pace = new();
    private long _began = clock.GetTimestamp();
    private int _served;
    private int _servedBefore;
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    public bool IsTooLong => Waiting is > AtLeast and var waiting && waiting > LongestSeconds * Pace();

    public void Join() => Interlocked.Increment(ref _waiting);

    /// <summary>Served, or gone.</summary>
    public void Leave()
    {
        Interlocked.Decrement(ref _waiting);
        lock (_pace)
        {
            Turn();
            _served++;
        }
    }

    /// <summary>Served in a second: the last whole one, or this one where it is ahead of that.</summary>
    private int Pace()
    {
        lock (_pace)
        {
            Turn();
            return Math.Max(_served, _servedBefore);
        }
    }

    private void Turn()
    {
        var since = clock.GetElapsedTime(_began);
        if (since < Second)
            return;
        (_servedBefore, _served) = (since < 2 * Second ? _served : 0, 0);
        _began = clock.GetTimestamp();
    }
}
