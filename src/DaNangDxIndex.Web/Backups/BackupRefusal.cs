namespace DaNangDxIndex.Backups;

/// <summary>Why nothing was taken or restored, and what to do.</summary>
public sealed class BackupRefusal(string code, string vi, string en) : RuleViolation(code, new(vi, en))
{
    public static BackupRefusal NoConnection(string setting) => new("backup.no-connection",
        $"Chưa đặt {setting}.", $"{setting} is not set.");

    public static BackupRefusal Role(string setting, string wrong) => new("backup.role",
        $"Vai trò trong {setting} không dùng để sao lưu được: {wrong}. Dùng dx_backup, xem docs/operations.md.",
        $"The role in {setting} cannot be used for a backup: it {wrong}. Use dx_backup, see docs/operations.md.");

    public static BackupRefusal OlderSchema() => new("backup.schema",
        "Lược đồ của cơ sở dữ liệu không phải của phiên bản chương trình này. Chạy dx migrate, "
            + "hoặc sao lưu bằng chương trình đang vận hành.",
        "The database’s schema is not this program’s. Run dx migrate, or take the backup with the program that serves.");

    public static BackupRefusal NoTenant(string setting) => new("backup.no-tenant",
        $"Cơ sở dữ liệu chưa có tỉnh, thành phố nào nên không có gì để sao lưu. Kiểm tra lại {setting}.",
        $"The database has no tenant, so there is nothing to back up. Check {setting}.");

    public static BackupRefusal NoProgram(string program, int major, IEnumerable<int> others)
    {
        var found = string.Join(", ", others);
        return new("backup.no-program",
            $"Không tìm thấy {program} của PostgreSQL {major}, đúng phiên bản của máy chủ{(found == "" ? "" : $" (chỉ có {found})")}. "
                + $"Cài postgresql-client-{major}, hoặc đặt DX_POSTGRES là thư mục chứa nó.",
            $"No {program} of PostgreSQL {major}, the server’s own version, was found{(found == "" ? "" : $" (only {found})")}. "
                + $"Install postgresql-client-{major}, or name its folder in DX_POSTGRES.");
    }

    public static BackupRefusal Failed(string program, string errors) => new("backup.program-failed",
        $"{program} không hoàn thành: {errors}", $"{program} failed: {errors}");

    public static BackupRefusal Unwritable(string path, string why) => new("backup.unwritable",
        $"Không ghi được vào {path} ({why}).", $"{path} cannot be written ({why}).");

    public static BackupRefusal Running(string path) => new("backup.running",
        $"{path} đã có: một lần sao lưu khác vừa bắt đầu. Chạy lại sau.",
        $"{path} is there: another backup has just begun. Run it again later.");

    public static BackupRefusal Partial(string manifest) => new("restore.partial",
        $"Không có {manifest}: lần sao lưu này chưa hoàn thành. Chọn thư mục khác.",
        $"There is no {manifest}: this backup was not finished. Choose another folder.");

    public static BackupRefusal Unreadable(string manifest, string why) => new("restore.unreadable",
        $"Không đọc được {manifest} ({why}). Chọn thư mục khác.", $"{manifest} cannot be read ({why}). Choose another folder.");

    public static BackupRefusal Changed(string file) => new("restore.changed",
        $"{file} thiếu, bị cắt hoặc bị sửa: mã băm khác với manifest.json. Chọn thư mục khác hoặc bản chép khác.",
        $"{file} is missing, cut or changed: its digest is not the one in manifest.json. Choose another folder or another copy.");

    public static BackupRefusal Empty(string folder) => new("restore.empty",
        $"{folder} là bản sao lưu rỗng: không có tỉnh, thành phố hoặc dữ liệu nào. Chọn thư mục khác.",
        $"{folder} is an empty backup: it holds no tenant or no data. Choose another folder.");

    public static BackupRefusal OtherForm(int form) => new("restore.other-form",
        $"Bản sao lưu theo mẫu {form}, chương trình này đọc mẫu {BackupManifest.ThisForm}. Khôi phục bằng chương trình đã sao lưu.",
        $"The backup is of form {form}, this program reads form {BackupManifest.ThisForm}. Restore it with the program that took it.");

    public static BackupRefusal OtherSchema(string program, string its, string ours) => new("restore.other-version",
        $"Bản sao lưu do phiên bản {program} lập (lược đồ {its}), chương trình này có lược đồ {ours}. "
            + "Khôi phục bằng chương trình đã sao lưu, sau đó nâng cấp như thường lệ.",
        $"The backup was taken by version {program} (schema {its}); this program’s schema is {ours}. "
            + "Restore it with the program that took it, then upgrade as always.");

    public static BackupRefusal OtherCluster(string its, string target) => new("restore.other-cluster",
        $"Bản sao lưu là của cụm {its}, không phải của {target}. Dùng --cluster {its}, hoặc chọn thư mục khác.",
        $"The backup is of the cluster {its}, not of {target}. Use --cluster {its}, or choose another folder.");

    public static BackupRefusal OlderServer(int its, int ours) => new("restore.older-server",
        $"Bản sao lưu từ PostgreSQL {its}, máy chủ đích là {ours}. Khôi phục vào PostgreSQL {its} trở lên.",
        $"The backup is from PostgreSQL {its} and the target is {ours}. Restore into PostgreSQL {its} or newer.");

    public static BackupRefusal NotTheOwner(string setting) => new("restore.not-the-owner",
        $"{setting} phải là dx_owner: chủ sở hữu cơ sở dữ liệu, có BYPASSRLS, không phải siêu người dùng.",
        $"{setting} must be dx_owner: owner of the database, with BYPASSRLS, no superuser.");

    /// <summary>Roles belong to a server and are in no dump; the database names this one.</summary>
    public static BackupRefusal NoReader() => new("restore.no-reader",
        "Máy chủ đích chưa có vai trò dx_reader. Quản trị PostgreSQL chạy lại Roles.sql, xem docs/operations.md.",
        "The role dx_reader is missing on the server. Run Roles.sql there as PostgreSQL’s administrator, see docs/operations.md.");

    public static BackupRefusal OtherDatabase(string application, string owner) => new("restore.other-database",
        $"{application} và {owner} trỏ đến hai cơ sở dữ liệu khác nhau. Đặt cả hai vào cơ sở dữ liệu đích.",
        $"{application} and {owner} name two different databases. Name the target in both.");

    public static BackupRefusal NotEmpty(long tables) => new("restore.not-empty",
        $"Cơ sở dữ liệu đích không trống ({tables} bảng). Tạo cơ sở dữ liệu mới, xem docs/operations.md.",
        $"The target database is not empty ({tables} tables). Make a new one, see docs/operations.md.");

    public static BackupRefusal EvidenceIsThere(string folder) => new("restore.evidence-is-there",
        $"{folder} đã có tệp. Đặt DX_EVIDENCE (hoặc DX_EVIDENCE_S3) là nơi lưu mới; "
            + "nếu đó chính là kho tệp còn lại sau sự cố, thêm --keep-evidence.",
        $"{folder} holds files. Set DX_EVIDENCE (or DX_EVIDENCE_S3) to a new place; "
            + "where it is the store that survived, add --keep-evidence.");

    public static BackupRefusal NoStore() => new("restore.no-store",
        "Bản sao lưu có tệp tài liệu: đặt DX_EVIDENCE là thư mục sẽ chứa tệp.",
        "The backup holds evidence: set DX_EVIDENCE to the folder that is to hold it.");
}
