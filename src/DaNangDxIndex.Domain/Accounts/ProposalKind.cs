namespace DaNangDxIndex.Accounts;

/// <summary>What one person asks for and another one confirms, and then is done.</summary>
public enum ProposalKind
{
    Publication,
    Correction,
    Withdrawal,
    SignInProvider,
    SecondFactorReset,
}
