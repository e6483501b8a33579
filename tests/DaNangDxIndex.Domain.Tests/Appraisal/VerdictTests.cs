namespace DaNangDxIndex.Appraisal;

public class VerdictTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(4.01)]
    public void Points_stay_between_zero_and_the_maximum(double points) =>
        Should.Throw<RuleViolation>(() => New().SetPoints((decimal)points, 4m, ReasonCode.Other, "Lý do", Guid.NewGuid(), Now)).Code.ShouldBe("verdict.points-out-of-range");

    [Fact]
    public void Points_set_by_hand_need_a_sentence() =>
        Should.Throw<RuleViolation>(() => New().SetPoints(3m, 4m, ReasonCode.EvidenceMissing, "  ", Guid.NewGuid(), Now)).Code.ShouldBe("verdict.sentence-missing");

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
