namespace DaNangDxIndex.Evidence;

/// <summary>How much an agency may keep in its folder.</summary>
public static class FolderRules
{
    public const long MiB = 1024 * 1024;

    /// <summary>Of one file, in bytes.</summary>
    public const long LargestFile = 20 * MiB;

    /// <summary>Of an agency, hidden ones too.</summary>
    public const int MostPieces = 2_000;

    /// <summary>What can be told before anything is read.</summary>
    /// <exception cref="RuleViolation"><c>evidence.empty</c>, <c>evidence.too-large</c></exception>
    public static void RequireSize(long size)
    {
        if (size == 0)
            throw FileRefusal.Empty;
        if (size > LargestFile)
            throw FileRefusal.TooLarge;
    }

    /// <param name="pieces">In the folder now.</param>
    /// <exception cref="RuleViolation"><c>evidence.too-many-pieces</c></exception>
    public static void RequireRoomForPiece(int pieces)
    {
        if (pieces >= MostPieces)
            throw new RuleViolation("evidence.too-many-pieces", new(
                $"Hồ sơ minh chứng đã có {MostPieces} tài liệu, không thêm được nữa. Đính kèm tài liệu đã có, hoặc thêm bản mới cho tài "
                    + "liệu đã có.",
                $"The folder already holds {MostPieces} pieces. Attach one that is there, or add a revision to it."));
    }

    /// <param name="used">Bytes of the agency's files now.</param>
    /// <param name="most">Bytes that an agency may use.</param>
    /// <exception cref="RuleViolation"><c>evidence.agency-full</c></exception>
    public static void RequireRoomForFile(long used, long size, long most)
    {
        if (used + size > most)
            throw new RuleViolation("evidence.agency-full", new(
                $"Dung lượng dành cho cơ quan là {most / MiB} MB, tệp này không còn đủ chỗ. Liên hệ cơ quan thường trực, hoặc viện dẫn "
                    + "văn bản thay cho tải tệp.",
                $"The agency's space is {most / MiB} MB and this file no longer fits. Ask the standing office, or cite the document "
                    + "instead of uploading it."));
    }
}
