using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Proposals;

/// <summary>
/// Of what was laid before a second person, the sealed words go once it is settled or nobody can confirm it any more: there may be a
/// provider's secret in them. Who asked for what, and who settled it, stays.
/// </summary>
public sealed class ForgetProposals(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    public override Task<int> HandleAsync(CancellationToken ct)
    {
        var now = Now;
        return db.Set<Proposal>()
            .Where(proposal => proposal.Content != "" && (proposal.Outcome != null || proposal.ExpiresAt < now))
            .ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.Content, ""), ct);
    }
}
