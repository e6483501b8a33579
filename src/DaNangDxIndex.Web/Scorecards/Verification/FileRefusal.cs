namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>Why a file is not checked, each with what to do. Codes begin with "check-file.".</summary>
internal static class FileRefusal
{
    public static RuleViolation Missing => Of("missing", "Chọn tệp PDF hoặc gói công bố (.zip).", "Choose a PDF or a bundle (.zip).");

    public static RuleViolation Empty => Of("empty",
        "Tệp không có nội dung. Chọn lại tệp PDF hoặc gói công bố.", "The file is empty. Choose the PDF or the bundle again.");

    public static RuleViolation TooLarge => Of("too-large",
        "Tệp lớn hơn 8 MB; phiếu kết quả, bảng xếp hạng và gói công bố không lớn như vậy.",
        "The file is larger than 8 MB; no scorecard, ranked table or bundle is.");

    public static RuleViolation OtherContent => Of("other-content",
        "Tệp không phải là PDF hay gói công bố (.zip) tải từ hệ thống.", "The file is neither a PDF nor a bundle (.zip) from this site.");

    public static RuleViolation NoPublication(string tenant, int year, int number) => Of("no-publication",
        $"Tệp ghi thuộc bản công bố số {number} năm {year} của “{tenant}”; không có bản công bố này.",
        $"The file says it is of publication {number} of {year} of \"{tenant}\"; there is none.");

    public static RuleViolation OtherTenant(Bilingual name) => Of("other-tenant",
        $"Tệp thuộc {name.Vi}. Kiểm tra tệp tại trang của {name.Vi}.", $"The file is of {name.En}. Check it on the site of {name.En}.");

    public static RuleViolation Unreadable(Bilingual sentence) => new("check-file.unreadable", sentence);

    private static RuleViolation Of(string code, string vi, string en) => new("check-file." + code, new(vi, en));
}
