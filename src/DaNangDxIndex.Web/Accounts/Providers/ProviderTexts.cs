namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Texts of the sign-in through a provider.</summary>
public sealed class ProviderTexts;
