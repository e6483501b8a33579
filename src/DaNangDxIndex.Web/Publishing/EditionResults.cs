using DaNangDxIndex.Agencies;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing.Findings;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Computes an edition's results from what stands in the database now: for the preview, for the findings, and for publishing, which
/// freezes them. Publishing calls it under the locks of <see cref="RunningEditions"/>; pages read one snapshot, with all else that they
/// say (<see cref="OneSnapshot"/>).
/// </summary>
public sealed class EditionResults(DxIndexDb db, CriteriaInForce criteria, ResultsBefore resultsBefore)
{
    /// <summary>In the order of the tabs. Groups without criteria (imported editions) are left out.</summary>
    public async Task<IReadOnlyList<PublishedGroup>> ComputeAsync(int year, CancellationToken ct) => (await ReviewAsync(year, ct)).Groups;

    /// <summary>The results, with everything that has to be known before they are signed.</summary>
    public async Task<EditionFindings> ReviewAsync(int year, CancellationToken ct)
    {
        await using var snapshot = await OneSnapshot.OfAsync(db, ct);
        var (groups, all, names) = await AllAsync(year, ct);
        var assessments = all.ToLookup(whole => whole.Assessment.Group, StringComparer.Ordinal);
        var before = await resultsBefore.FindAsync(year, ct);
        return EditionFindings.Of(
            [.. groups.Select(group =>
            {
                var set = criteria.ScorerOf(group.CriteriaFile ?? "").Set;
                var then = before.Groups.GetValueOrDefault(group.Code);
                var complete = AssessmentRules.IsComplete(assessments[group.Code].Select(assessment => assessment.Assessment.State));
                var entrants = assessments[group.Code].Select(assessment => Entrants.Of(assessment, set, names) with
                {
                    Before = then?.Of(assessment.Assessment.Agency),
                });
                var scored = Computation.Scored(group.Code, group.Name, set, then?.Table, entrants, complete);
                return scored with { Table = scored.Table with { Break = before.Breaks.GetValueOrDefault(group.Code) } };
            })],
            [.. assessments.SelectMany(group => group).Select(AgencyFiles.Of)]);
    }

    /// <summary>
    /// One group under two criteria sets, by everything that is there, typed or handed in: whose points another rule would move.
    /// </summary>
    public async Task<(IReadOnlyList<Result> Stands, IReadOnlyList<Result> Would)> CompareAsync(
        int year, string group, CriteriaSet stands, CriteriaSet would, CancellationToken ct)
    {
        var (_, all, names) = await AllAsync(year, ct);
        var assessments = all.Where(whole => whole.Assessment.Group == group).ToList();
        var complete = AssessmentRules.IsComplete(assessments.Select(whole => whole.Assessment.State));
        return (ResultsUnder(stands), ResultsUnder(would));

        IReadOnlyList<Result> ResultsUnder(CriteriaSet set)
        {
            var entrants = assessments.Select(assessment => Entrants.AsTyped(assessment, set, names));
            return Computation.Of(group, set.Name, set, before: null, entrants, complete).Results;
        }
    }

    /// <summary>
    /// One group as far as it has come, with what is typed and not handed in yet: for the office's trials, never for a table. Agencies
    /// without a figure of their own are left out.
    /// </summary>
    public async Task<PublishedGroup> SoFarAsync(EditionGroup group, CriteriaSet set, CancellationToken ct)
    {
        var (_, all, names) = await AllAsync(group.Year, ct);
        var own = set.Figures.Where(figure => figure.Source == FigureSource.Agency).Select(figure => figure.Code)
            .ToHashSet(StringComparer.Ordinal);
        var begun = all.Where(assessment => assessment.Assessment.Group == group.Code
            && assessment.Figures.Any(entry => entry.Declared is not null && own.Contains(entry.Figure)));
        return Computation.Of(
            group.Code, group.Name, set, before: null, begun.Select(assessment => Entrants.AsTyped(assessment, set, names)));
    }

    private async Task<(IReadOnlyList<EditionGroup> Groups, List<WholeAssessment> Assessments, Dictionary<string, Bilingual> Names)>
        AllAsync(int year, CancellationToken ct)
    {
        var asked = new OneRoundTrip(db);
        var groups = asked.Rows<EditionGroup>("WHERE year = $1 AND criteria_file IS NOT NULL ORDER BY position", year);
        var assessments = asked.Rows<Assessment>("WHERE year = $1 AND joined_into IS NULL", year);
        var figures = new EnteredFigures(asked, year);
        var verdicts = asked.Rows<Verdict>("WHERE year = $1", year);
        var requests = asked.Rows<NotApplicableRequest>("WHERE year = $1", year);
        var clarifications = asked.Rows<Clarification>("WHERE year = $1", year);
        var reopened = asked.Rows<Reopening>("WHERE year = $1 AND opened_at IS NOT NULL AND ended_at IS NULL", year);
        var agencies = asked.Rows<Agency>("");
        await asked.SendAsync(ct);
        var (verdictsOf, requestsOf, saidOf) = (
            verdicts.ToLookup(verdict => verdict.Agency, StringComparer.Ordinal),
            requests.ToLookup(request => request.Agency, StringComparer.Ordinal),
            clarifications.ToLookup(said => said.Agency, StringComparer.Ordinal));
        var reopenedOf = reopened.ToDictionary(reopening => reopening.Agency, reopening => reopening.Criterion, StringComparer.Ordinal);
        return (
            groups,
            [.. assessments.Select(assessment => new WholeAssessment(
                assessment, figures.Of(assessment.Agency), [.. verdictsOf[assessment.Agency]], [.. requestsOf[assessment.Agency]])
            {
                Reopened = reopenedOf.GetValueOrDefault(assessment.Agency),
                Clarifications = [.. saidOf[assessment.Agency]],
            })],
            agencies.ToDictionary(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal));
    }
}

/// <summary>The rows of one assessment, as they stand.</summary>
internal sealed record WholeAssessment(
    Assessment Assessment, IReadOnlyList<EnteredFigure> Figures,
    IReadOnlyList<Verdict> Verdicts, IReadOnlyList<NotApplicableRequest> Requests)
{
    /// <summary>The criterion that is open again; null for none.</summary>
    public string? Reopened { get; init; }

    public IReadOnlyList<Clarification> Clarifications { get; init; } = [];
}
