using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>
/// Address and words of a letter go DX_LETTER_DAYS after it was written, a year by default, and at once with those of its person
/// (<see cref="ForgetLeavers"/>). That it was written, about what and when, stays: notices refer to it, so that nobody is told twice.
/// </summary>
public sealed class ForgetLetters(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    private const string Late = "It could not be sent in time.";

    public override async Task<int> HandleAsync(CancellationToken ct)
    {
        var (oldest, gone) = (Oldest("DX_LETTER_DAYS", 365), Oldest("DX_LEAVER_DAYS", 365));
        var kept = db.Set<Letter>().Where(letter => letter.Address != Letter.Forgotten && letter.State != LetterState.Underway
            && (letter.WrittenAt < oldest
                || db.Set<Account>().Any(account => account.Id == letter.AccountId && account.Disabled && account.ClosedAt < gone)));
        await kept.Where(letter => letter.State == LetterState.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(letter => letter.State, LetterState.GivenUp).SetProperty(letter => letter.Fault, Late), ct);
        return await kept.ExecuteUpdateAsync(set => set
            .SetProperty(letter => letter.Address, Letter.Forgotten).SetProperty(letter => letter.Body, Letter.Forgotten)
            .SetProperty(letter => letter.Version, letter => letter.Version + 1), ct);
    }
}
