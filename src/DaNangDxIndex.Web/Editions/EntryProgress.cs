using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>How far every agency of an edition is, counted against what its own form asks, as the agency sees it.</summary>
public sealed class EntryProgress(DxIndexDb db, CriteriaInForce criteria, TimeProvider clock)
{
    /// <param name="Name">Without what all names of the group begin with.</param>
    /// <param name="Closes">The agency's own deadline.</param>
    public sealed record Row(
        Assessment Assessment, string Name, string FullName, EditionGroup Group, string? Parent,
        int Filled, int Of, DateTimeOffset? LastSaved, DateTimeOffset? Closes, EntryRisk Risk)
    {
        public AssessmentState State => Assessment.State;

        public bool IsDone => Assessment.IsHandedIn || State == AssessmentState.NotSubmitted;
    }

    private sealed record Saved(string Figure, DateTimeOffset? At);

    public async Task<IReadOnlyList<Row>> OfAsync(Edition edition, CancellationToken ct)
    {
        var (year, now) = (edition.Year, clock.GetUtcNow());
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        var assessments = (await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year).ToListAsync(ct))
            .ToLookup(assessment => assessment.Group, StringComparer.Ordinal);
        var names = await db.Set<Agency>().AsNoTracking()
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name.ForReader(), StringComparer.Ordinal, ct);
        var saved = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year && entry.Declared != null)
            .Select(entry => new { entry.Agency, entry.Figure, entry.DeclaredAt }).ToListAsync(ct))
            .ToLookup(entry => entry.Agency, entry => new Saved(entry.Figure, entry.DeclaredAt), StringComparer.Ordinal);
        var reached = await SignInsAsync(ct);
        return [.. groups.SelectMany(RowsOf)];

        IEnumerable<Row> RowsOf(EditionGroup group)
        {
            var set = criteria.ScorerOf(group.CriteriaFile ?? "").Set;
            var shortNames = new ShortNames(assessments[group.Code].Select(assessment => names[assessment.Agency]));
            return assessments[group.Code].Select(assessment =>
            {
                var asked = EntryForm.Of(set, assessment.Agency).Asked.Select(figure => figure.Code).ToHashSet(StringComparer.Ordinal);
                var own = saved[assessment.Agency].Where(entry => asked.Contains(entry.Figure)).ToList();
                var risk = EntryRisks.Of(assessment, edition, own.Count, asked.Count, reached.Contains(assessment.Agency), now);
                return new Row(
                    assessment, shortNames.Of(names[assessment.Agency]), names[assessment.Agency],
                    group, assessment.Parent is { } parent ? names[parent] : null,
                    own.Count, asked.Count, own.Max(entry => entry.At), assessment.ClosesAt(edition), risk);
            });
        }
    }

    /// <summary>Agencies in which somebody who enters or approves has chosen a password.</summary>
    private async Task<HashSet<string>> SignInsAsync(CancellationToken ct)
    {
        var (assessor, approver) = (Role.Assessor.Code(), Role.Approver.Code());
        var agencies = await db.Set<Account>()
            .Where(account => !account.Disabled && account.PasswordHash != null && account.AgencyCode != null
                && (account.Roles.Contains(assessor) || account.Roles.Contains(approver)))
            .Select(account => account.AgencyCode ?? "").Distinct().ToListAsync(ct);
        return agencies.ToHashSet(StringComparer.Ordinal);
    }
}
