using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>In which language a person's letters are written; each chooses for oneself.</summary>
public sealed class ChooseLanguage(DxIndexDb db, CurrentAccount current, Acts acts)
{
    public async Task HandleAsync(string language, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var account = await db.Set<Account>().SingleAsync(account => account.Id == current.Id, ct);
        var before = account.Language;
        account.ReadsIn(language == "en" ? "en" : "vi");
        await act.KeepAsync("account.choose-language", $"accounts/{account.Id}", new { language = before }, new { account.Language }, ct);
    }
}
