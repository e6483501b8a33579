using DaNangDxIndex.Accounts;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Notices;

/// <summary>The sentence of each kind of notice.</summary>
public static class NoticeInWords
{
    private const int LongestQuote = 300;

    public static Bilingual Opened(int year, Bilingual agency, DateTimeOffset? closes) => new(
        $"Kỳ đánh giá năm {year} đã mở. {agency.Vi} nhập số liệu và nộp hồ sơ{By(closes, "vi")}.",
        $"The {year} assessment is open. {agency.En} enters its figures and submits them{By(closes, "en")}.");

    public static Bilingual SecondFactorReset(string by) => new(
        $"{by} đã đặt lại xác thực hai bước của tài khoản bạn. Nếu bạn không yêu cầu, báo ngay cho quản trị hệ thống và đổi mật khẩu.",
        $"{by} has reset the second step of your sign-in. If you did not ask for it, tell an administrator at once "
        + "and change your password.");

    /// <param name="what">Name of the passkey or of the sign-in system; null where there is but one.</param>
    public static Bilingual WayInChanged(WayInChange change, Bilingual? what)
    {
        var (vi, en) = change switch
        {
            WayInChange.PasskeyAdded => ("Đã thêm khóa truy cập", "A passkey was added to"),
            WayInChange.PasskeyRemoved => ("Đã xóa khóa truy cập", "A passkey was removed from"),
            WayInChange.ProviderLinked => ("Đã liên kết với hệ thống đăng nhập", "A sign-in system was linked with"),
            WayInChange.ProviderUnlinked => ("Đã bỏ liên kết với hệ thống đăng nhập", "A sign-in system was unlinked from"),
            WayInChange.AppSetUp => ("Đã thiết lập ứng dụng tạo mã", "An app for codes was set up for"),
            WayInChange.AppTurnedOff => ("Đã bỏ ứng dụng tạo mã", "The app for codes was removed from"),
            WayInChange.RecoveryCodesMade => ("Đã tạo bộ mã khôi phục mới", "New recovery codes were made for"),
            WayInChange.PasswordChanged => ("Đã đổi mật khẩu", "The password was changed for"),
        };
        // Whoever did it knows the new password, and its person does not.
        var hasPassword = change != WayInChange.PasswordChanged;
        return new(
            $"{vi}{(what is null ? "" : $" “{what.Vi}”")} ở tài khoản của bạn. "
            + $"Nếu bạn không làm việc này, {(hasPassword ? "đổi mật khẩu và báo ngay" : "báo ngay")} cho quản trị hệ thống.",
            $"{en} your account{(what is null ? "" : $": “{what.En}”")}. "
            + $"If it was not you, {(hasPassword ? "change your password and tell" : "tell")} an administrator at once.");
    }

    public static string PathOf(WayInChange change) => change switch
    {
        WayInChange.PasskeyAdded or WayInChange.PasskeyRemoved => "/accounts/passkeys",
        WayInChange.ProviderLinked or WayInChange.ProviderUnlinked => "/accounts/linked",
        WayInChange.AppSetUp or WayInChange.AppTurnedOff or WayInChange.RecoveryCodesMade => "/accounts/second-factor",
        WayInChange.PasswordChanged => "/accounts/password",
    };

    public static Bilingual ProposalAsked(Proposal proposal, string by) => new(
        $"{by} đề nghị, chờ bạn hoặc người khác cùng vai trò xác nhận: {Quoted(proposal.Sentence.Vi)}",
        $"{by} asks for what you or somebody else of your role has to confirm: {Quoted(proposal.Sentence.En)}");

    public static Bilingual ProposalSettled(Proposal proposal, string by)
    {
        var confirmed = proposal.Outcome == Proposal.Settlement.Confirmed;
        return new(
            $"{by} {(confirmed ? "đã xác nhận" : "không đồng ý")} đề nghị của bạn: {Quoted(proposal.Sentence.Vi)}",
            $"{by} has {(confirmed ? "confirmed" : "refused")} what you asked for: {Quoted(proposal.Sentence.En)}");
    }

