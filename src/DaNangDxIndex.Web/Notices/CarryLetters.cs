using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// Carries what waits. A letter is claimed and the claim is kept before the server hears of it: whatever stops the program in between,
/// nobody carries it
/// again by itself.
/// </summary>
public sealed class CarryLetters(DxIndexDb db, MailSettings mail, ILogger<CarryLetters> log)
{
    private const int MostInARound = 200;

    public async Task CarryAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (mail.Route is not { } route)
            return;
        await ForgottenAsync(now, ct);
        for (var carried = 0; carried < MostInARound && await ClaimAsync(now, ct) is { } letter; carried++)
        {
            await CarryAsync(route, letter, now, ct);
            // Also when the program is told to stop: what has happened is kept.
            await db.SaveChangesAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
        }
    }

    private async Task CarryAsync(MailRoute route, Letter letter, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            await route.CarryAsync(letter, ct);
            letter.Arrived(now);
        }
        catch (NotCarried refused)
        {
            letter.Refused(refused.Message, refused.ForGood, now);
            log.LogWarning("Letter {Letter} was not taken, try {Try}: {Reason}", letter.Id, letter.Tries, refused.Message);
        }
        catch (Exception unknown)
        {
            // Whatever it was, it happened while the letter was being handed over.
            letter.Lost(unknown.Message);
            log.LogError(unknown, "Nobody knows whether letter {Letter} has left", letter.Id);
        }
    }

    private async Task<Letter?> ClaimAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Set<Letter>().FromSql($"""
            SELECT * FROM letter WHERE state = 'waiting' AND next_at <= {now} ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).AsTracking().ToListAsync(ct);
        if (due is not [var letter])
            return null;
        letter.Claim(now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return letter;
    }

    /// <summary>Claimed by a program that has not come back.</summary>
    private async Task ForgottenAsync(DateTimeOffset now, CancellationToken ct)
    {
        var before = now - Letter.LongestUnderway;
        foreach (var letter in await db.Set<Letter>().Where(letter => letter.State == LetterState.Underway && letter.NextAt < before)
            .ToListAsync(ct))
            letter.Lost("The program stopped while the letter was underway.");
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
