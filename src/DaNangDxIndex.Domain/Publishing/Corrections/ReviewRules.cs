using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Until when an agency may ask for its result to be reviewed, and who answers.</summary>
public static class ReviewRules
{
    public const int LongestSentence = 4000;

    /// <summary>Those of one agency that wait or were answered, in one year.</summary>
    public const int Most = 50;

    /// <summary>End of the days after publication, exclusive; null where the edition takes no requests.</summary>
    public static DateTimeOffset? ClosesAt(Edition edition, DateTimeOffset publishedAt) => edition.ReviewDays == 0 ? null
        : VietNamTime.EndOf(VietNamTime.DayOf(publishedAt).AddDays(edition.ReviewDays)).ToUniversalTime();

    /// <exception cref="RuleViolation">
    /// <c>review.not-approver</c>, <c>review.none</c>, <c>review.late</c>, <c>review.sentence</c>, <c>review.many</c>
    /// </exception>
    public static string RequireFiled(
        Edition edition, DateTimeOffset publishedAt, string agency, Actor actor, string? sentence, int before, DateTimeOffset now)
    {
        if (!actor.Is(Role.Approver) || !actor.BelongsTo(agency))
            throw new RuleViolation("review.not-approver", new(
                "Đề nghị phúc tra do lãnh đạo duyệt của cơ quan gửi.", "The agency's approver files a request for review."));
        if (ClosesAt(edition, publishedAt) is not { } closes)
            throw new RuleViolation("review.none", new(
                "Kỳ đánh giá này không nhận đề nghị phúc tra.", "No requests for review are taken for this assessment."));
        if (now >= closes)
            throw new RuleViolation("review.late", new(
                $"Đã hết hạn gửi đề nghị phúc tra ({VietNamTime.Deadline(closes, "vi")}).",
                $"Requests for review were taken until {VietNamTime.Deadline(closes, "en")}."));
        if (before >= Most)
            throw new RuleViolation("review.many", new(
                $"Cơ quan đã gửi {Most} đề nghị phúc tra trong năm.", $"The agency has filed {Most} requests this year."));
        return Written(sentence, "review.sentence");
    }

    /// <exception cref="RuleViolation">
    /// <c>review.not-office</c>, <c>review.own-agency</c>, <c>review.answered</c>, <c>review.outcome</c>, <c>review.answer</c>
    /// </exception>
    public static (ReviewOutcome Outcome, string Answer) RequireAnswered(
        ReviewRequest request, Actor actor, ReviewOutcome? outcome, string? answer)
    {
        if (!actor.Is(Role.Office))
            throw new RuleViolation("review.not-office", new(
                "Cơ quan thường trực trả lời đề nghị phúc tra.", "The standing office answers requests for review."));
        if (actor.BelongsTo(request.Agency))
            throw new RuleViolation("review.own-agency", new(
                "Bạn thuộc cơ quan gửi đề nghị nên không trả lời được.", "You belong to the agency that asks and cannot answer."));
        if (request.Outcome is not null)
            throw new ChangedMeanwhile("review.answered", new(
                "Đề nghị này đã được trả lời.", "This request has been answered already."));
        return (outcome ?? throw new RuleViolation("review.outcome", new("Chọn kết quả phúc tra.", "Choose the outcome of the review.")),
            Written(answer, "review.answer"));
    }

    private static string Written(string? text, string code)
    {
        var written = text?.Trim() ?? "";
        if (written.Length is < 10 or > LongestSentence)
            throw new RuleViolation(code, new(
                $"Viết từ 10 đến {NumberText.Plain(LongestSentence, "vi")} ký tự.",
                $"Write 10 to {NumberText.Plain(LongestSentence, "en")} characters."));
        return written;
    }
}