    public static Bilingual Closed(int year) => new(
        $"Việc nhập số liệu kỳ đánh giá năm {year} đã kết thúc; hồ sơ đã nộp chuyển sang thẩm định.",
        $"Entry for the {year} assessment has ended; what was submitted is now appraised.");

    public static Bilingual Published(int year, Bilingual agency) => new(
        $"Kết quả đánh giá năm {year} đã được công bố. Xem kết quả của {agency.Vi}.",
        $"The {year} results are published. See those of {agency.En}.");

    /// <param name="moved">"Sở Y tế: 88,10 điểm, hạng 7, Tốt → 87,35 điểm, hạng 8, Tốt".</param>
    public static Bilingual Corrected(int year, Bilingual moved) => new(
        $"Kết quả năm {year} đã được điều chỉnh. {moved.Vi}.", $"The {year} results were corrected. {moved.En}.");

    public static Bilingual Withdrawn(int year, Bilingual agency, string cause) => new(
        $"Kết quả năm {year} đã công bố, trong đó có kết quả của {agency.Vi}, bị thu hồi. Nguyên nhân: {Quoted(cause)}",
        $"The published {year} results, those of {agency.En} among them, were withdrawn. Cause: {Quoted(cause)}");

    public static Bilingual ReviewAsked(int year, int number, Bilingual agency) => new(
        $"{agency.Vi} đề nghị phúc tra kết quả năm {year} (đề nghị số {number}).",
        $"{agency.En} asks for a review of its {year} result (request {number}).");

    public static Bilingual ReviewAnswered(int year, int number, bool upheld) => new(
        $"Đề nghị phúc tra số {number} về kết quả năm {year} đã được trả lời: {(upheld ? "chấp nhận" : "không chấp nhận")}.",
        $"Request for review {number} of the {year} result was answered: {(upheld ? "upheld" : "rejected")}.");

    public static Bilingual Returned(int year, Bilingual agency, DateTimeOffset? until, string? reason) => new(
        $"Hồ sơ năm {year} của {agency.Vi} được trả lại để bổ sung; nộp lại{By(until, "vi")}. Lý do: {Quoted(reason)}",
        $"The {year} assessment of {agency.En} was returned for completion; submit it again{By(until, "en")}. Reason: {Quoted(reason)}");

    public static Bilingual TakenBack(int year, Bilingual agency, DateTimeOffset? until, string? reason) => new(
        $"Ghi nhận không nộp hồ sơ năm {year} của {agency.Vi} đã được hủy; nộp hồ sơ{By(until, "vi")}. Lý do: {Quoted(reason)}",
        $"The record that {agency.En} did not submit for {year} was taken back; submit{By(until, "en")}. Reason: {Quoted(reason)}");

    public static Bilingual RecordedNotSubmitted(int year, Bilingual agency, string? reason) => new(
        $"{agency.Vi} được ghi nhận không nộp hồ sơ năm {year}. Nếu ghi nhận nhầm, báo ngay cho cơ quan thường trực. "
        + $"Lý do: {Quoted(reason)}",
        $"{agency.En} was recorded as not having submitted for {year}. If that is a mistake, tell the standing office at once. "
        + $"Reason: {Quoted(reason)}");

    public static Bilingual AskedForApproval(int year, Bilingual agency, DateTimeOffset? closes) => new(
        $"Hồ sơ năm {year} của {agency.Vi} đã trình, chờ bạn duyệt và nộp{By(closes, "vi")}.",
        $"The {year} assessment of {agency.En} waits for you to approve and submit it{By(closes, "en")}.");

    public static Bilingual SentBack(int year, string? note) => new(
        $"Lãnh đạo yêu cầu chỉnh sửa hồ sơ năm {year}: {Quoted(note)}",
            $"The approver asks for changes to the {year} assessment: {Quoted(note)}");

