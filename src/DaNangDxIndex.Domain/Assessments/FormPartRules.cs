using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>Who divides an agency's form, until when parts may run, and who says that one is done.</summary>
public static class FormPartRules
{
    /// <summary>The form is divided by the agency's approver while it can be filled in.</summary>
    public static RuleViolation? Refusal(Assessment assessment, Edition edition, Actor actor, DateTimeOffset now) =>
        AssessmentRules.Refusal(AssessmentVerb.Enter, assessment, edition, actor, now)
        ?? (actor.Is(Role.Approver) ? null : new RuleViolation("part.not-approver", new(
            "Chỉ lãnh đạo duyệt của cơ quan phân công nhập số liệu.", "Only the agency’s approver divides the form.")));

    /// <exception cref="RuleViolation"><c>part.not-holder</c></exception>
    public static void RequireHolder(FormPart part, Actor actor)
    {
        if (part.Holder != actor.Account)
            throw new RuleViolation("part.not-holder", new(
                "Chỉ người được giao nhóm tiêu chí này xác nhận đã xong. Nếu cần, đề nghị lãnh đạo duyệt giao lại.",
                "Only the person to whom this component was given can say that it is done. "
                + "If need be, ask the approver to give it to somebody else."));
    }

    /// <summary>Why the last day cannot be this one, or null.</summary>
    public static Bilingual? DueFault(DateOnly due, Assessment assessment, Edition edition, DateTimeOffset now)
    {
        if (due < VietNamTime.DayOf(now))
            return new("Hạn xong không được trước hôm nay.", "The last day must not be before today.");
        return assessment.ClosesAt(edition) is { } closes && due > LastDay(closes) ? new(
            $"Hạn xong không được sau hạn nộp của cơ quan ({VietNamTime.Day(LastDay(closes), "vi")}).",
            $"The last day must not be after the agency’s own deadline ({VietNamTime.Day(LastDay(closes), "en")}).") : null;
    }

    public static Bilingual HolderFault => new(
        "Chọn một cán bộ nhập số liệu của cơ quan đang dùng tài khoản.", "Choose an assessor of the agency whose account is open.");

    /// <summary>What the form offers: some days before the deadline, so that the approver has time to check.</summary>
    public static DateOnly DueOffered(Assessment assessment, Edition edition, DateTimeOffset now)
    {
        const int DaysToCheck = 3;
        const int DaysWithoutDeadline = 14;
        var today = VietNamTime.DayOf(now);
        if (assessment.ClosesAt(edition) is not { } closes)
            return today.AddDays(DaysWithoutDeadline);
        var early = LastDay(closes).AddDays(-DaysToCheck);
        return early > today ? early : LastDay(closes);
    }

    private static DateOnly LastDay(DateTimeOffset closes) => VietNamTime.DayOf(closes.AddTicks(-1));
}
