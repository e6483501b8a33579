using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Proposals;

/// <summary>
/// What was asked for about results and waits for a second person: asked anew it would only be refused, so its page and the work page tell
/// of it in place of the button.
/// </summary>
public sealed class WaitingProposals(DxIndexDb db, TwoPeople two, TimeProvider clock)
{
    private static readonly ProposalKind[] OfResults = [ProposalKind.Publication, ProposalKind.Correction, ProposalKind.Withdrawal];

    /// <param name="Others">Who may confirm it, by name.</param>
    public sealed record Waiting(Proposal Proposal, string Asker, IReadOnlyList<string> Others)
    {
        public bool IsOf(ProposalKind kind, int year) => Proposal.Kind == kind && Proposal.Subject == $"editions/{year}";
    }

    /// <returns>Null where nothing waits.</returns>
    public async Task<Waiting?> FindAsync(ProposalKind kind, int year, CancellationToken ct) =>
        (await AllAsync(ct)).FirstOrDefault(waiting => waiting.IsOf(kind, year));

    /// <returns>None where one person is enough: then nothing stands in the way.</returns>
    public async Task<IReadOnlyList<Waiting>> AllAsync(CancellationToken ct)
    {
        if (!two.AreWanted(FourEyes.Publication))
            return [];
        var now = clock.GetUtcNow();
        var open = await db.Set<Proposal>().AsNoTracking().Where(proposal =>
            OfResults.Contains(proposal.Kind) && proposal.Outcome == null && proposal.ExpiresAt > now).ToListAsync(ct);
        if (open.Count == 0)
            return [];
        var signatory = Role.Signatory.Code();
        var askers = open.ConvertAll(proposal => proposal.AskedBy);
        var people = await db.Set<Account>().AsNoTracking()
            .Where(account => askers.Contains(account.Id) || (account.Roles.Contains(signatory) && !account.Disabled))
            .Select(account => new { account.Id, account.FullName, account.Roles, account.Disabled }).ToListAsync(ct);
        return open.ConvertAll(proposal => new Waiting(
            proposal, people.First(person => person.Id == proposal.AskedBy).FullName,
            [.. people.Where(person => person.Id != proposal.AskedBy && person.Roles.Contains(signatory) && !person.Disabled)
                .Select(person => person.FullName).Order(VietnameseOrder.Names)]));
    }
}
