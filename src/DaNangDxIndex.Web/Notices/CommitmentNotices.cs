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

    private static Notify.ToAgency? Due(Commitment one, DateOnly today) => CommitmentDays.Due(one, today) is not { } notice ? null : new(
        one.Agency, NoticeKind.CommitmentDue,
        string.Create(
            CultureInfo.InvariantCulture, $"commitment/{one.Year}/{one.Agency}/{one.Number}/{one.Due:yyyy-MM-dd}/{notice}"),
        NoticePath.NextTier(one.Year, one.Agency),
        NoticeInWords.CommitmentDue(one.Year, one.Criterion, one.Sentence, one.Due, one.Due.DayNumber - today.DayNumber));
}
