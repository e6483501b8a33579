using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>When published results may be corrected or withdrawn, by whom, and what a correction may change.</summary>
public static class CorrectionRules
{
    /// <summary>A correction touches some agencies; whoever needs more publishes another assessment.</summary>
    public const int MostChanges = 500;

    public const int LongestCause = 1000;

    /// <exception cref="RuleViolation"><c>correction.not-office</c>, <c>correction.not-published</c></exception>
    public static void RequirePrepared(Edition edition, Actor actor)
    {
        if (!actor.Is(Role.Office))
            throw new RuleViolation("correction.not-office", new(
                "Chỉ cơ quan thường trực được chuẩn bị điều chỉnh kết quả.", "Only the standing office prepares a correction."));
        RequirePublished(edition);
    }

    /// <exception cref="RuleViolation"><c>correction.not-signatory</c>, <c>correction.not-published</c></exception>
    public static void RequireSigned(Edition edition, Actor actor)
    {
        if (!actor.Is(Role.Signatory))
            throw new RuleViolation("correction.not-signatory", new(
                "Chỉ Ban Chỉ đạo được ký điều chỉnh hoặc thu hồi kết quả.",
                "Only the steering committee signs a correction or a withdrawal."));
        RequirePublished(edition);
    }

    /// <summary>What another signatory is asked to confirm.</summary>
    public static Bilingual Proposed(
        int year, PublishedDocument? document, string cause, PublishedCorrection correction, int doubts) => new(
        $"Ký điều chỉnh kết quả năm {year}, {PublicationRules.Under(document).Vi}; {correction.Changes.Count} thay đổi, "
            + $"{correction.Moved.Count} cơ quan đổi kết quả{(doubts == 0 ? "" : $", {doubts} chỗ số liệu cần kiểm tra lại")}. "
            + $"Nguyên nhân: {cause}",
        $"Sign the correction of the results of {year}, {PublicationRules.Under(document).En}; "
            + $"{correction.Changes.Count} {new Counted(correction.Changes.Count):change|changes}, "
            + $"{correction.Moved.Count} {new Counted(correction.Moved.Count):agency moves|agencies move}"
            + $"{(doubts == 0 ? "" : $", {doubts} {new Counted(doubts):doubt|doubts} about figures")}. Cause: {cause}");

    /// <summary>What cannot be true together is mended first, as it is before a form is handed in.</summary>
    /// <returns>Why it cannot be signed; null where nothing contradicts itself.</returns>
    public static RuleViolation? Contradiction(IEnumerable<CorrectionDoubt> doubts) =>
        doubts.Count(doubt => doubt.IsError) is > 0 and var errors
            ? new("correction.contradiction", new(
                $"Chưa ký được: {errors} chỗ số liệu không thể cùng đúng. Cơ quan thường trực sửa bản điều chỉnh trước.",
                $"It cannot be signed yet: figures cannot be true together in {errors} of the checks. "
                + "The standing office mends the correction first."))
            : null;

    /// <summary>Nobody corrects the own agency, neither up nor down.</summary>
    /// <exception cref="RuleViolation"><c>correction.own-agency</c></exception>
    public static void RequireForeign(Actor actor, string agency)
    {
        if (actor.BelongsTo(agency))
            throw new RuleViolation("correction.own-agency", new(
                "Bạn thuộc cơ quan này nên không điều chỉnh được kết quả của cơ quan. Người khác của cơ quan thường trực thực hiện.",
                "You belong to this agency and cannot correct its result. Somebody else of the standing office does."));
    }

    /// <exception cref="RuleViolation"><c>correction.cause</c></exception>
    public static string RequireCause(string? cause)
    {
        var said = cause?.Trim() ?? "";
        if (said.Length is < 10 or > LongestCause)
            throw new RuleViolation("correction.cause", new(
                $"Nêu nguyên nhân, từ 10 đến {NumberText.Plain(LongestCause, "vi")} ký tự. Nguyên nhân được công khai.",
                $"Say the cause in 10 to {NumberText.Plain(LongestCause, "en")} characters. It becomes public."));
        return said;
    }

