namespace DaNangDxIndex.Accounts;

/// <summary>More people sign in at this moment than are served; the same request may succeed in a moment.</summary>
public sealed class TooManyAtOnce() : Exception("Too many passwords wait to be checked.");
