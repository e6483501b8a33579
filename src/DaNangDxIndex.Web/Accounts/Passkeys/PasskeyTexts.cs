namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>Texts of passkeys.</summary>
public sealed class PasskeyTexts;
