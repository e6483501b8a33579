namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>Texts of personal access tokens.</summary>
public sealed class TokenTexts;
