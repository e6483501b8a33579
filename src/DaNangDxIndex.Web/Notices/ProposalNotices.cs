using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>Tells those who may confirm a proposal that it waits, and whoever asked what became of it.</summary>
public sealed class ProposalNotices(DxIndexDb db, Notify notify)
{
    private const string Path = "/proposals";

    /// <param name="by">Who has asked, or settled it.</param>
    public async Task TellAsync(Proposal proposal, string by, CancellationToken ct)
    {
        if (proposal.Outcome is not null)
        {
            await notify.PersonAsync(new(proposal.AskedBy, NoticeKind.ProposalSettled, $"proposal-settled/{proposal.Id}", Path,
                NoticeInWords.ProposalSettled(proposal, by)), ct);
            return;
        }
        var (role, asker, about) = (proposal.SettledByRole.Code(), proposal.AskedBy, proposal.About);
        var others = await db.Set<Account>().Where(account => !account.Disabled && account.Roles.Contains(role) && account.Id != asker
            && account.Id != about).Select(account => account.Id).ToListAsync(ct);
        foreach (var other in others)
            await notify.PersonAsync(new(other, NoticeKind.ProposalAsked, $"proposal/{proposal.Id}", Path,
                NoticeInWords.ProposalAsked(proposal, by)), ct);
    }
}