    public static Bilingual Recalled(int year, Bilingual agency, DateTimeOffset? closes) => new(
        $"Lãnh đạo đã rút hồ sơ năm {year} của {agency.Vi}; số liệu sửa lại được. Hồ sơ cần nộp lại{By(closes, "vi")}.",
        $"The approver has recalled the {year} assessment of {agency.En}; its figures can be changed again. "
        + $"It has to be submitted anew{By(closes, "en")}.");

    /// <param name="parts">Each with its last day.</param>
    public static Bilingual PartGiven(int year, IReadOnlyCollection<(Bilingual Name, DateOnly Due)> parts) => new(
        $"Bạn được giao nhập trong hồ sơ năm {year}: "
        + $"{string.Join("; ", parts.Select(part => $"{part.Name.Vi} (hạn {VietNamTime.Day(part.Due, "vi")})"))}.",
        $"Your part of the {year} form: "
        + $"{string.Join("; ", parts.Select(part => $"{part.Name.En} (due {VietNamTime.Day(part.Due, "en")})"))}.");

    /// <param name="days">From today to the last day; 0 is today.</param>
    public static Bilingual Deadline(int year, Bilingual agency, int days, DateTimeOffset closes) => new(
        $"{(days == 0 ? "Hôm nay là ngày cuối" : $"Còn {days} ngày đến hạn")} nộp hồ sơ năm {year} của {agency.Vi} "
        + $"(hạn {VietNamTime.Deadline(closes, "vi")}).",
        $"{(days == 0 ? "Today is the last day" : $"{new Counted(days)} {new Counted(days):day is|days are} left")} to submit "
        + $"{agency.En} for {year} (deadline {VietNamTime.Deadline(closes, "en")}).");

    public static Bilingual Extended(int year, Bilingual agency, DateTimeOffset to, string? reason) => new(
        $"{agency.Vi} được gia hạn nộp hồ sơ năm {year} đến {VietNamTime.Deadline(to, "vi")}. Lý do: {Quoted(reason)}",
        $"{agency.En} has more time to submit for {year}, until {VietNamTime.Deadline(to, "en")}. Reason: {Quoted(reason)}");

    public static Bilingual Reopened(int year, Bilingual agency, string criterion, string? reason) => new(
        $"Tiêu chí {criterion} trong hồ sơ năm {year} của {agency.Vi} được mở lại để thẩm định. Lý do: {Quoted(reason)}",
        $"Criterion {criterion} in the {year} assessment of {agency.En} was opened again for appraisal. Reason: {Quoted(reason)}");

    public static Bilingual ReopeningAsked(int year, Bilingual agency, string criterion, string? reason) => new(
        $"Cơ quan thường trực đề nghị mở lại tiêu chí {criterion} trong hồ sơ năm {year} của {agency.Vi}. Lý do: {Quoted(reason)}",
        $"The standing office asks for criterion {criterion} of {agency.En} for {year} to be opened again. Reason: {Quoted(reason)}");

    /// <param name="points">The total as it stands, in words: "87,50 điểm".</param>
    /// <param name="until">Till when the agency replies; null where the calendar names no day.</param>
    public static Bilingual Appraised(int year, Bilingual agency, Bilingual points, DateTimeOffset? until) => new(
        $"Thẩm định lần 1 hồ sơ năm {year} của {agency.Vi} đã kết thúc: {points.Vi}. "
        + $"Xem kết quả từng tiêu chí; khi giai đoạn giải trình bắt đầu, gửi giải trình tiêu chí chưa đồng ý{By(until, "vi")}.",
        $"The first appraisal of {agency.En} for {year} is closed: {points.En}. "
        + $"See what was decided on each criterion; once replies are taken, reply{By(until, "en")} where you do not agree.");

