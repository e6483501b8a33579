using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;

namespace DaNangDxIndex.Homes;

/// <summary>Which use case does what was proposed, by whoever confirms it.</summary>
public sealed class ProposedActs(ProposalSeal seal, SaveProvider provider, ResetSecondFactor reset, PublishEdition publish,
    SignCorrection correct, WithdrawPublication withdraw)
{
    public Task LookAsync(SaveProvider.Command command, CancellationToken ct) => provider.LookAsync(command, ct);

    /// <returns>False where what it is about is gone.</returns>
    public async Task<bool> DoAsync(Proposal proposal, Actor actor, CancellationToken ct) => proposal.Kind switch
    {
        ProposalKind.SignInProvider => await provider.HandleAsync(seal.Open<SaveProvider.Command>(proposal), actor, ct) is not null,
        ProposalKind.SecondFactorReset => await reset.HandleAsync(seal.Open<ResetSecondFactor.Command>(proposal), actor, ct),
        ProposalKind.Publication => await publish.HandleAsync(seal.Open<PublishEdition.Command>(proposal), actor, ct) is not null,
        ProposalKind.Correction => await correct.HandleAsync(seal.Open<SignCorrection.Command>(proposal), actor, ct) is not null,
        ProposalKind.Withdrawal => await withdraw.HandleAsync(seal.Open<WithdrawPublication.Command>(proposal), actor, ct),
    };
}
