namespace DaNangDxIndex.Accounts.Proposals;

/// <summary>
/// Tells those who may confirm a proposal that it waits, and whoever asked what became of it, in the transaction of the act. Said where
/// notices are (see <see cref="TellOfWayIn"/>).
/// </summary>
/// <param name="by">Who has asked for it, or settled it.</param>
public delegate Task TellOfProposal(Proposal proposal, string by, CancellationToken ct);
