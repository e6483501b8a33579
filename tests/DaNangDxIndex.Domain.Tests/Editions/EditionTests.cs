using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Editions;

public class EditionTests
{
    [Theory]
    [InlineData(1, "Open,Appraisal,Final")]
    [InlineData(2, "Open,Appraisal,Explanation,Review,Final")]
    public void It_moves_forward_only_and_leaves_out_the_second_round_where_there_is_one(int rounds, string expected)
    {
        var edition = new Edition(2025, EditionStage.Drafting, rounds, new(2025, 12, 31));
        var passed = new List<EditionStage>();
        while (edition.Next is not null)
        {
            edition.MoveOn(edition.Stage, People.Elsewhere(Role.Office), []);
            passed.Add(edition.Stage);
        }

        string.Join(",", passed).ShouldBe(expected);
    }

    [Fact]
    public void It_does_not_move_on_while_assessments_are_not_ready_and_says_how_many()
    {
        var edition = new Edition(2025, EditionStage.Open, 1, new(2025, 12, 31));

        var refusal = Should.Throw<RuleViolation>(() => edition.MoveOn(edition.Stage, 
            People.Elsewhere(Role.Office), [AssessmentState.Submitted, AssessmentState.Entering, AssessmentState.AwaitingApproval, AssessmentState.NotSubmitted]));

        refusal.Code.ShouldBe("edition.not-ready");
        refusal.Sentence.Vi.ShouldContain("còn 2 hồ sơ");
        edition.Stage.ShouldBe(EditionStage.Open);
    }

    [Fact]
    public void Only_the_office_moves_it_on() =>
        Should.Throw<RuleViolation>(() => new Edition(2025, EditionStage.Open, 1, new(2025, 12, 31)).MoveOn(EditionStage.Open, People.Elsewhere(Role.Signatory), []))
            .Code.ShouldBe("edition.not-office");

    [Theory]
    [InlineData(EditionStage.Appraisal)]
    [InlineData(EditionStage.Published)]
    [InlineData(EditionStage.Imported)]
    public void It_is_published_only_from_the_final_stage(EditionStage stage) =>
        Should.Throw<RuleViolation>(() => new Edition(2025, stage, 1, new(2025, 12, 31)).Publish()).Code.ShouldBe("edition.not-final");
}
