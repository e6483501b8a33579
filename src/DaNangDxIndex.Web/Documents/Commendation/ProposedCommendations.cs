using DaNangDxIndex.Agencies;
using DaNangDxIndex.Commendations;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents.Commendation;

/// <summary>Who is put forward for commendation by a version and the rules of its year.</summary>
public sealed class ProposedCommendations(DxIndexDb db, PublishedEditions published)
{
    /// <param name="Seen">Version of the rules; 0 for the usual ones.</param>
    public sealed record Proposal(IReadOnlyList<CommendationRule> Rules, int Seen, IReadOnlyList<CommendationList> Lists);

    /// <exception cref="RuleViolation"><c>commendation.withdrawn</c></exception>
    public async Task<Proposal> OfAsync(DocumentedVersion documented, CancellationToken ct)
    {
        if (documented.Withdrawal is not null)
            throw new RuleViolation("commendation.withdrawn", new(
                "Bản công bố này đã thu hồi nên không lập danh sách đề nghị khen thưởng.",
                "This publication was withdrawn: nobody is put forward by it."));
        var edition = documented.Edition;
        var plan = await db.Set<CommendationPlan>().AsNoTracking()
            .SingleOrDefaultAsync(plan => plan.Year == edition.Year, ct);
        var rules = plan?.Rules ?? CommendationRule.Usual;
        var waiting = await db.Set<ReviewRequest>().Where(request => request.Year == edition.Year && request.Outcome == null)
            .Select(request => request.Agency).Distinct().ToListAsync(ct);
        var gains = rules.Any(rule => rule.Basis == CommendationBasis.Improved) ? await GainsAsync(documented.Version, ct) : [];
        var proposal = new CommendationProposal(
            edition, agency => gains.TryGetValue(agency, out var gain) ? gain : null, waiting.ToHashSet(StringComparer.Ordinal));
        return new(rules, plan?.Version ?? 0, proposal.By(rules));
    }

    /// <summary>Like for like, by agency; whoever cannot be compared is absent.</summary>
    private async Task<Dictionary<string, Fraction>> GainsAsync(PublishedVersion version, CancellationToken ct)
    {
        // Nobody is rewarded for a gain over results that have been taken back since.
        if (await published.BeforeAsync(version, ct) is not { Edition: var before }
            || (await published.WithdrawnAsync(before.Year, ct)).ContainsKey(before.Number))
            return [];
        var lineage = new Lineage(await db.Set<Agency>().AsNoTracking().ToListAsync(ct));
        return version.Edition.Groups
            .SelectMany(group => new ComparedPublications(before, version.Edition, group.Code).Comparable(lineage))
            .ToDictionary(compared => compared.Agency, compared => compared.Performance, StringComparer.Ordinal);
    }
}
