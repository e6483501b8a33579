namespace DaNangDxIndex.Accounts;

/// <summary>How long somebody stays signed in.</summary>
public static class SessionRules
{
    /// <summary>Without a request the sign-in ends after this time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(10);

    /// <summary>After this time it ends however much was asked meanwhile: nobody works on from one day into the next.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>When somebody was last seen is told to this much.</summary>
    public static readonly TimeSpan Seen = TimeSpan.FromMinutes(5);

    /// <summary>What has ended is forgotten after this time, with the address it came from.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    public static bool IsOpen(DateTimeOffset beganAt, DateTimeOffset lastSeenAt, DateTimeOffset now) =>
        now < beganAt + Longest && now < lastSeenAt + Idle + Seen;
}
