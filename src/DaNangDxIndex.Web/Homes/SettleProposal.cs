using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Homes;

/// <summary>
/// A second person confirms what the first has asked for, and with that it is done, by all the rules of the act as they stand now; or
/// refuses it. Whoever asked may take it back.
/// </summary>
public sealed class SettleProposal(DxIndexDb db, TwoPeople two, ProposalSeal seal, TellOfProposal tell, ProposedActs acts, Acts begin,
    TimeProvider clock)
{
    public sealed record Command(Guid Id, bool Confirmed);

    /// <returns>False where there is no such proposal, or what it is about is gone.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="Proposal.Settle"/>, and those of the act.</exception>
    /// <exception cref="ProviderRefused">A provider that was to be used cannot be.</exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        // Somebody else's machine is asked before anything is locked.
        if (command.Confirmed && await db.Set<Proposal>().AsNoTracking().SingleOrDefaultAsync(
            proposal => proposal.Id == command.Id && proposal.Kind == ProposalKind.SignInProvider, ct) is { } provider
            && provider.Refusal(actor, clock.GetUtcNow()) is null)
            await acts.LookAsync(seal.Open<SaveProvider.Command>(provider), ct);

        await using var act = await begin.BeginAsync(ct);
        if (await FindAsync(command.Id, ct) is not { } proposal)
            return false;
        proposal.Settle(command.Confirmed, actor, clock.GetUtcNow());
        await tell(proposal, actor.Name, ct);
        act.Tell(command.Confirmed ? "proposal.confirm" : "proposal.refuse", proposal.Subject, null,
            new { proposal.Kind, asked = proposal.Sentence.Vi, proposal.AskedBy });
        if (command.Confirmed)
        {
            two.Confirmed = proposal;
            if (!await acts.DoAsync(proposal, actor, ct))
                return false;
        }
        await act.KeepAsync(ct);
        return true;
    }

    /// <returns>False where there is no such proposal.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="Proposal.Withdraw"/></exception>
    public async Task<bool> WithdrawAsync(Guid id, Actor actor, CancellationToken ct)
    {
        await using var act = await begin.BeginAsync(ct);
        if (await FindAsync(id, ct) is not { } proposal)
            return false;
        proposal.Withdraw(actor, clock.GetUtcNow());
        await act.KeepAsync("proposal.withdraw", proposal.Subject, new { proposal.Kind, asked = proposal.Sentence.Vi }, null, ct);
        return true;
    }

    private async Task<Proposal?> FindAsync(Guid id, CancellationToken ct) =>
        (await db.Set<Proposal>().FromSql($"SELECT * FROM proposal WHERE id = {id} FOR UPDATE").ToListAsync(ct)).SingleOrDefault();
}