    /// <param name="until">Till when the agency replies; null where the calendar names no day.</param>
    public static Bilingual RepliesOpen(int year, DateTimeOffset? until) => new(
        $"Đã bắt đầu nhận giải trình kết quả thẩm định lần 1 năm {year}: gửi giải trình{By(until, "vi")}; "
        + "nếu đồng ý với kết quả thì không cần gửi gì.",
        $"Replies to the first appraisal of {year} are now taken: send yours{By(until, "en")}; if you agree, there is nothing to send.");

    public static Bilingual Finalised(int year, Bilingual agency, Bilingual points) => new(
        $"Hồ sơ năm {year} của {agency.Vi} đã có kết quả thẩm định cuối cùng: {points.Vi}.",
        $"The {year} assessment of {agency.En} is final: {points.En}.");

    public static Bilingual Replied(int year, Bilingual agency, int criteria) => new(
        $"{agency.Vi} đã gửi giải trình {criteria} tiêu chí của hồ sơ năm {year}.",
        $"{agency.En} has replied on {criteria} {new Counted(criteria):criterion|criteria} of its {year} assessment.");

    /// <param name="until">Till when the agency replies; null where the calendar names no day.</param>
    public static Bilingual RepliesRecalled(int year, Bilingual agency, DateTimeOffset? until) => new(
        $"{agency.Vi} đã rút giải trình hồ sơ năm {year} để sửa; gửi lại được{By(until, "vi")}.",
        $"{agency.En} has taken its replies on the {year} assessment back to change them; they can be sent again{By(until, "en")}.");

    public static Bilingual Asked(int year, Bilingual agency, string criterion, string question) => new(
        $"Tổ thẩm định hỏi về tiêu chí {criterion} trong hồ sơ năm {year} của {agency.Vi}: {Quoted(question)}",
        $"The appraisers ask about criterion {criterion} in the {year} assessment of {agency.En}: {Quoted(question)}");

    public static Bilingual Answered(int year, Bilingual agency, string criterion, string answer) => new(
        $"{agency.Vi} trả lời câu hỏi về tiêu chí {criterion}, năm {year}: {Quoted(answer)}",
        $"{agency.En} has answered about criterion {criterion}, {year}: {Quoted(answer)}");

    /// <param name="sentence">Of the office; null for none.</param>
    public static Bilingual Reminder(int year, Bilingual agency, DateTimeOffset? closes, string? sentence)
    {
        var more = sentence is null ? "" : $" {Quoted(sentence)}";
        return new(
            $"Cơ quan thường trực nhắc {agency.Vi} nộp hồ sơ năm {year}{By(closes, "vi")}.{more}",
            $"The standing office reminds {agency.En} to submit for {year}{By(closes, "en")}.{more}");
    }

    /// <param name="left">Days to the last one; below zero once it is over.</param>
    public static Bilingual CommitmentDue(int year, string criterion, string sentence, DateOnly due, int left) => new(
        $"{(left < 0 ? "Quá hạn" : left == 0 ? "Hôm nay là ngày cuối của" : $"Còn {left} ngày đến hạn")} cam kết về tiêu chí {criterion} "
        + $"sau kết quả năm {year} (hạn {VietNamTime.Day(due, "vi")}): {Quoted(sentence)}",
        $"{(left < 0 ? "Overdue" : left == 0 ? "Due today" : $"Due in {new Counted(left)} {new Counted(left):day|days}")}: "
        + $"the commitment on criterion {criterion} after the {year} results ({VietNamTime.Day(due, "en")}): {Quoted(sentence)}");

    private static string By(DateTimeOffset? end, string language) => end is not { } known ? ""
        : language == "en" ? $" by {VietNamTime.Deadline(known, "en")}" : $" trước {VietNamTime.Deadline(known, "vi")}";

    private static string Quoted(string? text) => ShortText.Of(text ?? "", LongestQuote);
}
