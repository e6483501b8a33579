using DaNangDxIndex.Database;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>
/// Keeps what somebody sent until it is applied: one file a person and purpose, for a day. The
/// check's page and the marked file read it again, so the three never tell different things.
/// </summary>
public sealed class KeptUploads(DxIndexDb db, TimeProvider clock)
{
    private const int LongestName = 100;

    /// <exception cref="RuleViolation"><c>spreadsheet.missing</c>, <c>spreadsheet.empty</c>, <c>spreadsheet.too-large</c></exception>
    public async Task<KeptUpload> KeepAsync(IFormFile? file, string purpose, Guid account, CancellationToken ct)
    {
        var content = await ContentAsync(file, ct);
        var now = clock.GetUtcNow();
        await db.Set<KeptUpload>()
            .Where(keptUpload => (keptUpload.AccountId == account && keptUpload.Purpose == purpose) || keptUpload.At < now.AddDays(-1))
            .ExecuteDeleteAsync(ct);
        var name = Path.GetFileName(file?.FileName ?? "").Trim();
        var upload = db.Add(new KeptUpload(
            Guid.CreateVersion7(), purpose, account, name.Length == 0 ? "file.xlsx" : ShortText.Cut(name, LongestName), content,
            now)).Entity;
        await db.SaveChangesAsync(ct);
        return upload;
    }

    /// <summary>Null where it was applied, replaced, somebody else's, or kept too long.</summary>
    public Task<KeptUpload?> FindAsync(Guid id, string purpose, Guid account, CancellationToken ct) =>
        db.Set<KeptUpload>().AsNoTracking()
            .FirstOrDefaultAsync(upload => upload.Id == id && upload.Purpose == purpose && upload.AccountId == account, ct);

    /// <summary>In the transaction of the change that it brought.</summary>
    public Task ForgetAsync(Guid id, CancellationToken ct) => db.Set<KeptUpload>().Where(upload => upload.Id == id).ExecuteDeleteAsync(ct);

    private static async Task<byte[]> ContentAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
            throw SpreadsheetRefusal.Missing;
        if (file.Length == 0)
            throw SpreadsheetRefusal.Empty;
        if (file.Length > TypedWorkbook.LargestFile)
            throw SpreadsheetRefusal.TooLarge;
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
