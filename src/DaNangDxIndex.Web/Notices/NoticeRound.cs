namespace DaNangDxIndex.Notices;

/// <summary>What is done again and again in a tenant, by whichever program has the turn.</summary>
public sealed class NoticeRound(
    DeadlineNotices deadlines, CommitmentNotices commitments, WriteLetters letters, CarryLetters carry, MailSettings mail)
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        await deadlines.PostAsync(now, ct);
        await commitments.PostAsync(now, ct);
        if (mail.Route is null)
            return;
        await letters.WriteAsync(now, ct);
        await carry.CarryAsync(now, ct);
    }
}
