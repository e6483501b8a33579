namespace DaNangDxIndex.Accounts;

/// <summary>How long a browser that somebody has signed in with is known.</summary>
public static class DoorRules
{
    /// <summary>Since the last sign-in with it.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(365);
}
