using DaNangDxIndex.Agencies;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Makes all accounts of a file or none; each gets a one-time link, which costs no hash of a password.</summary>
public sealed class ImportAccounts(DxIndexDb db, CurrentAccount current, CreateAccount create, KeptUploads uploads, Acts acts)
{
    /// <summary>Of kept files.</summary>
    public const string Purpose = "accounts";

    /// <param name="Issued">Empty where there were faults.</param>
    public sealed record Outcome(AccountFile File, IReadOnlyList<IssueLinks.Issued> Issued);

    /// <summary>What applying the file would do; changes nothing.</summary>
    public async Task<AccountFile> CheckAsync(KeptUpload upload, CancellationToken ct)
    {
        var taken = await db.Set<Account>().Select(account => account.NormalizedUserName ?? "").ToListAsync(ct);
        var agencies = await db.Set<Agency>().AsNoTracking().ToListAsync(ct);
        return AccountFile.Read(upload.Content, new(taken.ToHashSet(StringComparer.Ordinal), new(agencies), current.Actor));
    }

    /// <returns>Null where the file is not kept any more: it was applied, replaced, or sent too long ago.</returns>
    public async Task<Outcome?> HandleAsync(Guid id, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await uploads.FindAsync(id, Purpose, current.Actor.Account, ct) is not { } upload)
            return null;
        var file = await CheckAsync(upload, ct);
        if (file.Faults.Count > 0)
            return new(file, []);
        var issued = new List<IssueLinks.Issued>();
        foreach (var command in file.Accounts)
        {
            var (account, token) = await create.AddAsync(command, ct);
            issued.Add(new(account, token));
        }
        await uploads.ForgetAsync(id, ct);
        await act.KeepAsync(ct);
        return new(file, issued);
    }
}
