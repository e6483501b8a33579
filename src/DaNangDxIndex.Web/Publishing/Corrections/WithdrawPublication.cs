using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The signatory takes the version in force out of force, with cause and document. It stays readable under a banner.</summary>
public sealed class WithdrawPublication(DxIndexDb db, CorrectionDrafts drafts, TwoPeople two, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Number">Of the version that was on screen.</param>
    /// <param name="Under">Without faults.</param>
    public sealed record Command(int Year, int Number, WithdrawnUnder Under);

    /// <returns>False when the year has no publication, or where it waits for another signatory.</returns>
    /// <exception cref="ChangedMeanwhile">It is not the newest version any more, or is withdrawn already.</exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(command.Year, ct) is not { } found)
            return false;
        CorrectionRules.RequireSigned(found.Edition, actor);
        var cause = CorrectionRules.RequireCause(command.Under.Reason);
        PublicationRules.RequireDocument(found.Edition, command.Under.Day is not null);
        if (found.Newest.Edition.Number != command.Number
            || await db.Set<Withdrawal>().AnyAsync(
                withdrawal => withdrawal.Year == command.Year && withdrawal.Number == command.Number, ct))
            throw new ChangedMeanwhile();
        var what = new TwoPeople.What(ProposalKind.Withdrawal, $"editions/{command.Year}", new(
            $"Thu hồi bản số {command.Number} của kết quả năm {command.Year}. Nguyên nhân: {cause}",
            $"Withdraw version {command.Number} of the results of {command.Year}. Cause: {cause}"));
        if (await two.AskAsync(FourEyes.Publication, what, command, actor, ct))
        {
            await act.KeepAsync(ct);
            return false;
        }

        var withdrawal = db.Add(new Withdrawal(command.Year, command.Number, cause, actor.Account, clock.GetUtcNow())).Entity
            .Under(command.Under.Sample ? null : command.Under.Kind, command.Under.Sample ? null : command.Under.Number, command.Under.Day);
        var entrants = found.Newest.Edition.Groups.SelectMany(group => group.Entrants);
        await notify.AgenciesAsync([.. entrants.Select(entrant => new Notify.ToAgency(
            entrant.Agency, NoticeKind.Withdrawn, $"withdrawn/{command.Year}/{command.Number}",
            NoticePath.Result(command.Year, entrant.Agency), NoticeInWords.Withdrawn(command.Year, entrant.Name, cause)))], ct);
        await act.KeepAsync("edition.withdraw", $"editions/{command.Year}", null,
            new { command.Number, cause, Document = withdrawal.Document?.Vi }, ct);
        return true;
    }
}
