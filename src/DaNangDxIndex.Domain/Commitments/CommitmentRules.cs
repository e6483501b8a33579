using DaNangDxIndex.Accounts;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Commitments;

/// <summary>Who commits an agency, to what, and until when at most.</summary>
public static class CommitmentRules
{
    public const int LongestSentence = 1000;
    public const int LongestPerson = 200;

    /// <summary>Of one agency in one year, whatever became of them.</summary>
    public const int Most = 200;

    /// <summary>A promise beyond the assessment after next is none.</summary>
    public const int MostDays = 730;

    /// <summary>A commitment's content, as it may be kept.</summary>
    public sealed record Terms(string Sentence, string Person, DateOnly Due);

    /// <exception cref="RuleViolation"><c>commitment.wrong-person</c></exception>
    public static void RequireOwn(string agency, Actor actor)
    {
        if (!actor.BelongsTo(agency) || !(actor.Is(Role.Assessor) || actor.Is(Role.Approver)))
            throw new RuleViolation("commitment.wrong-person", new(
                "Cam kết do người nhập hoặc người duyệt của chính cơ quan ghi.",
                "Commitments are written by the agency’s own assessor or approver."));
    }

    /// <param name="before">How many the agency has already.</param>
    /// <exception cref="RuleViolation"><c>commitment.many</c></exception>
    public static void RequireRoom(int before)
    {
        if (before >= Most)
            throw new RuleViolation("commitment.many", new(
                $"Cơ quan đã có {Most} cam kết trong năm; sửa cam kết đã có.",
                $"The agency has {Most} commitments of this year already; change one of them."));
    }

    /// <param name="due">Null where no day could be read.</param>
    /// <param name="stands">The day it is due until now, which may lie behind; null for a new one.</param>
    /// <exception cref="RuleViolation"><c>commitment.sentence</c>, <c>commitment.person</c>, <c>commitment.due</c></exception>
    public static Terms Require(string? sentence, string? person, DateOnly? due, DateOnly? stands, DateOnly today)
    {
        var terms = (Sentence: sentence?.Trim() ?? "", Person: person?.Trim() ?? "");
        if (terms.Sentence.Length is < 10 or > LongestSentence)
            throw new RuleViolation("commitment.sentence", new(
                $"Viết việc sẽ làm, từ 10 đến {NumberText.Plain(LongestSentence, "vi")} ký tự.",
                $"Write what will be done, in 10 to {NumberText.Plain(LongestSentence, "en")} characters."));
        if (terms.Person.Length is < 2 or > LongestPerson)
            throw new RuleViolation("commitment.person", new(
                $"Ghi người hoặc bộ phận chịu trách nhiệm, từ 2 đến {LongestPerson} ký tự.",
                $"Name the person or office who answers for it, in 2 to {LongestPerson} characters."));
        if (due is not { } day)
            throw new RuleViolation("commitment.due", new(
                "Chọn ngày hoàn thành, ví dụ 30/6/2026.", "Choose the day it will be done, for example 30 June 2026."));
        var last = today.AddDays(MostDays);
        if (day != stands && (day < today || day > last))
            throw new RuleViolation("commitment.due", new(
                $"Ngày hoàn thành từ {VietNamTime.Day(today, "vi")} đến {VietNamTime.Day(last, "vi")}.",
                $"The day lies between {VietNamTime.Day(today, "en")} and {VietNamTime.Day(last, "en")}."));
        return new(terms.Sentence, terms.Person, day);
    }

    /// <summary>Only what is open is changed; whoever wants to change an ended one opens it again first.</summary>
    /// <exception cref="RuleViolation"><c>commitment.ended</c></exception>
    public static void RequireOpen(Commitment commitment)
    {
        if (commitment.State != CommitmentState.Open)
            throw new RuleViolation("commitment.ended", new(
                "Cam kết này đã kết thúc. Mở lại trước khi sửa.", "This commitment has ended. Open it again before you change it."));
    }
}
