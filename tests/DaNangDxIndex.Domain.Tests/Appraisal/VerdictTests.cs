using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

public class VerdictTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(4.01)]
    public void Points_stay_between_zero_and_the_maximum(double points) =>
        Should.Throw<RuleViolation>(() => New().SetPoints((decimal)points, 4m, ReasonCode.Other, "Lý do", Guid.NewGuid(), Now)).Code
            .ShouldBe("verdict.points-out-of-range");

    [Theory]
    [InlineData(null, "Chỉ có 3 trên 4 văn bản", "reason.missing")]
    [InlineData(ReasonCode.EvidenceMissing, "  ", "reason.sentence-missing")]
    [InlineData(ReasonCode.EvidenceMissing, null, "reason.sentence-missing")]
    public void Points_and_not_applicable_need_a_reason_and_a_sentence(ReasonCode? reason, string? sentence, string refusal)
    {
        Should.Throw<RuleViolation>(() => New().SetPoints(3m, 4m, reason, sentence, Guid.NewGuid(), Now)).Code.ShouldBe(refusal);
        Should.Throw<RuleViolation>(() => New().FindNotApplicable(reason, sentence, Guid.NewGuid(), Now)).Code.ShouldBe(refusal);
    }

    [Fact]
    public void A_part_above_its_whole_is_accepted_with_a_reason_and_a_sentence_only()
    {
        Should.Throw<RuleViolation>(() => New().AcceptAboveWhole(ReasonCode.Other, " ", Guid.NewGuid(), Now)).Code
            .ShouldBe("verdict.above-whole");
        Should.Throw<RuleViolation>(() => New().AcceptAboveWhole(null, "Hồ sơ chuyển tiếp", Guid.NewGuid(), Now)).Code
            .ShouldBe("verdict.above-whole");
        var (plain, answered) = (New(), New());
        plain.Accept(Guid.NewGuid(), Now);
        answered.AcceptAboveWhole(ReasonCode.Other, "Hồ sơ chuyển tiếp từ năm trước", Guid.NewGuid(), Now);

        VerdictsInForce.Of([plain]).ShouldBeEmpty();
        VerdictsInForce.Of([answered]).ShouldHaveSingleItem().Value.Sentence.ShouldBe("Hồ sơ chuyển tiếp từ năm trước");
    }

    [Fact]
    public void Deciding_again_makes_a_stale_verdict_fresh()
    {
        var verdict = New();
        verdict.Accept(Guid.NewGuid(), Now);
        verdict.GoStale();

        verdict.SetPoints(3m, 4m, ReasonCode.EvidenceInsufficient, "Chỉ có 3 trên 4 văn bản", Guid.NewGuid(), Now);

        (verdict.Stale, verdict.Points, verdict.Decision).ShouldBe((false, 3m, VerdictDecision.Points));
    }

    private static Verdict New() => new(2025, "x-hoa-tien", "DVC.2", 1);
}
