using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing.Findings;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>A signatory acknowledges findings one by one, for nobody else, each bound to the results that were on screen.</summary>
public sealed class AcknowledgeFindings(DxIndexDb db, RunningEditions editions, EditionResults results, Acts acts, TimeProvider clock)
{
    /// <param name="Seen">Digest of the findings and results that were on screen.</param>
    public sealed record Command(int Year, string Seen, IReadOnlyCollection<FindingKind> Kinds);

    /// <returns>False when there is no such edition.</returns>
    /// <exception cref="RuleViolation"><c>publication.not-signatory</c>, <c>edition.not-final</c>, <c>publication.changed</c></exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await editions.FindToChangeAsync(command.Year, ct) is not { } running)
            return false;
        PublicationRules.RequireSignatory(running.Edition, actor);
        running.Edition.RequireFinal();
        var found = await results.ReviewAsync(command.Year, ct);
        PublicationRules.RequireSeen(command.Seen, found);

        var known = await db.Set<Acknowledgement>()
            .Where(acknowledgement => acknowledgement.Year == command.Year
                && acknowledgement.Digest == found.Digest && acknowledgement.By == actor.Account)
            .Select(acknowledgement => acknowledgement.Kind).ToListAsync(ct);
        List<FindingKind> kinds = [.. found.ToAcknowledge.Select(finding => finding.Kind).Where(command.Kinds.Contains).Except(known)];
        db.AddRange(
            kinds.Select(kind => new Acknowledgement(command.Year, found.Digest, kind, actor.Account, actor.Name, clock.GetUtcNow())));
        if (kinds.Count > 0)
            await act.KeepAsync("findings.acknowledge", $"editions/{command.Year}", null, new { found.Digest, Findings = kinds }, ct);
        return true;
    }
}
