using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>The office has a letter sent anew that could not be sent, or of which nobody knows.</summary>
public sealed class TryLetterAgain(DxIndexDb db, Acts acts, TimeProvider clock)
{
    /// <returns>False where there is no such letter.</returns>
    /// <exception cref="RuleViolation"><c>letter.not-failed</c></exception>
    public async Task<bool> HandleAsync(Guid id, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await db.Set<Letter>().SingleOrDefaultAsync(letter => letter.Id == id, ct) is not { } letter)
            return false;
        var before = new { letter.State, letter.Fault };
        letter.TryAgain(clock.GetUtcNow());
        await act.KeepAsync("letter.try-again", $"letters/{letter.Id}", before, new { letter.State }, ct);
        return true;
    }
}
