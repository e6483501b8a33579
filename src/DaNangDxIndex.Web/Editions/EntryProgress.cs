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

    public async Task<IReadOnlyList<Row>> OfAsync(Edition edition, CancellationToken ct)
    {
        var (year, now) = (edition.Year, clock.GetUtcNow());
        var asked = new OneRoundTrip(db);
        var groups = asked.Rows<EditionGroup>("WHERE year = $1 AND criteria_file IS NOT NULL ORDER BY position", year);
        var all = asked.Rows<Assessment>("WHERE year = $1 AND joined_into IS NULL", year);
        var agencies = asked.Rows<Agency>("WHERE code IN (SELECT unnest(ARRAY[agency, parent]) FROM assessment WHERE year = $1)", year);
        var saved = new SavedMoments(asked, year);
        await asked.SendAsync(ct);
        var (assessments, names) = (
            all.ToLookup(assessment => assessment.Group, StringComparer.Ordinal),
            agencies.ToDictionary(agency => agency.Code, agency => agency.Name.ForReader(), StringComparer.Ordinal));
        var reached = await SignInsAsync(ct);
        return [.. groups.SelectMany(RowsOf)];

        IEnumerable<Row> RowsOf(EditionGroup group)
        {
            var set = criteria.ScorerOf(group.CriteriaFile ?? "").Set;
            var shortNames = new ShortNames(assessments[group.Code].Select(assessment => names[assessment.Agency]));
            return assessments[group.Code].Select(assessment =>
            {
                var agency = assessment.Agency;
                var form = EntryForm.Of(set, agency).Asked.Select(figure => figure.Code).ToHashSet(StringComparer.Ordinal);
                var own = saved.Of(agency).Where(entry => form.Contains(entry.Figure)).ToList();
                var risk = EntryRisks.Of(assessment, edition, own.Count, form.Count, reached.Contains(agency), now);
                return new Row(
                    assessment, shortNames.Of(names[agency]), names[agency], group,
                    assessment.Parent is { } parent ? names[parent] : null, own.Count, form.Count, own.Max(entry => entry.At),
                    assessment.ClosesAt(edition), risk);
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
