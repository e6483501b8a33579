namespace DaNangDxIndex.Accounts;

/// <summary>What has changed in the ways into somebody's account; its person is told each time, whoever did it.</summary>
public enum WayInChange
{
    PasskeyAdded,
    PasskeyRemoved,
    ProviderLinked,
    ProviderUnlinked,
    AppSetUp,
    AppTurnedOff,
    RecoveryCodesMade,
    PasswordChanged,
}
