namespace DaNangDxIndex.Accounts;

public sealed class AccountTexts;
