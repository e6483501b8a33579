namespace DaNangDxIndex.Accounts.Providers;

/// <summary>How somebody came in who did not show our password.</summary>
/// <param name="Authenticated">When the provider last asked the person, as it says; null where it does not.</param>
/// <param name="Second">It says that a second factor was shown, and the tenant takes its word.</param>
public sealed record ProviderProof(Guid Provider, DateTimeOffset? Authenticated, bool Second);
