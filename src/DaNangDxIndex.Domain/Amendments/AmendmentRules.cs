using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Amendments;

/// <summary>When an open edition may be amended, and what an amendment may change.</summary>
public static class AmendmentRules
{
    /// <exception cref="RuleViolation"><c>amendment.not-office</c>, <c>amendment.not-now</c></exception>
    /// <param name="daysOnly">Nothing but days of the calendar is moved.</param>
    public static void RequireAmendable(Edition edition, Actor actor, bool daysOnly = false)
    {
        if (!actor.Is(Role.Office))
            throw new RuleViolation("amendment.not-office", new(
                "Chỉ cơ quan thường trực được sửa đổi kỳ đánh giá.", "Only the standing office can amend an assessment."));
        if (edition.Stage is not (EditionStage.Open or EditionStage.Appraisal) && !(TakesOtherDays(edition) && daysOnly))
            throw new RuleViolation("amendment.not-now", new(
                "Chỉ sửa đổi được khi kỳ đánh giá đang nhập số liệu hoặc đang thẩm định.",
                "An assessment can be amended only during entry and appraisal."));
    }

    /// <summary>Criteria stay as they are from the first round's end on; days that are still to come can be moved.</summary>
    public static bool TakesOtherDays(Edition edition) =>
        edition.Stage is EditionStage.Open or EditionStage.Appraisal or EditionStage.Explanation or EditionStage.Review;

    /// <summary>A sample has no document; everything else has one.</summary>
    /// <exception cref="RuleViolation"><c>amendment.document</c></exception>
    public static void RequireDocument(Edition edition, AmendingDocument? document)
    {
        if (edition.Illustrative != document is null)
            throw new RuleViolation("amendment.document", edition.Illustrative
                ? new("Kỳ đánh giá minh họa không gắn với văn bản thật.", "A sample assessment carries no real document.")
                : new("Bản sửa đổi phải có loại, số và ngày văn bản.", "An amendment needs the kind, number and date of its document."));
    }

    /// <summary>What has begun or ended stays as it was: a deadline that has passed is extended agency by agency.</summary>
    /// <exception cref="RuleViolation"><c>amendment.nothing</c>, <c>amendment.days-passed</c></exception>
    public static void RequireDays(Edition edition, Calendar calendar, DateTimeOffset now)
    {
        if (edition.Calendar.SameDays(calendar))
            throw NothingChanged();
        var moved = edition.EntryClosesAt != calendar.EntryClosesAt;
        if (edition.EntryOpensOn != calendar.EntryOpensOn || (moved && (edition.EntryClosesAt <= now || calendar.EntryClosesAt <= now)))
            throw new RuleViolation("amendment.days-passed", new(
                "Không dời được ngày bắt đầu nhập số liệu hoặc hạn đã qua, và hạn mới phải ở tương lai. "
                + "Hạn đã qua thì gia hạn cho từng cơ quan.",
                "The opening day and a deadline that has passed cannot be moved, and a new deadline must lie ahead. "
                + "Extend a passed deadline agency by agency."));
        if (moved && edition.Stage != EditionStage.Open)
            throw new RuleViolation("amendment.days-passed", new(
                "Giai đoạn nhập số liệu đã kết thúc, hạn nhập không dời được nữa.", "Entry is over, and its end can no longer be moved."));
        if (MovesRepliesTooLate(edition, calendar, now))
            throw new RuleViolation("amendment.days-passed", new(
                "Hạn giải trình mới phải ở tương lai, và chỉ dời được khi giai đoạn giải trình chưa kết thúc.",
                "The new end of replies must lie ahead, and it can be moved only while the stage of replies is not over."));
    }

    private static bool MovesRepliesTooLate(Edition edition, Calendar calendar, DateTimeOffset now) =>
        edition.RepliesEndOn != calendar.RepliesEndOn && (edition.Stage == EditionStage.Review || calendar.RepliesCloseAt <= now);

    /// <summary>Points that have been settled are not moved by another rule: those assessments are reopened first.</summary>
    /// <exception cref="RuleViolation"><c>amendment.settled</c></exception>
    public static void RequireNothingSettled(IEnumerable<Assessment> assessments)
    {
        var settled = assessments.Count(assessment => assessment.State is AssessmentState.Appraised
            or AssessmentState.Explained or AssessmentState.Final or AssessmentState.Reopened);
        if (settled > 0)
            throw new RuleViolation("amendment.settled", new(
                $"Không sửa đổi được bộ chỉ số: {settled} hồ sơ của khối đã kết thúc thẩm định. Việc sửa đổi chỉ làm được trước đó.",
                $"The criteria cannot be amended: the appraisal of {settled} {new Text.Counted(settled):assessment|assessments} in the "
                + "group is closed. Criteria are amended before that."));
    }

    /// <summary>Weights, rules and explaining texts may change; what is asked, and how points become ranks, may not.</summary>
    /// <exception cref="RuleViolation"><c>amendment.other-form</c>, <c>amendment.nothing</c></exception>
    public static void RequireSameForm(CriteriaSet before, CriteriaSet after)
    {
        if (CriteriaFile.Write(before) == CriteriaFile.Write(after))
            throw NothingChanged();
        if (FormOf(before) != FormOf(after))
            throw new RuleViolation("amendment.other-form", new(
                "Bản sửa đổi chỉ thay đổi điểm tối đa, cách tính, hướng dẫn, căn cứ và tài liệu kiểm chứng; "
                + "không thêm, bớt tiêu chí hoặc số liệu và không đổi phương pháp xếp loại, xếp hạng.",
                "An amendment changes maximum points, rules, guidance, legal basis and evidence only; "
                + "it neither adds nor removes criteria or figures, nor changes tiers or ranking."));
    }

    /// <summary>
    /// Codes of the criteria whose points another weight, rule or policy may move: decisions on them no longer stand on what they were made
    /// for.
    /// </summary>
    public static IReadOnlySet<string> Touched(CriteriaSet before, CriteriaSet after) => after.Criteria
        .Where(criterion => before.Criterion(criterion.Code) is { } was
            && CriteriaFile.Write(Alone(before, was)) != CriteriaFile.Write(Alone(after, criterion)))
        .Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The set without anything that an amendment may change.</summary>
    private static string FormOf(CriteriaSet set) => CriteriaFile.Write(set with
    {
        Name = Nothing,
        Note = null,
        Figures = [.. set.Figures.Select(Bare)],
        Components = [.. set.Components.Select(component => component with
        {
            Criteria = [.. component.Criteria.Select(
                criterion => new Criterion { Code = criterion.Code, Name = Nothing, Pillar = criterion.Pillar, Maximum = Fraction.Zero })],
        })],
    });

    /// <summary>One criterion as far as its points go.</summary>
    private static CriteriaSet Alone(CriteriaSet set, Criterion criterion) => set with
    {
        Name = Nothing,
        Note = null,
        Kinds = [],
        Figures = [.. set.Figures.Select(Bare)],
        Components = [new Component
        {
            Code = "only", Name = Nothing,
            Criteria = [criterion with { Name = Nothing, Guidance = null, LegalBasis = null, Evidence = null, VerifyingUnit = null }],
        }],
    };

    private static RuleViolation NothingChanged() => new("amendment.nothing", new("Chưa có thay đổi nào.", "Nothing has been changed."));

    private static Figure Bare(Figure figure) => figure with { Name = Nothing, Guidance = null, VerifyingUnit = null };

    private static Bilingual Nothing => new("", "");
}
