namespace DaNangDxIndex.Accounts;

/// <summary>
/// Tells somebody that the ways into the own account have changed, in the transaction of the change. Notices stand on accounts and not the
/// other way round, so accounts say only what they need; how it is told is said there.
/// </summary>
/// <param name="what">Name of the passkey, or of the provider; null where there is but one.</param>
public delegate Task TellOfWayIn(Guid account, WayInChange change, Bilingual? what, CancellationToken ct);
