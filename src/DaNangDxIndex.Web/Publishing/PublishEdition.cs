using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing.Findings;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The signatory freezes an edition's results as the next numbered publication. It holds the locks that appraisal takes from the first
/// read to the
/// end: what is being decided is waited for, and what comes later finds the edition published.
/// </summary>
public sealed class PublishEdition(
    DxIndexDb db, RunningEditions editions, EditionResults results, PrintedFigures printed, PublicAmendments amendments,
    FreezeVersion freeze, TwoPeople two, Notify notify, Acts acts)
{
    /// <param name="Seen">Digest of the results and findings that were on screen; others are not published in their place.</param>
    /// <param name="Document">What announces the results; null marks a sample.</param>
    public sealed record Command(int Year, string Seen, PublishedDocument? Document);

    /// <returns>The publication, or null when there is no such edition, or where it waits for another signatory.</returns>
    public async Task<Publication?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if ((await editions.FindToChangeAsync(command.Year, ct))?.Edition is not { } edition)
            return null;
        PublicationRules.RequireSignatory(edition, actor);
        edition.RequireFinal();
        PublicationRules.RequireDocument(edition, command.Document is not null);
        var found = await results.ReviewAsync(command.Year, ct);
        PublicationRules.RequireSeen(command.Seen, found);
        PublicationRules.RequireAcknowledged(found, await AcknowledgedAsync(command.Year, found.Digest, actor, ct));
        var what = new TwoPeople.What(ProposalKind.Publication, $"editions/{command.Year}",
            PublicationRules.Proposed(command.Year, command.Document, found.Digest));
        if (await two.AskAsync(FourEyes.Publication, what, command, actor, ct))
        {
            await act.KeepAsync(ct);
            return null;
        }

        var before = new { edition.Stage };
        edition.Publish();
        var publication = (await FreezeAsync(edition, command, found.Groups, actor, ct)).SignedOver(found);
        var after = new
        {
            edition.Stage,
            publication.Number,
            publication.Digest,
            Document = command.Document?.Citation.Vi,
            Findings = found.Digest,
        };
        await notify.AgenciesAsync([.. found.Groups.SelectMany(group => group.Entrants).Select(entrant => new Notify.ToAgency(
            entrant.Agency, NoticeKind.Published, $"published/{command.Year}/{publication.Number}",
            NoticePath.Result(command.Year, entrant.Agency), NoticeInWords.Published(command.Year, entrant.Name)))], ct);
        await act.KeepAsync("edition.publish", $"editions/{command.Year}", before, after, ct);
        return publication;
    }

    private async Task<Publication> FreezeAsync(
        Edition edition, Command command, IReadOnlyList<PublishedGroup> groups, Actor actor, CancellationToken ct)
    {
        var next = await freeze.NextAsync(command.Year, ct);
        return freeze.Keep(new PublishedEdition
        {
            Tenant = next.Tenant,
            Year = command.Year,
            Series = await db.Set<Series>().AsNoTracking().SingleAsync(series => series.Code == edition.Series, ct),
            Number = next.Number,
            Document = command.Document,
            PublishedAt = next.At,
            AuditHead = next.AuditHead,
            Illustrative = edition.Illustrative,
            Printed = await printed.FindAsync(command.Year, ct),
            Amendments = await amendments.StoredAsync(command.Year, ct),
            Groups = groups,
        }, actor);
    }

    /// <summary>By the one who signs, and nobody else.</summary>
    private Task<List<FindingKind>> AcknowledgedAsync(int year, string digest, Actor actor, CancellationToken ct) =>
        db.Set<Acknowledgement>().Where(acknowledgement => acknowledgement.Year == year
            && acknowledgement.Digest == digest && acknowledgement.By == actor.Account)
            .Select(acknowledgement => acknowledgement.Kind).ToListAsync(ct);
}
