using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Loads what one criterion reads of every agency of a group, in two ways to the database. A sheet of these holds the figures and verdicts
/// of that criterion alone: its points are true, a total of it would not be.
/// </summary>
public sealed class CriterionSheets(DxIndexDb db, CriteriaInForce criteria)
{
    /// <param name="Name">Of the group.</param>
    /// <param name="Sheets">Of those on the bench.</param>
    /// <param name="Awaited">Agencies of the group that have nothing on the bench yet.</param>
    /// <param name="Proofs">By agency.</param>
    public sealed record Loaded(
        Edition Edition, Bilingual Name, Scorer Scorer, Criterion Criterion, IReadOnlyList<AppraisalSheet> Sheets,
        IReadOnlyList<Agency> Awaited, IReadOnlyDictionary<string, ProofOfCriterion> Proofs, BeforeInGroup Before)
    {
        /// <param name="best">Of the group; null while it is not complete.</param>
        public BenchLine LineOf(AppraisalSheet sheet, GroupBest? best, Actor actor) => BenchLine.Of(
            sheet, sheet.SelfAssessedOn(Criterion), sheet.AppraisedOn(Criterion, best),
            Proofs.GetValueOrDefault(sheet.Assessment.Agency), actor);
    }

    public async Task<Loaded?> FindAsync(int year, string group, string criterion, CancellationToken ct) =>
        await GroupAsync(year, group, criterion, ct) is var (name, scorer, found)
            ? await LoadAsync(year, group, name, scorer, found, "", ct)
            : null;

    /// <summary>Inside a transaction: whoever changes one of the assessments waits.</summary>
    public async Task<Loaded?> FindToChangeAsync(int year, string group, string criterion, CancellationToken ct) =>
        await GroupAsync(year, group, criterion, ct) is var (name, scorer, found)
            ? await LoadAsync(year, group, name, scorer, found, "ORDER BY agency FOR UPDATE", ct)
            : null;

    private async Task<(Bilingual Name, Scorer Scorer, Criterion Criterion)?> GroupAsync(
        int year, string group, string criterion, CancellationToken ct)
    {
        var asked = new OneRoundTrip(db);
        var groups = asked.Each(
            "SELECT name_vi, name_en, criteria_digest FROM edition_group WHERE year = $1 AND code = $2 AND criteria_digest IS NOT NULL",
            row => (Name: new Bilingual(row.GetString(0), row.GetString(1)), Digest: row.GetString(2)), year, group);
        await asked.SendAsync(ct);
        return groups is [var found] && await criteria.ScorerAsync(year, group, found.Digest, ct) is { } scorer
            && scorer.Set.Criterion(criterion) is { Rule: not null } scored
            ? (found.Name, scorer, scored)
            : null;
    }

    // The locks first, so that nothing that is read after them is older.
    private async Task<Loaded> LoadAsync(
        int year, string group, Bilingual name, Scorer scorer, Criterion criterion, string @lock, CancellationToken ct)
    {
        string[] figures = [.. criterion.Figures];
        var asked = new OneRoundTrip(db);
        var members = asked.Rows<Assessment>(
            $"WHERE year = $1 AND \"group\" = $2 AND joined_into IS NULL {@lock}", year, group);
        var editions = asked.Rows<Edition>("WHERE year = $1", year);
        var agencies = asked.Rows<Agency>("");
        var entries = asked.Rows<FigureEntry>("WHERE year = $1 AND figure = ANY($2)", year, figures);
        var requests = asked.Rows<NotApplicableRequest>("WHERE year = $1 AND criterion = $2", year, criterion.Code);
        var verdicts = asked.Rows<Verdict>("WHERE year = $1 AND criterion = $2", year, criterion.Code);
        var replies = asked.Rows<Reply>("WHERE year = $1 AND criterion = $2", year, criterion.Code);
        var samples = asked.Rows<Sample>("WHERE year = $1 AND percent > 0", year);
        var readings = asked.Rows<Reading>("WHERE year = $1 AND criterion = $2", year, criterion.Code);
        var clarifications = asked.Rows<Clarification>("WHERE year = $1", year);
        var reopenings = asked.Rows<Reopening>("WHERE year = $1 AND ended_at IS NULL", year);
        var proofs = asked.Each(Proofs, row => (
            Agency: row.GetString(0), Proof: new ProofOfCriterion(row.GetInt32(1), row.GetInt32(2), row.GetBoolean(3))),
            year, criterion.Code);
        var before = BeforeInGroup.Ask(asked, year, figures, criterion.Code);
        await asked.SendAsync(ct);
        var (agencyOf, entriesOf, verdictsOf, repliesOf, saidOf) = (
            agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal),
            entries.ToLookup(entry => entry.Agency, StringComparer.Ordinal),
            verdicts.ToLookup(verdict => verdict.Agency, StringComparer.Ordinal),
            replies.ToLookup(reply => reply.Agency, StringComparer.Ordinal),
            clarifications.ToLookup(said => said.Agency, StringComparer.Ordinal));
        var onTheBench = members.ToLookup(member => AppraisalRules.IsOnTheBench(member, scorer.Set.Method));
        return new(
            editions[0], name, scorer, criterion, [.. onTheBench[true].Select(SheetOf)],
            [.. onTheBench[false].Select(member => agencyOf[member.Agency])],
            proofs.ToDictionary(proof => proof.Agency, proof => proof.Proof, StringComparer.Ordinal), before.Of(agencies));

        AppraisalSheet SheetOf(Assessment member) => new(
            new(editions[0], member, agencyOf[member.Agency], scorer,
                entriesOf[member.Agency].ToDictionary(entry => entry.Figure, StringComparer.Ordinal),
                requests.Where(request => request.Agency == member.Agency)
                    .ToDictionary(request => request.Criterion, StringComparer.Ordinal),
                saidOf[member.Agency].ToDictionary(said => said.Doubt, StringComparer.Ordinal)),
            [.. verdictsOf[member.Agency]],
            new(year, member.Agency, member.RepliedAt is null ? [] : [.. repliesOf[member.Agency]]),
            reopenings.FirstOrDefault(reopening => reopening.Agency == member.Agency),
            new(samples.SingleOrDefault(), readings));
    }

    /// <summary>What is attached, what of it can prove something, and whether a reason stands in its place; by agency.</summary>
    private const string Proofs =
        """
        SELECT agency, sum(shown)::int, sum(proofs)::int, bool_or(explains) FROM (
            SELECT attachment.agency, 1 AS shown,
                (piece.hidden_at IS NULL AND NOT EXISTS (
                    SELECT FROM piece_revision JOIN stored_file ON stored_file.digest = piece_revision.file_digest
                    WHERE piece_revision.piece = piece.id AND stored_file.scan = 'infected' AND NOT EXISTS (
                        SELECT FROM piece_revision AS later
                        WHERE later.piece = piece.id AND later.number > piece_revision.number)))::int AS proofs,
                false AS explains
            FROM attachment JOIN piece ON piece.id = attachment.piece
            WHERE attachment.year = $1 AND attachment.criterion = $2 AND attachment.detached_at IS NULL
            UNION ALL
            SELECT agency, 0, 0, true FROM reason_without_evidence WHERE year = $1 AND criterion = $2
        ) AS one GROUP BY agency
        """;
}
