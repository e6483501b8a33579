namespace DaNangDxIndex.Audit;

/// <summary>What is wrong with a chain, and the number of the first entry where it shows.</summary>
public sealed record AuditFault(AuditFault.Kind What, long Number)
{
    public Bilingual Sentence => What switch
    {
        Kind.Changed => new(
            $"Bản ghi số {Number} đã bị sửa: nội dung không khớp mã băm.",
            $"Entry {Number} was changed: its content does not give its hash."),
        Kind.Deleted => new($"Bản ghi số {Number} đã bị xóa hoặc chuyển chỗ.", $"Entry {Number} was deleted or moved."),
        Kind.TailCut => new(
            $"Phần cuối nhật ký bị cắt: các bản ghi từ số {Number} từng có nay không còn.",
            $"The tail was cut: the entries from {Number} on were there and are gone."),
        Kind.Rewritten => new(
            $"Nhật ký bị viết lại: bản ghi số {Number} không phải bản ghi có mã băm đã công bố.",
            $"The chain was rewritten: entry {Number} is not the one whose hash was printed."),
    };

    public enum Kind
    {
        /// <summary>The entry's fields do not give its hash.</summary>
        Changed,

        /// <summary>The entry of this number is missing, or stands elsewhere.</summary>
        Deleted,

        /// <summary>Entries from this number on were there once and are gone.</summary>
        TailCut,

        /// <summary>The chain holds in itself but is not the one whose head was written down.</summary>
        Rewritten,
    }
}