    /// <exception cref="RuleViolation">
    /// <c>correction.nothing</c>, <c>correction.reason</c>, <c>correction.points</c>, <c>correction.no-rule</c>
    /// </exception>
    public static void RequireChange(CriteriaSet set, Entrant entrant, ResultChange change)
    {
        if (change is FigureChange { Before: var was, After: var now } ? was.Value == now.Value
            : change is DecisionChange { Before: var then, After: var next } && then == next)
            throw new RuleViolation("correction.nothing", new(
                "Nội dung này giống như đã công bố. Nhập giá trị khác hoặc bỏ qua.",
                "This is what was published. Enter something else, or leave it."));
        var declared = change is FigureChange figure
            && string.Equals(figure.After.Value, entrant.Declared.GetValueOrDefault(figure.Figure), StringComparison.Ordinal);
        if (!declared && change is FigureChange { After.Reason: null } or DecisionChange { After: { Reason: null } })
            throw new RuleViolation("correction.reason", new(
                "Chọn lý do; lý do được công bố cùng kết quả.", "Choose the reason; it is published with the result."));
        if (change is not DecisionChange decided)
            return;
        if (set.Criterion(decided.Criterion) is not { Rule: not null } criterion)
            throw new RuleViolation("correction.no-rule", new(
                "Tiêu chí này chỉ thu thập thông tin, không có điểm.", "This criterion only gathers information and gives no points."));
        if (decided.After is { Decision: VerdictDecision.Points } after
            && (after.Points is not { } points || points < Fraction.Zero || points > criterion.Maximum))
        {
            var most = criterion.Maximum.Round(4, RoundingMode.Truncate);
            throw new RuleViolation("correction.points", new(
                $"Điểm phải từ 0 đến {NumberText.Plain(most, "vi")}.", $"Points must be between 0 and {NumberText.Plain(most, "en")}."));
        }
    }

    /// <exception cref="RuleViolation"><c>correction.too-many</c></exception>
    public static void RequireFew(int changes)
    {
        if (changes > MostChanges)
            throw new RuleViolation("correction.too-many", new(
                $"Một bản điều chỉnh có nhiều nhất {MostChanges} thay đổi.", $"A correction makes at most {MostChanges} changes."));
    }

    /// <summary>What is signed is what was on screen, and there is something to sign.</summary>
    /// <exception cref="RuleViolation"><c>correction.empty</c></exception>
    /// <exception cref="ChangedMeanwhile"><c>correction.changed</c></exception>
    public static void RequireSeen(string seen, PublishedCorrection correction)
    {
        if (correction.Changes.Count == 0)
            throw new RuleViolation("correction.empty", new(
                "Bản điều chỉnh chưa có thay đổi nào. Cơ quan thường trực ghi thay đổi trước.",
                "The correction changes nothing yet. The standing office enters the changes first."));
        if (!string.Equals(seen, PublishedEditionJson.DigestOf(correction), StringComparison.Ordinal))
            throw new ChangedMeanwhile("correction.changed", new(
                "Bản điều chỉnh đã thay đổi sau khi mở trang. Xem lại các thay đổi và cơ quan bị ảnh hưởng rồi ký.",
                "The correction has changed since you opened this page. Look again at what changes and who is moved, then sign."));
    }

    public static ChangedMeanwhile CorrectedMeanwhile() => new("correction.meanwhile", new(
        "Đã có bản công bố mới hơn. Bản điều chỉnh này phải lập lại trên bản đó.",
        "A newer version has been published. Prepare the correction again, from that one."));

    private static void RequirePublished(Edition edition)
    {
        if (edition.Stage != EditionStage.Published)
            throw new RuleViolation("correction.not-published", new(
                "Kỳ đánh giá này chưa công bố kết quả; sửa trong hồ sơ, không lập điều chỉnh.",
                "These results are not published yet; correct them in the assessments."));
    }
}
