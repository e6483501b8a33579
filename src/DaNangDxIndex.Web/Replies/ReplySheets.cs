using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Replies;

/// <summary>
/// Loads an agency's replies with what they answer. There are none in an edition with one round, nor before the agency hears its result.
/// </summary>
public sealed class ReplySheets(DxIndexDb db, AppraisalSheets sheets, HeardResults heard, ShownEvidence evidence)
{
    public async Task<ReplySheet?> FindAsync(int year, string agency, CancellationToken ct) =>
        await WithRepliesAsync(await sheets.FindAsync(year, agency, ct), QueryTrackingBehavior.NoTracking, ct);

    /// <summary>Inside a transaction, under the lock of the assessment.</summary>
    public async Task<ReplySheet?> FindToChangeAsync(int year, string agency, CancellationToken ct) =>
        await WithRepliesAsync(await sheets.FindToChangeAsync(year, agency, ct), QueryTrackingBehavior.TrackAll, ct);

    private async Task<ReplySheet?> WithRepliesAsync(AppraisalSheet? sheet, QueryTrackingBehavior tracking, CancellationToken ct)
    {
        if (sheet is null || sheet.Edition.Rounds == 1 || !AssessmentRules.IsHeard(sheet.Assessment, sheet.Edition))
            return null;
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        var order = sheet.Criteria.Criteria.Select((criterion, index) => (criterion.Code, index)).ToDictionary(StringComparer.Ordinal);
        var replies = await db.Set<Reply>().AsTracking(tracking)
            .Where(reply => reply.Year == year && reply.Agency == agency).ToListAsync(ct);
        var shown = await evidence.OfAsync(year, agency, ct);
        var told = await heard.OfAsync(sheet, ct);
        return new(told, new(year, agency, [.. replies.OrderBy(reply => order.GetValueOrDefault(reply.Criterion))])
        {
            Pieces = PiecesOf(sheet.Assessment, replies, shown),
        })
        {
            Evidence = shown,
        };
    }

    /// <summary>What was attached since the form was handed in; once the replies are sent, what went with them.</summary>
    private static IReadOnlyList<AgencyReplies.Piece> PiecesOf(Assessment assessment, List<Reply> replies, EvidenceOfAssessment shown) =>
    [
        .. from attached in shown.Attached
           where replies.Exists(reply => reply.Criterion == attached.Attachment.Criterion)
           where assessment.RepliedAt is { } at ? attached.IsWithReply(at) : attached.IsLater(assessment.SubmittedAt)
           select new AgencyReplies.Piece(
               attached.Attachment.Id, attached.Attachment.Criterion, EvidenceOfAssessment.LineOf(attached, attached.Shown.Revision)),
    ];
}
