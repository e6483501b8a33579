using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// Tells agencies that their own deadline is near. The notice's key names the last day, so that it comes once to each person, and again
/// when an extension
/// has moved that day.
/// </summary>
public sealed class DeadlineNotices(DxIndexDb db, Notify notify)
{
    public async Task PostAsync(DateTimeOffset now, CancellationToken ct)
    {
        var owed = await (
            from assessment in db.Set<Assessment>().AsNoTracking()
            join edition in db.Set<Edition>().AsNoTracking() on assessment.Year equals edition.Year
            join agency in db.Set<Agency>().AsNoTracking() on assessment.Agency equals agency.Code
            where edition.Stage == EditionStage.Open || edition.Stage == EditionStage.Appraisal || edition.Stage == EditionStage.Final
            where assessment.State == AssessmentState.Entering || assessment.State == AssessmentState.Returned
                || assessment.State == AssessmentState.AwaitingApproval
            select new { Assessment = assessment, Edition = edition, agency.Name }).ToListAsync(ct);
        var due = owed.Select(agency => Due(agency.Edition, agency.Assessment, agency.Name, now)).OfType<Notify.ToAgency>().ToList();
        await notify.AgenciesAsync(due, [Role.Assessor, Role.Approver], now, ct);
    }

    private static Notify.ToAgency? Due(Edition edition, Assessment assessment, Bilingual name, DateTimeOffset now)
    {
        // After the open stage only what was given back can still be submitted.
        if (edition.Stage != EditionStage.Open && assessment.CompletesBy is null)
            return null;
        if (assessment.ClosesAt(edition) is not { } closes || DeadlineDays.Due(edition, closes, now) is not var (notice, left))
            return null;
        var lastDay = VietNamTime.DayOf(closes.AddTicks(-1));
        return new(
            assessment.Agency, NoticeKind.Deadline,
                string.Create(CultureInfo.InvariantCulture, $"deadline/{edition.Year}/{assessment.Agency}/{lastDay:yyyy-MM-dd}/{notice}"),
            NoticePath.Assessment(edition.Year, assessment.Agency), NoticeInWords.Deadline(edition.Year, name, left, closes));
    }
}
