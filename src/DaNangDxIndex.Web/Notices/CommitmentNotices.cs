using System.Globalization;
using DaNangDxIndex.Commitments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// Tells agencies of commitments that are due, some days before and once after. The notice's key names the day, so that it comes again when
/// the agency has moved it.
/// </summary>
public sealed class CommitmentNotices(DxIndexDb db, Notify notify)
{
    public async Task PostAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = VietNamTime.DayOf(now);
        var (soon, past) = (today.AddDays(CommitmentDays.First), today.AddDays(-CommitmentDays.First));
        var open = await db.Set<Commitment>().AsNoTracking()
            .Where(commitment => commitment.State == CommitmentState.Open && commitment.Due >= past && commitment.Due <= soon)
            .ToListAsync(ct);
        var due = open.Select(commitment => Due(commitment, today)).OfType<Notify.ToAgency>().ToList();
        await notify.AgenciesAsync(due, [Accounts.Role.Assessor, Accounts.Role.Approver], now, ct);
    }

    private static Notify.ToAgency? Due(Commitment commitment, DateOnly today)
    {
        var (year, agency, due) = (commitment.Year, commitment.Agency, commitment.Due);
        return CommitmentDays.Due(commitment, today) is not { } notice ? null : new(
            agency, NoticeKind.CommitmentDue,
            string.Create(CultureInfo.InvariantCulture, $"commitment/{year}/{agency}/{commitment.Number}/{due:yyyy-MM-dd}/{notice}"),
            NoticePath.NextTier(year, agency),
            NoticeInWords.CommitmentDue(year, commitment.Criterion, commitment.Sentence, due, due.DayNumber - today.DayNumber));
    }
}
