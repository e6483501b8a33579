using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.Proposals;

/// <summary>
/// Asked by each act that a tenant may want two people for, when all its rules have been kept and before anything is changed: it is either
/// done now, or laid before somebody else.
/// <code>
/// if (await two.AskAsync(FourEyes.Publication, new(ProposalKind.Publication, subject, sentence), command, actor, ct))
/// {
///     await act.KeepAsync(ct);
///     return null;
/// }
/// </code>
/// </summary>
public sealed class TwoPeople(DxIndexDb db, CurrentTenant tenant, ProposalSeal seal, TellOfProposal tell, AuditTrail trail,
    TimeProvider clock)
{
    public sealed record What(ProposalKind Kind, string Subject, Bilingual Sentence)
    {
        public Guid? About { get; init; }
    }

    /// <summary>In this request an act was not done, but laid before somebody else.</summary>
    public bool Asked { get; private set; }

    /// <summary>In this request a second person has confirmed it.</summary>
    internal Proposal? Confirmed { get; set; }

    public bool AreWanted(FourEyes matter) => tenant.Required.FourEyes.Contains(matter);

    /// <returns>True where it now waits for another person; the caller keeps the act, and does nothing else.</returns>
    /// <exception cref="RuleViolation"><c>proposal.waiting</c></exception>
    internal async Task<bool> AskAsync<T>(FourEyes matter, What what, T command, Actor actor, CancellationToken ct)
    {
        if (!AreWanted(matter) || (Confirmed is { } confirmed && confirmed.Kind == what.Kind && confirmed.Subject == what.Subject))
            return false;
        var (now, id) = (clock.GetUtcNow(), Guid.CreateVersion7());
        var before = (await db.Set<Proposal>().FromSql(
            $"SELECT * FROM proposal WHERE kind = {Word(what.Kind)} AND subject = {what.Subject} AND outcome IS NULL FOR UPDATE")
            .ToListAsync(ct)).SingleOrDefault();
        before?.MakeRoom(now);
        if (before is not null)
            await db.SaveChangesAsync(ct);
        var proposal = db.Add(new Proposal(id, what.Kind, what.Subject, what.About, seal.Seal(id, command), actor.Account, now)
            .Saying(what.Sentence)).Entity;
        trail.Add("proposal.ask", what.Subject, null, new { what.Kind, asked = what.Sentence.Vi, proposal.ExpiresAt });
        await tell(proposal, actor.Name, ct);
        return Asked = true;
    }

    private static string Word(ProposalKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    internal sealed class Mapping : IEntityTypeConfiguration<Proposal>
    {
        public void Configure(EntityTypeBuilder<Proposal> builder)
        {
            builder.HasKey(proposal => proposal.Id);
            builder.Ignore(proposal => proposal.SettledByRole);
        }
    }
}
