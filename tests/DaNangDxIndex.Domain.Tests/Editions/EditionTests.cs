using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Editions;

public class EditionTests
{
    [Theory]
    [InlineData(1, EditionStage.Open, "Appraisal,Final")]
    [InlineData(2, EditionStage.Open, "Appraisal,Explanation,Review,Final")]
    public void It_moves_forward_only_and_leaves_out_the_second_round_where_there_is_one(int rounds, EditionStage from, string expected)
    {
        var edition = new Edition(2025, from, rounds, new(2025, 12, 31));
        var passed = new List<EditionStage>();
        while (edition.Next is not null)
        {
            MoveOn(edition, edition.Stage, People.Elsewhere(Role.Office), [], []);
            passed.Add(edition.Stage);
        }

        string.Join(",", passed).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1, "Thẩm định", "Appraisal")]
    [InlineData(2, "Thẩm định lần 1", "First appraisal")]
    public void A_first_appraisal_is_one_that_a_second_follows(int rounds, string vi, string en) =>
        EditionStage.Appraisal.InWords(rounds).ShouldBe(new(vi, en));

    [Fact]
    public void It_does_not_move_on_while_assessments_are_not_ready_and_says_how_many()
    {
        var edition = new Edition(2025, EditionStage.Open, 1, new(2025, 12, 31));

        var refusal = Should.Throw<RuleViolation>(() => MoveOn(
            edition, edition.Stage, People.Elsewhere(Role.Office),
            [AssessmentState.Submitted, AssessmentState.Entering, AssessmentState.AwaitingApproval, AssessmentState.NotSubmitted], []));

        refusal.Code.ShouldBe("edition.not-ready");
        refusal.Sentence.Vi.ShouldContain("còn 2 hồ sơ");
        edition.Stage.ShouldBe(EditionStage.Open);
    }

    [Theory]
    [InlineData(AssessmentState.Entering)]
    [InlineData(AssessmentState.AwaitingApproval)]
    [InlineData(AssessmentState.Returned)]
    public void It_does_not_leave_the_open_stage_while_somebody_is_neither_submitted_nor_recorded(AssessmentState state)
    {
        var edition = new Edition(2025, EditionStage.Open, 1, new(2025, 12, 31));

        var refusal = Should.Throw<RuleViolation>(
            () => MoveOn(edition, EditionStage.Open, People.Elsewhere(Role.Office), [AssessmentState.Submitted, state], []));

        refusal.Sentence.Vi.ShouldContain("còn 1 hồ sơ chưa nộp và chưa được ghi nhận là không nộp");
    }

    [Fact]
    public void Silence_does_not_pay_for_those_who_did_not_submit_and_are_scored()
    {
        var edition = new Edition(2025, EditionStage.Appraisal, 1, new(2025, 12, 31));

        Should.Throw<RuleViolation>(
            () => MoveOn(edition, EditionStage.Appraisal, People.Elsewhere(Role.Office), [AssessmentState.NotSubmitted], ["w-hoa-bac"]))
            .Sentence.Vi.ShouldContain("số liệu điểm trừ còn trống ở cơ quan không nộp hồ sơ nhưng vẫn được chấm điểm (w-hoa-bac)");
        MoveOn(edition, EditionStage.Appraisal, People.Elsewhere(Role.Office), [AssessmentState.NotSubmitted], []);

        edition.Stage.ShouldBe(EditionStage.Final);
    }

    [Fact]
    public void An_edition_with_two_rounds_takes_replies_between_them()
    {
        var edition = new Edition(2025, EditionStage.Appraisal, 2, new(2025, 12, 31));
        var office = People.Elsewhere(Role.Office);

        MoveOn(edition, EditionStage.Appraisal, office, [AssessmentState.Appraised, AssessmentState.NotSubmitted], []);
        edition.Stage.ShouldBe(EditionStage.Explanation);
        MoveOn(edition, EditionStage.Explanation, office, [AssessmentState.Appraised, AssessmentState.Explained], []);
        edition.Stage.ShouldBe(EditionStage.Review);
        Should.Throw<RuleViolation>(
            () => MoveOn(edition, EditionStage.Review, office, [AssessmentState.Explained, AssessmentState.Final], []))
            .Code.ShouldBe("edition.not-ready");
        MoveOn(edition, EditionStage.Review, office, [AssessmentState.Final], []);
        edition.Stage.ShouldBe(EditionStage.Final);
    }

    [Fact]
    public void It_is_opened_by_its_own_act_only()
    {
        var edition = new Edition(2025, EditionStage.Drafting, 1, new(2025, 12, 31));

        Should.Throw<RuleViolation>(() => MoveOn(edition, EditionStage.Drafting, People.Elsewhere(Role.Office), [], [])).Code
            .ShouldBe("edition.last-stage");
        edition.Open(People.Elsewhere(Role.Office), new([]), "");

        edition.Stage.ShouldBe(EditionStage.Open);
        Should.Throw<RuleViolation>(edition.RequireInPreparation).Code.ShouldBe("edition.not-in-preparation");
    }

    [Fact]
    public void Only_the_office_moves_it_on() =>
        Should.Throw<RuleViolation>(
            () => MoveOn(new(2025, EditionStage.Open, 1, new(2025, 12, 31)), EditionStage.Open, People.Elsewhere(Role.Signatory), [], []))
            .Code.ShouldBe("edition.not-office");

    [Theory]
    [InlineData(EditionStage.Appraisal)]
    [InlineData(EditionStage.Published)]
    [InlineData(EditionStage.Imported)]
    public void It_is_published_only_from_the_final_stage(EditionStage stage) =>
        Should.Throw<RuleViolation>(() => new Edition(2025, stage, 1, new(2025, 12, 31)).Publish()).Code.ShouldBe("edition.not-final");

    private static void MoveOn(
        Edition edition, EditionStage from, Actor actor, IReadOnlyCollection<AssessmentState> assessments,
        IReadOnlyCollection<string> silent) =>
        edition.MoveOn(from, actor, next => StageReadiness.Obstacle(next, assessments, silent));
}
