using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DaNangDxIndex.Database;

/// <summary>
/// All that is read until it is disposed of stood so at one moment, whatever is committed meanwhile: a page that says what will be signed
/// must not take its figures from before a write and its states from after it.
/// </summary>
public static class OneSnapshot
{
    /// <summary>Null where a transaction is under way: what it reads is held by its own locks.</summary>
    public static async Task<IDbContextTransaction?> OfAsync(DxIndexDb db, CancellationToken ct) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct) : null;
}
