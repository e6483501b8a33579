using System.Security.Cryptography;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing.Findings;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The signatory freezes an edition's results as the next numbered publication. It holds the locks that appraisal takes from the first
/// read to the
/// end: what is being decided is waited for, and what comes later finds the edition published.
/// </summary>
public sealed class PublishEdition(
    DxIndexDb db, RunningEditions editions, EditionResults results, PrintedFigures printed, PublicAmendments amendments,
    CurrentTenant tenant, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Seen">Digest of the results and findings that were on screen; others are not published in their place.</param>
    /// <param name="Document">What announces the results; null marks a sample.</param>
    public sealed record Command(int Year, string Seen, PublishedDocument? Document);

    /// <returns>The publication, or null when there is no such edition.</returns>
    public async Task<Publication?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if ((await editions.FindToChangeAsync(command.Year, ct))?.Edition is not { } edition)
            return null;
        PublicationRules.RequireSignatory(edition, actor);
        edition.RequireFinal();
        PublicationRules.RequireDocument(edition, command.Document);
        var found = await results.ReviewAsync(command.Year, ct);
        PublicationRules.RequireSeen(command.Seen, found);
        PublicationRules.RequireAcknowledged(found, await AcknowledgedAsync(command.Year, found.Digest, actor, ct));

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
        await notify.AgenciesAsync([.. found.Groups.SelectMany(group => group.Entrants).Select(one => new Notify.ToAgency(
            one.Agency, NoticeKind.Published, $"published/{command.Year}/{publication.Number}", NoticePath.Result(command.Year, one.Agency),
            NoticeInWords.Published(command.Year, one.Name)))], ct);
        await act.KeepAsync("edition.publish", $"editions/{command.Year}", before, after, ct);
        return publication;
    }

    private async Task<Publication> FreezeAsync(
        Edition edition, Command command, IReadOnlyList<PublishedGroup> groups, Actor actor, CancellationToken ct)
    {
        var number = 1 + await db.Set<Publication>()
            .Where(publication => publication.Year == command.Year).MaxAsync(one => (int?)one.Number, ct) ?? 1;
        var now = clock.GetUtcNow();
        var frozen = new PublishedEdition
        {
            Tenant = Letterheaded(tenant.Required),
            Year = command.Year,
            Series = await db.Set<Series>().AsNoTracking().SingleAsync(series => series.Code == edition.Series, ct),
            Number = number,
            Document = command.Document,
            PublishedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            AuditHead = await AuditHeadAsync(ct),
            Illustrative = edition.Illustrative,
            Printed = await printed.FindAsync(command.Year, ct),
            Amendments = await amendments.StandingAsync(command.Year, ct),
            Groups = groups,
        };
        var canonical = PublishedEditionJson.Canonical(frozen);
        var publication = new Publication(
            command.Year, number, canonical, CanonicalJson.Digest(canonical), frozen.PublishedAt, actor.Account, frozen.AuditHead);
        db.Add(publication);
        foreach (var entrant in groups.SelectMany(group => group.Scored))
            AddCode(publication, entrant.Agency);
        return publication;
    }

    private static PublishedTenant Letterheaded(Tenant tenant) =>
        new(tenant.Slug, tenant.Name, tenant.Letterhead.Authority, tenant.Letterhead.Place);

    private void AddCode(Publication publication, string agency)
    {
        var code = RandomNumberGenerator.GetString(ShortCode.Signs, ShortCode.Length);
        db.Add(new VerificationCode(code, tenant.Required.Id));
        db.Add(new ScorecardCode(code, publication.Year, publication.Number, agency));
    }

    private async Task<string> AuditHeadAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<string>($"""SELECT number || ':' || encode(hash, 'hex') AS "Value" FROM audit_head""")
            .SingleOrDefaultAsync(ct) ?? "0:";

    /// <summary>By the one who signs, and nobody else.</summary>
    private Task<List<FindingKind>> AcknowledgedAsync(int year, string digest, Actor actor, CancellationToken ct) =>
        db.Set<Acknowledgement>().Where(acknowledgement => acknowledgement.Year == year
            && acknowledgement.Digest == digest && acknowledgement.By == actor.Account)
            .Select(acknowledgement => acknowledgement.Kind).ToListAsync(ct);
}
