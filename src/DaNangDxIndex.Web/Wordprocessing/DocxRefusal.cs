namespace DaNangDxIndex.Wordprocessing;

/// <summary>Why an uploaded document is not taken, each with what to do. Codes begin with "template.".</summary>
internal static class DocxRefusal
{
    public static RuleViolation Missing => Of("missing", "Chọn tệp .docx làm mẫu.", "Choose the .docx file of the template.");

    public static RuleViolation Empty =>
        Of("empty", "Tệp không có nội dung. Chọn lại tệp .docx.", "The file is empty. Choose the .docx file again.");

    public static RuleViolation TooLarge => Of("too-large",
        "Tệp lớn hơn 2 MB. Bỏ hoặc thu nhỏ hình ảnh trong mẫu.",
        "The file is larger than 2 MB. Remove pictures from the template, or make them smaller.");

    public static RuleViolation NotADocument => Of("other-content",
        "Tệp không phải là văn bản Word .docx. Tải mẫu hiện hành về, sửa và tải lên lại.",
        "The file is not a Word document (.docx). Download the present template, change it and upload it.");

    public static RuleViolation OldWord => Of("old-word",
        "Tệp theo định dạng Word cũ (.doc) hoặc được đặt mật khẩu. Mở tệp, bỏ mật khẩu nếu có và lưu lại theo định dạng .docx.",
        "The file has the old Word format (.doc) or a password. Open it, remove any password and save it as .docx.");

    public static RuleViolation Macros => Of("macros",
        "Tệp có macro. Mở tệp và lưu lại theo định dạng .docx, không có macro.",
        "The file holds macros. Open it and save it as .docx, without macros.");

    public static RuleViolation Template => Of("word-template",
        "Tệp theo định dạng mẫu của Word (.dotx). Mở tệp và lưu lại theo định dạng .docx.",
        "The file is a Word template (.dotx). Open it and save it as .docx.");

    public static RuleViolation Embedded => Of("embedded",
        "Tệp có đối tượng nhúng (OLE, ActiveX hoặc tệp khác). Bỏ các đối tượng đó rồi tải lên lại.",
        "The file has embedded objects (OLE, ActiveX, or other files). Remove them and upload it again.");

    public static RuleViolation External => Of("external",
        "Tệp lấy nội dung từ nơi khác (hình liên kết, mẫu đính kèm hoặc trường INCLUDETEXT, DDE). Chèn nội dung vào tệp rồi tải lên lại.",
        "The file takes content from elsewhere (linked pictures, an attached template, or fields such as INCLUDETEXT and DDE). "
        + "Put the content into the file and upload it again.");

    public static RuleViolation Damaged => Of("damaged",
        "Không đọc được tệp vì tệp bị hỏng. Mở tệp bằng phần mềm soạn thảo, lưu thành tệp .docx mới rồi tải lên lại.",
        "The file is damaged and cannot be read. Open it in a word processor, save it as a new .docx file and upload that.");

    public static RuleViolation Bomb => Of("unpacks-too-large",
        "Nội dung giải nén của tệp quá lớn (trên 16 MB hoặc nén bất thường). Bỏ hình ảnh, chép nội dung sang tệp .docx mới.",
        "The file unpacks to too much (over 16 MB, or packed in an unusual way). Remove pictures and copy the text into a new .docx file.");

    /// <param name="around">What stands there.</param>
    public static RuleViolation Braces(string around) => Of("braces",
        $"Trường viết thiếu dấu ngoặc ở đoạn “{around}”. Viết tên trường giữa hai cặp ngoặc nhọn, ví dụ {{{{nam}}}}.",
        $"A field has braces missing at “{around}”. Write the field's name between two pairs of braces, such as {{{{nam}}}}.");

    private static RuleViolation Of(string code, string vi, string en) => new("template." + code, new(vi, en));
}
