namespace DaNangDxIndex.Hosting;

/// <summary>The list of verbs, for whoever asks for it or types another one.</summary>
internal static class VerbUsage
{
    private const string Vi = """
        dx                                                     phục vụ
        dx migrate                                             cập nhật lược đồ cơ sở dữ liệu
        dx tenant add SLUG --vi TÊN --en TÊN --kind city|province
                                                               thêm tỉnh, thành phố và quản trị viên đầu tiên
        dx tenant second-factor SLUG ROLE,ROLE|none            vai trò bắt buộc đăng nhập hai bước
        dx tenant four-eyes SLUG MATTER,MATTER|none            việc cần hai người
        dx tenant list                                         tỉnh, thành phố nào ở cụm nào
        dx tenant move SLUG --to CLUSTER [--keep]              chuyển đến "home" hoặc một Clusters__…; --keep giữ lại dữ liệu cũ
        dx tenant open SLUG                                    nhận ghi trở lại tại nơi đang lưu, sau khi lệnh chuyển bị ngắt
        dx administrator SLUG USER                             cho USER làm quản trị viên đăng nhập được, in liên kết dùng một lần
        dx audit verify [SLUG]                                 tính lại chuỗi nhật ký của một hoặc mọi tỉnh, thành phố
        dx audit verify SLUG --head HEAD                       và đối chiếu với đầu chuỗi in trên kết quả (lặp lại được)
        dx evidence verify [SLUG]                              đọc mọi tệp minh chứng và so mã băm
        dx evidence sweep                                      dọn tệp tải lên dở dang
        dx keys                                                mỗi khóa đăng nhập mã hóa bằng bí mật nào trong DX_KEYS
        dx keys seal                                           mã hóa lại tất cả bằng bí mật đầu tiên của DX_KEYS
        dx backup FOLDER [--cluster NAME]                      cơ sở dữ liệu và minh chứng cùng một thời điểm, trong thư mục mới dưới FOLDER
        dx restore FOLDER/TIME [--keep-evidence] [--cluster NAME]
                                                               đưa bản sao lưu vào cơ sở dữ liệu trống và kiểm tra kết quả
        dx help                                                danh sách này
        migrate, tenant (trừ list), keys seal và restore cần ConnectionStrings__DxOwner; backup cần ConnectionStrings__DxBackup;
        cụm khác: Clusters__NAME__…. Thêm --lang en để đọc bằng tiếng Anh.
        """;

    private const string En = """
        dx                                                     serves
        dx migrate                                             brings the schema up to date
        dx tenant add SLUG --vi NAME --en NAME --kind city|province
                                                               adds a province or city and its first administrator
        dx tenant second-factor SLUG ROLE,ROLE|none            for which roles the second step at the sign-in is compulsory
        dx tenant four-eyes SLUG MATTER,MATTER|none            for which acts two people are wanted
        dx tenant list                                         which tenant stands on which cluster
        dx tenant move SLUG --to CLUSTER [--keep]              to "home" or one of Clusters__…; --keep leaves the old rows
        dx tenant open SLUG                                    takes writes again where it stands, after a move that was killed
        dx administrator SLUG USER                             makes USER an administrator who can sign in, and prints a one-time link
        dx audit verify [SLUG]                                 recomputes the audit chain of one tenant or of all
        dx audit verify SLUG --head HEAD                       and compares it with a head printed on a publication (may be repeated)
        dx evidence verify [SLUG]                              reads every file of evidence and compares its digest
        dx evidence sweep                                      takes away files that no upload completed
        dx keys                                                says with which secret of DX_KEYS each key of sign-ins is sealed
        dx keys seal                                           seals all of them with the first secret of DX_KEYS
        dx backup FOLDER [--cluster NAME]                      database and evidence to the same point, in a new folder below FOLDER
        dx restore FOLDER/TIME [--keep-evidence] [--cluster NAME]
                                                               a backup into an empty database, and verifies what came of it
        dx help                                                this list
        migrate, tenant (but list), keys seal and restore want ConnectionStrings__DxOwner; backup wants ConnectionStrings__DxBackup;
        a further cluster: Clusters__NAME__…. Without --lang en all is said in Vietnamese.
        """;

    /// <summary>With what the program around this one adds.</summary>
    public static Bilingual Of(WebApplication app)
    {
        var added = app.Services.GetServices<AddedVerb>().Select(verb => verb.Usage).ToList();
        return new(string.Join(Environment.NewLine, [Vi, .. added]), string.Join(Environment.NewLine, [En, .. added]));
    }
}
