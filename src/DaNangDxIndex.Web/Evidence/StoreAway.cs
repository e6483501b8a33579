namespace DaNangDxIndex.Evidence;

/// <summary>
/// The store of files does not answer. Nothing was taken and nothing is lost: documents are cited all the same, and everything that needs
/// no file goes on.
/// </summary>
public sealed class StoreAway() : RuleViolation("evidence.store-away", new(
    "Kho lưu tệp tạm thời không truy cập được nên chưa mở hoặc nhận tệp được. Nội dung đã nhập và các tệp đã nộp không bị mất. "
        + "Thử lại sau ít phút.",
    "The store of files cannot be reached at the moment, so no file can be opened or taken. "
        + "Nothing that was entered or uploaded is lost. Try again in a few minutes."));
