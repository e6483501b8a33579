using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The signatory takes the version in force out of force, with cause and document. It stays readable under a banner.</summary>
public sealed class WithdrawPublication(DxIndexDb db, CorrectionDrafts drafts, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Number">Of the version that was on screen.</param>
    /// <param name="Document">By which it is withdrawn; null for a sample.</param>
    public sealed record Command(int Year, int Number, string? Cause, WithdrawnUnder? Document);

    public sealed record WithdrawnUnder(DocumentKind Kind, string Number, DateOnly Date);

    /// <returns>False when the year has no publication.</returns>
    /// <exception cref="ChangedMeanwhile">It is not the newest version any more, or is withdrawn already.</exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await drafts.FindToChangeAsync(command.Year, ct) is not { } found)
            return false;
        CorrectionRules.RequireSigned(found.Edition, actor);
        var cause = CorrectionRules.RequireCause(command.Cause);
        PublicationRules.RequireDocument(found.Edition, command.Document is not null);
        if (found.Newest.Edition.Number != command.Number
            || await db.Set<Withdrawal>().AnyAsync(one => one.Year == command.Year && one.Number == command.Number, ct))
            throw new ChangedMeanwhile();

        var withdrawal = db.Add(new Withdrawal(command.Year, command.Number, cause, actor.Account, clock.GetUtcNow())).Entity
            .Under(command.Document?.Kind, command.Document?.Number, command.Document?.Date);
        await notify.AgenciesAsync([.. found.Newest.Edition.Groups.SelectMany(group => group.Entrants).Select(entrant => new Notify.ToAgency(
            entrant.Agency, NoticeKind.Withdrawn, $"withdrawn/{command.Year}/{command.Number}",
            NoticePath.Result(command.Year, entrant.Agency), NoticeInWords.Withdrawn(command.Year, entrant.Name, cause)))], ct);
        await act.KeepAsync("edition.withdraw", $"editions/{command.Year}", null,
            new { command.Number, cause, Document = withdrawal.Document?.Vi }, ct);
        return true;
    }
}
