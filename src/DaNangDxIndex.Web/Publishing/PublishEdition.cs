using System.Security.Cryptography;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Publishing;

/// <summary>The signatory freezes an edition's results as the next numbered publication.</summary>
public sealed class PublishEdition(DxIndexDb db, EditionResults results, CurrentTenant tenant, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Seen">Digest of the results that were on screen; other results are not published in their place.</param>
    /// <param name="DecisionNumber">As on the decision; null together with the date marks a demonstration.</param>
    public sealed record Command(int Year, string Seen, string? DecisionNumber, DateOnly? DecisionDate);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.DecisionNumber).Matches("^[0-9]+/[^ ]+$").WithErrorCode("DecisionNumberForm").When(command => command.DecisionNumber is not null);
            RuleFor(command => command.DecisionDate).NotNull().WithErrorCode("DecisionDateMissing").When(command => command.DecisionNumber is not null);
            RuleFor(command => command.DecisionNumber).NotNull().WithErrorCode("DecisionNumberMissing").When(command => command.DecisionDate is not null);
        }
    }

    /// <returns>The publication, or null when there is no such edition.</returns>
    public async Task<Publication?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Edition>().SingleOrDefaultAsync(edition => edition.Year == command.Year, ct) is not { } edition)
            return null;
        PublicationRules.Require(edition, actor, command.DecisionNumber);
        var groups = await results.ComputeAsync(command.Year, ct);
        PublicationRules.RequireSeen(command.Seen, groups);

        var before = new { edition.Stage };
        edition.Publish();
        var publication = await FreezeAsync(edition, command, groups, actor, ct);
        audit.Add("edition.publish", $"editions/{command.Year}", before, new { edition.Stage, publication.Number, publication.Digest, publication.DecisionNumber });
        await SaveAsync(ct);
        return publication;
    }

    private async Task<Publication> FreezeAsync(Edition edition, Command command, IReadOnlyList<PublishedGroup> groups, Actor actor, CancellationToken ct)
    {
        var number = 1 + await db.Set<Publication>().Where(one => one.Year == command.Year).MaxAsync(one => (int?)one.Number, ct) ?? 1;
        var now = clock.GetUtcNow();
        var frozen = new PublishedEdition
        {
            Tenant = tenant.Required.Slug,
            Year = command.Year,
            Number = number,
            DecisionNumber = command.DecisionNumber,
            DecisionDate = command.DecisionDate,
            PublishedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            AuditHead = await AuditHeadAsync(ct),
            Illustrative = edition.Illustrative,
            Groups = groups,
        };
        var canonical = PublishedEditionJson.Canonical(frozen);
        var publication = new Publication(
            command.Year, number, canonical, CanonicalJson.Digest(canonical), command.DecisionNumber, command.DecisionDate, frozen.PublishedAt, actor.Account, frozen.AuditHead);
        db.Add(publication);
        foreach (var entrant in groups.SelectMany(group => group.Scored))
            AddCode(publication, entrant.Agency);
        return publication;
    }

    /// <summary>Ten characters without look-alikes: 50 bits, enough that nobody finds a scorecard by trying.</summary>
    private void AddCode(Publication publication, string agency)
    {
        var code = RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 10);
        db.Add(new VerificationCode(code, tenant.Required.Id));
        db.Add(new ScorecardCode(code, publication.Year, publication.Number, agency));
    }

    private async Task<string> AuditHeadAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<string>($"""SELECT number || ':' || encode(hash, 'hex') AS "Value" FROM audit_head""").SingleOrDefaultAsync(ct) ?? "0:";

    /// <summary>Two signatories at once: the database lets one through, and the other is told.</summary>
    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw PublicationRules.PublishedMeanwhile();
        }
    }
}
