using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Finds what stands beside a criterion, in one way to the database. An appraiser sees no verdict on the own agency here either, and none
/// on criteria of another field.
/// </summary>
public sealed class LookBeside(DxIndexDb db)
{
    private static readonly string[] Reasons = EnumsAsText.WordsOf<ReasonCode>();

    public async Task<BesideCriterion> OfAsync(AppraisalSheet sheet, Criterion criterion, Actor actor, CancellationToken ct)
    {
        var (year, agency, own) = (sheet.Assessment.Year, sheet.Assessment.Agency, actor.Agency ?? "");
        var mine = AppraisalRules.IsInFieldOf(actor, criterion.VerifyingUnit);
        var asked = new OneRoundTrip(db);
        var agencies = asked.Rows<Agency>("");
        var before = BeforeInGroup.Ask(asked, year, [.. criterion.Figures], criterion.Code);
        var precedents = asked.Rows<Verdict>(
            $"""
            WHERE (year, agency, criterion, round) IN (
                SELECT newest.year, newest.agency, newest.criterion, newest.round
                FROM unnest($6) AS known (reason) CROSS JOIN LATERAL (
                    SELECT verdict.year, verdict.agency, verdict.criterion, verdict.round
                    FROM verdict JOIN assessment USING (tenant_id, year, agency)
                    WHERE verdict.criterion = $2 AND verdict.reason = known.reason AND verdict.year <= $1 AND NOT verdict.stale
                        AND assessment."group" = $3 AND verdict.agency NOT IN ($4, $5)
                    ORDER BY verdict.decided_at DESC LIMIT {Precedent.MostOfAReason}) AS newest)
            ORDER BY reason, decided_at DESC
            """, year, criterion.Code, sheet.Assessment.Group, agency, own, Reasons);
        var names = asked.Each(
            "SELECT full_name FROM account WHERE id = $1", row => row.GetString(0),
            sheet.LastVerdictOn(criterion.Code)?.DecidedBy ?? Guid.Empty);
        var messages = asked.Rows<Message>(
            "WHERE year = $1 AND agency = $2 AND criterion = $3 ORDER BY number", year, agency, criterion.Code);
        await asked.SendAsync(ct);
        var last = before.Of(agencies);
        var nameOf = agencies.ToDictionary(known => known.Code, known => known.Name, StringComparer.Ordinal);
        return new(
            last.Year, last.FiguresOf(agency, sheet.Criteria, criterion), last.AgenciesOf(agency), mine ? last.VerdictsOn(agency) : [],
            [.. from verdict in mine ? precedents : []
                let reason = verdict.Reason
                where reason is not null
                select new Precedent(
                    verdict.Year, nameOf[verdict.Agency], verdict.Decision, verdict.Points, reason.Value, verdict.Sentence ?? "")],
            new(criterion.Code, mine ? messages : []), names is [var name] ? name : null);
    }
}
