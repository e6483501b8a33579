using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

public sealed class MethodInWordsTests
{
    private static readonly Method Method = new()
    {
        Scale = 100,
        Tiers = [
            new("excellent", new("Xuất sắc", "Excellent"), 90), new("good", new("Tốt", "Good"), 80), new("fair", new("Khá", "Fair"), 0)],
    };

    [Fact]
    public void Lower_inclusive_bounds_say_from_and_under() => Tiers(Method).ShouldBe(
    [
        new("Xuất sắc: từ 90 điểm trở lên", "Excellent: 90 points or more"),
        new("Tốt: từ 80 đến dưới 90 điểm", "Good: 80 to under 90 points"),
        new("Khá: dưới 80 điểm", "Fair: under 80 points"),
    ]);

    [Fact]
    public void Upper_inclusive_bounds_say_more_than_and_up_to() =>
        Tiers(Method with { TierBounds = TierBounds.UpperInclusive, TiersOn = TiersOn.Percent }).ShouldBe(
    [
        new("Xuất sắc: trên 90% điểm tối đa", "Excellent: more than 90% of the maximum"),
        new("Tốt: trên 80 đến 90% điểm tối đa", "Good: more than 80, up to 90% of the maximum"),
        new("Khá: từ 80% điểm tối đa trở xuống", "Fair: 80% of the maximum or less"),
    ]);

    [Theory]
    [InlineData(NotSubmittedPolicy.LeftOut, "không được chấm điểm, không xếp hạng, không xếp loại")]
    [InlineData(NotSubmittedPolicy.Scored, "theo số liệu đã có và ghi rõ “không nộp hồ sơ”")]
    public void What_becomes_of_those_who_did_not_submit_is_said(NotSubmittedPolicy policy, string words)
    {
        var read = CriteriaFile.Read(AuditorFiles.Wards).Require();
        MethodInWords.Of(read with { Method = read.Method with { NotSubmitted = policy } })
            .ShouldContain(sentence => sentence.Vi.Contains(words));
    }

    [Fact]
    public void A_single_tier_holds_every_total() =>
        Tiers(Method with { Tiers = [new("all", new("Đạt", "Passed"), 0)] }).ShouldBe([new("Đạt: mọi mức tổng điểm", "Passed: any total")]);

    [Fact]
    public void Rounding_once_warns_those_who_add_printed_points()
    {
        MethodInWords.Rounding(Method).Vi.ShouldContain("chỉ làm tròn một lần");
        MethodInWords.Rounding(Method).Vi.ShouldContain("chênh lệch nhỏ");
        MethodInWords.Rounding(Method with { Decimals = 1 }).En.ShouldContain("to 1 decimal (");
        MethodInWords.Rounding(Method with { Stage = RoundingStage.Criterion, Mode = RoundingMode.Truncate }).En.ShouldBe(
            "Points are rounded at each criterion, then at the total, to 2 decimals; remaining digits are dropped.");
    }

    [Fact]
    public void Every_choice_of_the_method_has_its_sentence()
    {
        var set = new CriteriaSet
        {
            Edition = 2024,
            Group = "wards",
            Name = new("Bộ", "Set"),
            Figures = [],
            Components = [],
            Method = Method with
            {
                Cap = TotalCap.None,
                Ranking = RankingMethod.Dense,
                Within = RankedWithin.Parent,
                LeastApplicable = Fraction.Of(1, 2),
            },
        };
        var sentences = MethodInWords.Of(set).Select(sentence => sentence.En.Typed()).ToList();
        sentences.ShouldContain("Bonus points may raise the total above 100 points.");
        sentences.ShouldContain(sentence => sentence.Contains("within each district", StringComparison.Ordinal)
            && sentence.Contains("1, 2, 2, 3", StringComparison.Ordinal));
        sentences.ShouldContain(sentence => sentence.StartsWith("An agency to which less than 50%", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Bilingual> Tiers(Method method) => [.. MethodInWords.Tiers(method).Select(sentence => sentence.Typed())];

    [Theory]
    [InlineData(TierBounds.LowerInclusive, "từ 80 đến dưới 90 điểm")]
    [InlineData(TierBounds.UpperInclusive, "trên 80 đến 90 điểm")]
    public void The_bounds_of_a_tier_stand_without_its_name_whatever_that_is(TierBounds bounds, string expected)
    {
        var method = new Method
        {
            Scale = 100,
            TierBounds = bounds,
            Tiers = [new("a", new("Xuất sắc", "Excellent"), 90), new("b", new("Tốt: loại hai", ""), 80), new("c", new("Khá", "Fair"), 0)],
        };

        MethodInWords.BoundsOf(method, 1).Vi.Replace('\u00A0', ' ').ShouldBe(expected);
        MethodInWords.Tiers(method)[1].Vi.Replace('\u00A0', ' ').ShouldBe($"Tốt: loại hai: {expected}");
    }
}
