namespace DaNangDxIndex.Evidence;

/// <summary>
/// The store of files does not answer, or its disk cannot be read or written. Nothing was taken and nothing is lost: documents are cited
/// all the same, and everything that needs no file goes on.
/// </summary>
/// <param name="address">Which store, for logs; people read the sentence.</param>
public sealed class StoreAway(string address, Exception? cause = null) : RuleViolation("evidence.store-away", new(
    "Kho lưu tệp tạm thời không truy cập được nên chưa mở hoặc nhận tệp được. Nội dung đã nhập và các tệp đã nộp không bị mất. "
        + "Thử lại sau ít phút.",
    "The store of files cannot be reached at the moment, so no file can be opened or taken. "
        + "Nothing that was entered or uploaded is lost. Try again in a few minutes."), cause)
{
    public string Address { get; } = address;

    /// <summary>Asks the disk: what it refuses is the store's being away, and no fault of whoever sent a file.</summary>
    /// <exception cref="StoreAway"/>
    internal static T Unless<T>(string address, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception away) when (IsOfDisk(away))
        {
            throw new StoreAway(address, away);
        }
    }

    /// <exception cref="StoreAway"/>
    internal static async Task UnlessAsync(string address, Func<ValueTask> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception away) when (IsOfDisk(away))
        {
            throw new StoreAway(address, away);
        }
    }

    private static bool IsOfDisk(Exception fault) => fault is IOException or UnauthorizedAccessException;
}
