using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Commendations;

/// <summary>Who is put forward, who comes next, who is passed over, each with the reason.</summary>
public sealed class CommendationProposalTests
{
    private static readonly CommendationRule FirstTwo = new(CommendationBasis.Top, 2, null, "Tặng Bằng khen", WithoutPenalty: true);
    private static readonly CommendationRule MostImproved = new(CommendationBasis.Improved, 1, null, "Biểu dương", WithoutPenalty: true);

    [Fact]
    public void The_first_without_a_penalty_are_put_forward_and_the_next_one_is_named()
    {
        var list = ListOf(FirstTwo, Of("a", 1, "98.06"), Of("b", 2, "97.00", penalty: 1), Of("c", 3, "96.00"), Of("d", 4, "95.00"));

        list.PutForward.Select(commended => commended.Agency).ShouldBe(["a", "c"]);
        list.PutForward[0].Reason.Vi.ShouldStartWith("Hạng 1, 98,06 điểm");
        list.PutForward[0].Reason.En.ShouldStartWith("Rank 1, 98.06 points");
        list.FirstOut.ShouldHaveSingleItem().Agency.ShouldBe("d");
        var passed = list.PassedOver.ShouldHaveSingleItem();
        (passed.Agency, passed.Reason.Vi.Contains("có điểm trừ (1,00)", StringComparison.Ordinal)).ShouldBe(("b", true), passed.Reason.Vi);
    }

    [Fact]
    public void A_penalty_is_no_reason_where_the_rule_does_not_say_so() =>
        ListOf(FirstTwo with { WithoutPenalty = false }, Of("a", 1, "98"), Of("b", 2, "97", penalty: 1), Of("c", 3, "96"))
            .PutForward.Select(commended => commended.Agency).ShouldBe(["a", "b"]);

    [Fact]
    public void Who_is_equal_to_the_last_one_is_put_forward_too()
    {
        var list = ListOf(FirstTwo, Of("a", 1, "98"), Of("b", 2, "97"), Of("c", 2, "97"), Of("d", 4, "90"), Of("e", 4, "90"));

        list.PutForward.Select(commended => commended.Agency).ShouldBe(["a", "b", "c"]);
        list.FirstOut.Select(commended => commended.Agency).ShouldBe(["d", "e"]);
    }

    [Fact]
    public void Who_has_no_rank_is_passed_over_whatever_the_total()
    {
        var list = ListOf(FirstTwo, Of("a", 1, "80"), Of("guest", null, "99"));

        list.PutForward.ShouldHaveSingleItem().Agency.ShouldBe("a");
        list.FirstOut.ShouldBeEmpty();
        list.PassedOver.ShouldHaveSingleItem().Reason.Vi.ShouldBe("Được đánh giá, không xếp hạng");
    }

    [Fact]
    public void The_most_improved_gained_most_like_for_like_and_whoever_cannot_be_compared_is_counted()
    {
        var gains = new Dictionary<string, Fraction>(StringComparer.Ordinal) { ["b"] = Fraction.Of(7, 2), ["c"] = 9, ["d"] = -3 };
        var list = ListOf(MostImproved, gains, [], Of("a", 1, "98"), Of("b", 2, "97"), Of("c", 3, "90"), Of("d", 4, "80"));

        list.PutForward.ShouldHaveSingleItem().Reason.Vi
            .ShouldStartWith("Tăng 9,00 điểm so với năm trước, tính trên cùng tiêu chí; hạng 3");
        list.FirstOut.ShouldHaveSingleItem().Agency.ShouldBe("b");
        list.Incomparable.ShouldBe(1);
    }

    [Fact]
    public void Nobody_is_most_improved_who_gained_nothing() =>
        ListOf(MostImproved, new() { ["a"] = 0, ["b"] = -1 }, [], Of("a", 1, "98"), Of("b", 2, "97")).PutForward.ShouldBeEmpty();

    [Fact]
    public void A_request_for_review_that_waits_is_said_beside_the_reason() =>
        ListOf(FirstTwo, [], ["a"], Of("a", 1, "98")).PutForward[0].Reason.Vi.ShouldEndWith("có đề nghị phúc tra chưa trả lời");

    [Fact]
    public void A_rule_for_one_group_gives_a_list_there_and_nowhere_else()
    {
        var edition = Edition(Of("a", 1, "98"));
        var other = edition.Groups[0] with { Code = "others" };
        var proposal = new CommendationProposal(edition with { Groups = [.. edition.Groups, other] }, _ => null, new HashSet<string>());

        proposal.By([FirstTwo]).Count.ShouldBe(2);
        proposal.By([FirstTwo with { Group = "others" }]).ShouldHaveSingleItem().Group.Code.ShouldBe("others");
    }

    [Theory]
    [InlineData(0, "Bằng khen", null, "commendation.count")]
    [InlineData(51, "Bằng khen", null, "commendation.count")]
    [InlineData(3, "", null, "commendation.honour")]
    [InlineData(3, "Bằng khen", "nobody", "commendation.group")]
    public void A_rule_that_says_nothing_is_refused_with_its_number(int count, string honour, string? group, string code)
    {
        CommendationRule wrong = new(CommendationBasis.Top, count, group, honour, WithoutPenalty: false);
        var refused = Should.Throw<RuleViolation>(() => CommendationRule.Require([FirstTwo, wrong], ["wards"]));
        refused.Code.ShouldBe(code);
        refused.Sentence.Vi.ShouldStartWith("Quy tắc 2:");
    }

    [Fact]
    public void No_rule_and_too_many_are_refused()
    {
        Should.Throw<RuleViolation>(() => CommendationRule.Require([], ["wards"])).Code.ShouldBe("commendation.none");
        Should.Throw<RuleViolation>(() => CommendationRule.Require([.. Enumerable.Repeat(FirstTwo, 21)], ["wards"]))
            .Code.ShouldBe("commendation.many");
    }

    private static CommendationList ListOf(CommendationRule rule, params Result[] results) => ListOf(rule, [], [], results);

    private static CommendationList ListOf(
        CommendationRule rule, Dictionary<string, Fraction> gains, string[] underReview, params Result[] results) =>
        new CommendationProposal(
            Edition(results), agency => gains.TryGetValue(agency, out var gain) ? gain : null,
            underReview.ToHashSet(StringComparer.Ordinal)).By([rule]).ShouldHaveSingleItem();

    private static PublishedEdition Edition(params Result[] results)
    {
        var sample = SampleEdition.Of();
        var group = sample.Groups[0];
        return sample with
        {
            Groups = [group with
            {
                Results = results,
                Entrants = [.. results.Select(result => group.Entrants[0] with
                {
                    Agency = result.Agency, Name = new(result.Agency, result.Agency),
                })],
            }],
        };
    }

    private static Result Of(string agency, int? rank, string total, int penalty = 0) =>
        SampleEdition.Of().Groups[0].Results[0] with { Agency = agency, Rank = rank, Total = total, Penalty = penalty };
}
