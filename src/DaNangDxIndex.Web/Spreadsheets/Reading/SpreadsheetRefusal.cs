namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>Why a file as a whole is not read, each with what to do. Codes begin with "spreadsheet.".</summary>
internal static class SpreadsheetRefusal
{
    public static RuleViolation Missing => Of("missing", "Chọn tệp .xlsx đã điền.", "Choose the completed .xlsx file.");

    public static RuleViolation Empty =>
        Of("empty", "Tệp không có nội dung. Chọn lại tệp .xlsx đã điền.", "The file is empty. Choose the completed .xlsx file.");

    public static RuleViolation TooLarge => Of("too-large",
        "Tệp lớn hơn 5 MB. Bỏ hình ảnh và các trang tính không cần thiết, hoặc chia thành nhiều tệp.",
        "The file is larger than 5 MB. Remove pictures and sheets that are not needed, or divide it into several files.");

    public static RuleViolation OldExcel => Of("old-excel",
        "Tệp theo định dạng Excel cũ (.xls). Mở tệp và lưu lại theo định dạng .xlsx.",
        "The file has the old Excel format (.xls). Open it and save it as .xlsx.");

    public static RuleViolation Encrypted => Of("encrypted",
        "Tệp được đặt mật khẩu. Mở tệp, bỏ mật khẩu rồi lưu lại.",
        "The file is protected by a password. Open it, remove the password and save it again.");

    public static RuleViolation PlainText => Of("plain-text",
        "Tệp là văn bản (ví dụ CSV), không phải bảng tính .xlsx. Mở tệp bằng phần mềm bảng tính và lưu lại theo định dạng .xlsx.",
        "The file is plain text (CSV, for instance), not an .xlsx spreadsheet. Open it in a spreadsheet program and save it as .xlsx.");

    public static RuleViolation OpenDocument => Of("open-document",
        "Tệp theo định dạng OpenDocument (.ods). Mở tệp và lưu lại theo định dạng .xlsx.",
        "The file has the OpenDocument format (.ods). Open it and save it as .xlsx.");

    public static RuleViolation Binary => Of("binary-workbook",
        "Tệp theo định dạng nhị phân (.xlsb). Mở tệp và lưu lại theo định dạng .xlsx.",
        "The file has the binary format (.xlsb). Open it and save it as .xlsx.");

    public static RuleViolation Macros => Of("macros",
        "Tệp có macro (.xlsm). Mở tệp và lưu lại theo định dạng .xlsx, không có macro.",
        "The file holds macros (.xlsm). Open it and save it as .xlsx, without macros.");

    public static RuleViolation NotASpreadsheet => Of("other-content",
        "Tệp không phải là bảng tính .xlsx. Tải tệp mẫu về, điền và gửi lại.",
        "The file is not an .xlsx spreadsheet. Download the template, complete it and send it.");

    public static RuleViolation Damaged => Of("damaged",
        "Không đọc được tệp vì tệp bị hỏng. Mở tệp bằng phần mềm bảng tính, lưu thành tệp .xlsx mới rồi gửi lại.",
        "The file is damaged and cannot be read. Open it in a spreadsheet program, save it as a new .xlsx file and send that.");

    public static RuleViolation Bomb => Of("unpacks-too-large",
        "Nội dung giải nén của tệp quá lớn (trên 50 MB hoặc nén bất thường). Chép dữ liệu sang một tệp .xlsx mới rồi gửi lại.",
        "The file unpacks to too much (over 50 MB, or packed in an unusual way). Copy the data into a new .xlsx file and send that.");

    public static RuleViolation TooManySheets => Of("too-many-sheets",
        "Tệp có hơn 30 trang tính. Bỏ các trang tính không cần thiết.",
        "The file has more than 30 sheets. Remove those that are not needed.");

    public static RuleViolation TooManyRows(string sheet) => Of("too-many-rows",
        $"Trang tính “{sheet}” có dữ liệu dưới dòng 20.000. Chia thành nhiều tệp.",
        $"Sheet “{sheet}” has content below row 20,000. Divide it into several files.");

    public static RuleViolation TooManyColumns(string sheet) => Of("too-many-columns",
        $"Trang tính “{sheet}” có dữ liệu sau cột thứ 60 (BH). Bỏ các cột không thuộc tệp mẫu.",
        $"Sheet “{sheet}” has content beyond column 60 (BH). Remove the columns that are not in the template.");

    public static RuleViolation OtherSeparator => Of("separator",
        "Các cột của tệp CSV không ngăn bằng dấu phẩy. Lưu lại ở dạng CSV ngăn bằng dấu phẩy, hoặc dạng .xlsx.",
        "The columns of the CSV file are not separated by commas. Save it as CSV separated by commas, or as .xlsx.");

    public static RuleViolation MalformedCsv(int line, Bilingual sentence) =>
        Of("csv", $"Dòng {line}: {sentence.Vi}", $"Line {line}: {sentence.En}");

    private static RuleViolation Of(string code, string vi, string en) => new("spreadsheet." + code, new(vi, en));
}
