using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Appraisal;

public sealed class JudgedNowTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly CriteriaSet Set = SmallSet.Of();
    private static readonly JudgedNow FirstRound = new(AssessmentState.Submitted, Codes(), Reopening: null);
    private static readonly JudgedNow SecondRound = new(AssessmentState.Explained, Codes("B.1"), Reopening: null);

    [Fact]
    public void In_the_first_round_everything_without_a_verdict_that_stands_waits_and_is_open()
    {
        var (stands, stale) = (Accepted("A.1", 1), Accepted("B.1", 1));
        stale.GoStale();

        FirstRound.Waiting(Set, [stands, stale]).ShouldBe(["B.1", "B.2"]);
        FirstRound.IsOpen("A.1", []).ShouldBeTrue();
        FirstRound.IsFigureOpen(Set, FigureOf("A.1")).ShouldBeTrue();
    }

    [Fact]
    public void What_is_only_collected_waits_for_nobody()
    {
        var informing = Set with { Components = [.. Set.Components.Select(
            component => component with { Criteria = [.. component.Criteria.Select(criterion => criterion with { Rule = null })] })] };

        FirstRound.Waiting(informing, []).ShouldBeEmpty();
    }

    [Fact]
    public void In_the_second_round_what_was_replied_to_waits_until_it_has_a_verdict_of_that_round()
    {
        List<Verdict> first = [Accepted("A.1", 1), Accepted("B.1", 1), Accepted("B.2", 1)];

        SecondRound.Waiting(Set, first).ShouldBe(["B.1"]);
        SecondRound.Waiting(Set, [.. first, Accepted("B.1", 2)]).ShouldBeEmpty();
    }

    [Fact]
    public void In_the_second_round_only_what_was_replied_to_is_judged_and_what_a_corrected_figure_made_stale()
    {
        List<Verdict> first = [Accepted("A.1", 1), Accepted("B.1", 1), Accepted("B.2", 1)];
        SecondRound.IsOpen("B.1", SecondRound.Waiting(Set, first)).ShouldBeTrue();
        SecondRound.IsOpen("A.1", SecondRound.Waiting(Set, first)).ShouldBeFalse();
        SecondRound.IsFigureOpen(Set, FigureOf("B.1")).ShouldBeTrue();
        SecondRound.IsFigureOpen(Set, FigureOf("A.1")).ShouldBeFalse();
        SecondRound.NotOpen().Code.ShouldBe("appraisal.not-replied");

        AppraisalRules.GoStale(Set, first, [FigureOf("A.1")]);

        SecondRound.IsOpen("A.1", SecondRound.Waiting(Set, first)).ShouldBeTrue();
    }

    [Fact]
    public void A_corrected_figure_makes_the_last_verdict_stale_and_leaves_the_first_round_as_it_was()
    {
        var (first, second) = (Accepted("B.1", 1), Accepted("B.1", 2));

        AppraisalRules.GoStale(Set, [first, second], [FigureOf("B.1")]);

        (first.Stale, second.Stale).ShouldBe((false, true));
    }

    [Fact]
    public void Who_replied_is_answered_also_when_the_verdict_stays_as_it_was()
    {
        Should.Throw<RuleViolation>(() => SecondRound.RequireAnswer("B.1", " ")).Code.ShouldBe(JudgedNow.AnswerMissing);
        SecondRound.RequireAnswer("B.1", "Tài liệu gửi kèm không thuộc năm đánh giá.");
        SecondRound.RequireAnswer("A.1", null);
        FirstRound.RequireAnswer("B.1", null);
    }

    [Fact]
    public void In_a_reopened_assessment_of_two_rounds_only_the_criterion_that_was_opened_waits()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Final);
        var edition = AssessmentRulesTests.At(EditionStage.Review);
        var reopening = assessment.AskToReopen(1, "A.1", "Số liệu hệ thống đã được cập nhật", edition, People.Elsewhere(Role.Office), Now);
        assessment.Reopen(reopening, "Cập nhật số liệu", edition, People.Elsewhere(Role.LeadAppraiser), Now.AddHours(1));
        var judged = new JudgedNow(assessment.State, Codes("B.1"), reopening);
        List<Verdict> given = [Accepted("A.1", 1), Accepted("B.1", 1), Accepted("B.1", 2), Accepted("B.2", 1)];

        judged.Waiting(Set, given).ShouldBe(["A.1"]);
        judged.IsOpen("B.1", judged.Waiting(Set, given)).ShouldBeFalse();
        judged.NotOpen().Code.ShouldBe("appraisal.not-reopened");
        assessment.CloseReopened(reopening, [], edition, People.Elsewhere(Role.LeadAppraiser), Now.AddHours(2));
        assessment.State.ShouldBe(AssessmentState.Final);
    }

    private static HashSet<string> Codes(params string[] codes) => codes.ToHashSet(StringComparer.Ordinal);

    private static string FigureOf(string criterion) => Set.Criterion(criterion).ShouldNotBeNull().Figures[0];

    private static Verdict Accepted(string criterion, int round)
    {
        var verdict = new Verdict(2025, People.Agency, criterion, round);
        verdict.Accept(Guid.NewGuid(), Now);
        return verdict;
    }
}
