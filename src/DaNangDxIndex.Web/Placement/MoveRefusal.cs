namespace DaNangDxIndex.Placement;

/// <summary>Why a tenant was not moved, and what to do. It stands where it stood and takes writes there.</summary>
public sealed class MoveRefusal(string code, string vi, string en) : RuleViolation(code, new(vi, en))
{
    public static MoveRefusal NoTenant(string slug) => new("move.no-tenant",
        $"Không có tỉnh, thành phố nào là {slug}.", $"There is no tenant {slug}.");

    public static MoveRefusal NoConnection(string setting) => new("move.no-connection",
        $"Chưa đặt {setting}: chuyển dữ liệu cần quyền chủ sở hữu ở cả hai cụm.",
        $"{setting} is not set: moving works as the owner at both places.");

    public static MoveRefusal AlreadyThere(string slug, string cluster) => new("move.already-there",
        $"{slug} đã ở cụm {cluster}, và không cụm nào khác còn dữ liệu của {slug}.",
        $"{slug} stands on {cluster} already, and no other cluster holds rows of it.");

    public static MoveRefusal SameDatabase(string cluster) => new("move.same-database",
        $"Cụm {cluster} và nơi đang lưu là cùng một cơ sở dữ liệu. Kiểm tra Clusters__{cluster}__DxOwner.",
        $"The cluster {cluster} and the present place are one database. Check Clusters__{cluster}__DxOwner.");

    public static MoveRefusal OtherSchema(string cluster) => new("move.other-schema",
        $"Lược đồ ở cụm {cluster} không phải của phiên bản chương trình này. Chạy dx migrate bằng chương trình đang vận hành.",
        $"The schema on {cluster} is not this program’s. Run dx migrate with the program that serves.");

    public static MoveRefusal NotTheOwner(string cluster) => new("move.not-the-owner",
        $"Vai trò trong chuỗi kết nối DxOwner của cụm {cluster} không phải dx_owner, hoặc chưa được đặt session_replication_role. "
            + "Chạy lại Roles.sql bằng siêu người dùng, xem docs/operations.md.",
        $"The role in the DxOwner connection of {cluster} is not dx_owner, or may not set session_replication_role. "
            + "Run Roles.sql again as a superuser, see docs/operations.md.");

    public static MoveRefusal Running() => new("move.running",
        "Một lệnh dx tenant khác đang chuyển dữ liệu. Chờ lệnh đó xong rồi chạy lại.",
        "Another dx tenant command is moving a tenant. Wait for it to end, then run this one again.");

    public static MoveRefusal TargetHolds(string slug, string cluster) => new("move.target-holds",
        $"Cụm {cluster} đã có một {slug} khác, hoặc dữ liệu của {slug} đang mở ghi ở đó. Không ghi đè. "
            + "Xem docs/runbook.md, mục “Moving a tenant”.",
        $"The cluster {cluster} holds another {slug}, or rows of it that are open for writing. Nothing is overwritten. "
            + "See docs/runbook.md, “Moving a tenant”.");

    public static MoveRefusal Evidence(int files, IEnumerable<string> faults) => new("move.evidence",
        $"Trong {files} tệp minh chứng có tệp thiếu hoặc hỏng: {string.Join(", ", faults)}. Khôi phục tệp trước khi chuyển.",
        $"Of {files} files of evidence some are missing or damaged: {string.Join(", ", faults)}. Bring them back before the move.");

    public static MoveRefusal NoStore(int files) => new("move.no-store",
        $"Có {files} tệp minh chứng và chưa đặt DX_EVIDENCE hay DX_EVIDENCE_S3 nên không kiểm tra được.",
        $"There are {files} files of evidence and neither DX_EVIDENCE nor DX_EVIDENCE_S3 is set, so they cannot be checked.");

    public static MoveRefusal StillWriting(TimeSpan waited) => new("move.still-writing",
        $"Sau {(int)waited.TotalSeconds} giây vẫn còn giao dịch mở ở nơi cũ. Tìm trong pg_stat_activity, kết thúc rồi chạy lại.",
        $"After {(int)waited.TotalSeconds} seconds transactions are still open at the old place. "
            + "Find them in pg_stat_activity, end them, run it again.");

    public static MoveRefusal Differs(IEnumerable<string> faults) => new("move.differs",
        $"Bản chép khác bản gốc nên đã bỏ: {string.Join("; ", faults)}.",
        $"The copy differs from what it was made of and was dropped: {string.Join("; ", faults)}.");
}
