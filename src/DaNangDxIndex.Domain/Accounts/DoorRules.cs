namespace DaNangDxIndex.Accounts;

/// <summary>How many wrong guesses close a door to an account, for how long, and how long a browser is known.</summary>
public static class DoorRules
{
    /// <summary>Wrong ones in a row, of passwords or codes.</summary>
    public const int Guesses = 5;

    public static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    /// <summary>Since the last sign-in with it.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(365);
}
