namespace DaNangDxIndex.Evidence;

/// <summary>Why a file is not taken, one sentence for each case, each with what to do.</summary>
public static class FileRefusal
{
    public static RuleViolation Missing { get; } = new("evidence.no-file", new(
        "Chưa chọn tệp. Chọn một tệp rồi tải lên.", "No file was chosen. Choose a file and upload it."));

    public static RuleViolation Empty { get; } = new("evidence.empty", new(
        "Tệp không có nội dung (0 byte). Kiểm tra lại tệp rồi chọn lại.", "The file is empty (0 bytes). Check it and choose again."));

    public static RuleViolation TooLarge { get; } = new("evidence.too-large", new(
        $"Tệp lớn hơn {FolderRules.LargestFile / FolderRules.MiB} MB. Chia nhỏ hoặc giảm độ phân giải bản quét rồi tải lại.",
        $"The file is larger than {FolderRules.LargestFile / FolderRules.MiB} MB. Split it, or scan at a lower resolution."));

    public static RuleViolation WrongType { get; } = new("evidence.wrong-type", new(
        "Nội dung tệp không phải PDF, ảnh (PNG, JPEG, WebP) hoặc tài liệu Office (.docx, .xlsx, .pptx). "
            + "Xuất tài liệu sang PDF rồi tải lên.",
        "The content is not a PDF, a picture (PNG, JPEG, WebP) or an Office document (.docx, .xlsx, .pptx). "
            + "Save it as PDF and upload that."));

    public static RuleViolation NoScan { get; } = new("evidence.no-scan", new(
        "Bản ký phải là PDF hoặc ảnh quét (PNG, JPEG, WebP), không phải tài liệu Office. Quét bản giấy đã ký rồi tải lên.",
        "A signed scan is a PDF or a picture (PNG, JPEG, WebP), not an Office document. Scan the signed paper and upload that."));

    public static RuleViolation OldOffice { get; } = new("evidence.old-office", new(
        "Tệp theo định dạng Office cũ (.doc, .xls, .ppt). Lưu lại thành .docx, .xlsx, .pptx hoặc PDF.",
        "The file is in an old Office format (.doc, .xls, .ppt). Save it as .docx, .xlsx, .pptx or PDF."));

    public static RuleViolation Encrypted { get; } = new("evidence.encrypted", new(
        "Tệp có mật khẩu hoặc được mã hóa nên người thẩm định không mở được. Bỏ mật khẩu rồi tải lại.",
        "The file is encrypted or has a password, so appraisers could not open it. Remove the password and upload it again."));

    public static RuleViolation Macros { get; } = new("evidence.macros", new(
        "Tệp có chứa macro hoặc thành phần tự chạy. Lưu lại thành tệp không có macro, hoặc PDF.",
        "The file contains macros or active parts. Save it without macros, or as PDF."));

    public static RuleViolation Damaged { get; } = new("evidence.damaged", new(
        "Tệp bị hỏng hoặc chưa đầy đủ nên không đọc được. Mở thử trên máy, lưu lại rồi tải lên.",
        "The file is damaged or incomplete and cannot be read. Open it on your computer, save it anew and upload that."));

    public static RuleViolation Bursts { get; } = new("evidence.unpacks-too-large", new(
        "Tệp nén quá mức: khi mở ra lớn bất thường. Lưu lại tệp, hoặc xuất sang PDF.",
        "The file is packed too tightly: it would become abnormally large when opened. Save it anew, or as PDF."));

    public static RuleViolation NestedTooDeep { get; } = new("evidence.nested-too-deep", new(
        "Cấu trúc tệp PDF bất thường (lồng quá sâu). In lại ra PDF rồi tải lên.",
        "The structure of the PDF is abnormal (nested too deeply). Print it to PDF anew and upload that."));

    public static RuleViolation PictureTooLarge { get; } = new("evidence.picture-too-large", new(
        $"Ảnh có kích thước lớn hơn {MostMegapixels} triệu điểm ảnh. Giảm kích thước ảnh rồi tải lại.",
        $"The picture has more than {MostMegapixels} million pixels. Make it smaller and upload it again."));

    public static RuleViolation NameLong { get; } = new("evidence.name-too-long", new(
        $"Tên tệp dài hơn {FileNameRules.Longest} ký tự. Đặt tên ngắn hơn rồi tải lại.",
        $"The file's name is longer than {FileNameRules.Longest} characters. Shorten it and upload the file again."));

    public static RuleViolation NameForbidden { get; } = new("evidence.name-forbidden", new(
        "Tên tệp có ký tự điều khiển hoặc ký tự ẩn. Đặt lại tên tệp chỉ gồm chữ, số và dấu thông thường.",
        "The file's name has control or hidden characters. Rename it with letters, digits and ordinary signs."));

    public static RuleViolation DoubleEnding { get; } = new("evidence.double-ending", new(
        "Tên tệp có đuôi của chương trình hoặc trang web (ví dụ .exe, .html, .js). Đổi tên tệp, chỉ giữ một đuôi đúng loại tài liệu.",
        "The file's name has the ending of a program or a web page (such as .exe, .html, .js). "
            + "Rename it with the one ending of its kind."));

    internal const int MostMegapixels = 80;
}
