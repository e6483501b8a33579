namespace DaNangDxIndex.Notices;

/// <summary>What a person reads in a letter.</summary>
public class LetterTextTests
{
    private static readonly Bilingual Tenant = new("Thành phố Đà Nẵng", "Da Nang City");
    private static readonly Bilingual Agency = new("Ủy ban nhân dân phường Hải Châu", "People’s Committee of Hai Chau Ward");
    private static readonly DateTimeOffset Closes = new(2025, 12, 31, 17, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void An_urgent_letter_bears_its_sentence_in_the_subject_and_the_page_below_it()
    {
        var notice = Of(NoticeKind.Reminder, NoticeInWords.Reminder(2025, Agency, Closes, "Đề nghị nộp trước thứ Sáu."));
        var text = new LetterText("vi", Tenant, "https://dx.danang.gov.vn/da-nang/vi");

        text.Subject([notice]).ShouldBe(
            "[Chỉ số chuyển đổi số, Thành phố Đà Nẵng] "
            + "Cơ quan thường trực nhắc Ủy ban nhân dân phường Hải Châu nộp hồ sơ năm 2025 trước 17:00 ngày 31/12/2025.");
        text.Body("Nguyễn Thị Nhập", [notice]).ShouldBe("""
            Kính gửi Nguyễn Thị Nhập,

            Cơ quan thường trực nhắc Ủy ban nhân dân phường Hải Châu nộp hồ sơ năm 2025 trước 17:00 ngày 31/12/2025. Đề nghị nộp trước thứ Sáu.
            https://dx.danang.gov.vn/da-nang/vi/assessments/2025/w25-hai-chau

            Thư này do hệ thống đánh giá chuyển đổi số gửi tự động; không trả lời thư này.
            Xem mọi thông báo, chọn ngôn ngữ của thư: https://dx.danang.gov.vn/da-nang/vi/notices
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_gathering_says_how_many_in_the_persons_language()
    {
        var text = new LetterText("en", Tenant, "https://dx.danang.gov.vn/da-nang/en");
        Notice[] notices = [Of(NoticeKind.Opened, NoticeInWords.Opened(2025, Agency, Closes)),
            Of(NoticeKind.Deadline, NoticeInWords.Deadline(2025, Agency, 1, Closes))];

        text.Subject(notices).ShouldBe("[Digital transformation index, Da Nang City] 2 notices");
        text.Body("Nguyễn Thị Nhập", notices)
            .ShouldContain("1 day is left to submit People’s Committee of Hai Chau Ward for 2025 (deadline 17:00 on 31 December 2025).");
    }

    [Fact]
    public void What_somebody_typed_makes_no_second_line_in_a_subject()
    {
        var notice = Of(NoticeKind.SentBack, NoticeInWords.SentBack(2025, "Thiếu số liệu\r\nBcc: ai-do@dx.vn"));

        new LetterText("vi", Tenant, "").Subject([notice]).ShouldNotContain('\n');
    }

    private static Notice Of(NoticeKind kind, Bilingual sentence) =>
        new Notice(Guid.NewGuid(), Guid.NewGuid(), kind, "key", "/assessments/2025/w25-hai-chau", Closes).Saying(sentence);
}
