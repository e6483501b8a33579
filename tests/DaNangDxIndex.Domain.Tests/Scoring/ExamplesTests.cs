using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Scoring;

/// <summary>What the methodology page tells by example.</summary>
public sealed class ExamplesTests
{
    private static readonly CriteriaSet Set = CriteriaFile.Read(AuditorFiles.Wards).Require();

    [Fact]
    public void Every_rule_has_an_example_between_nothing_and_all_and_a_blank_that_earns_nothing()
    {
        foreach (var criterion in Set.Criteria.Where(criterion => criterion.Rule is not null))
        {
            var cases = RuleSamples.CasesOf(Set, criterion).ShouldNotBeNull();
            cases.Example.Sentence.Vi.ShouldContain("điểm", customMessage: criterion.Code);
            cases.Blank.Sentence.Vi.ShouldContain("chưa có số liệu", customMessage: criterion.Code);
            cases.Blank.Points.Vi.ShouldStartWith("0,00", customMessage: criterion.Code);
            cases.NotApplicable.Sentence.Vi.ShouldStartWith("Không áp dụng", customMessage: criterion.Code);
        }
    }

    [Fact]
    public void Nothing_due_is_told_where_a_rule_divides_and_nowhere_else()
    {
        foreach (var criterion in Set.Criteria.Where(criterion => criterion.Rule is Linear))
            (RuleSamples.CasesOf(Set, criterion)?.NothingDue is not null)
                .ShouldBe(criterion.Rule is Linear { Of.IsRatio: true }, criterion.Code);
    }

    [Fact]
    public void A_criterion_for_information_has_no_example() =>
        RuleSamples.CasesOf(Set, Set.Criteria.First() with { Rule = null }).ShouldBeNull();

    [Theory]
    [InlineData(RankingMethod.Competition, "1, 2, 2, 4")]
    [InlineData(RankingMethod.Dense, "1, 2, 2, 3")]
    public void Equal_totals_share_a_rank(RankingMethod ranking, string ranks) =>
        MethodExamples.OfTie(Set.Method with { Ranking = ranking }).En.ShouldBe($"95.00; 90.00; 90.00; 85.00 points → ranks {ranks}");

    [Fact]
    public void What_does_not_apply_leaves_the_maximum_as_well()
    {
        var sentence = MethodExamples.OfExclusion(Set).ShouldNotBeNull().En;
        var first = Set.Criteria.First();
        sentence.ShouldStartWith($"criterion {first.Code}: ");
        sentence.ShouldContain($"/{100 - first.Maximum} × 100 = ");
    }
}
