using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Commitments;

public sealed class CommitmentTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lost_points_stand_most_first_and_bonus_is_not_lost()
    {
        var group = SampleEdition.Of().Groups[0];
        var result = group.ResultOf("hai-chau").ShouldNotBeNull();

        var lost = LostPoints.Of(group, result);

        lost.ShouldNotBeEmpty();
        lost.Select(loss => loss.Points).ShouldBe(lost.Select(loss => loss.Points).OrderDescending());
        foreach (var loss in lost)
        {
            var earned = result.Criteria.Single(points => points.Code == loss.Criterion.Code);
            loss.Points.ShouldBe(loss.Component.Sign < 0 ? earned.Points : earned.Maximum - earned.Points);
        }
    }

    [Theory]
    [InlineData("ngắn", "Phòng CNTT", "2027-06-30", "commitment.sentence")]
    [InlineData("Chuyển hồ sơ giấy sang trực tuyến", " ", "2027-06-30", "commitment.person")]
    [InlineData("Chuyển hồ sơ giấy sang trực tuyến", "Phòng CNTT", null, "commitment.due")]
    [InlineData("Chuyển hồ sơ giấy sang trực tuyến", "Phòng CNTT", "2027-02-28", "commitment.due")]
    [InlineData("Chuyển hồ sơ giấy sang trực tuyến", "Phòng CNTT", "2029-03-01", "commitment.due")]
    public void What_cannot_be_kept_says_what_to_do(string sentence, string person, string? due, string code) =>
        Should.Throw<RuleViolation>(() => Terms(sentence, person, due)).Code.ShouldBe(code);

    [Theory]
    [InlineData("2027-03-01")]
    [InlineData("2029-02-28")]
    public void Both_ends_of_the_time_are_taken(string due) => Terms("  Chuyển hồ sơ giấy sang trực tuyến ", " Phòng CNTT ", due)
        .ShouldBe(new("Chuyển hồ sơ giấy sang trực tuyến", "Phòng CNTT", DateOnly.Parse(due, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_day_that_is_over_may_stay_when_something_else_is_changed() => CommitmentRules
        .Require("Chuyển hồ sơ giấy sang trực tuyến", "Phòng CNTT", new(2027, 1, 31), new(2027, 1, 31), Today).Due
        .ShouldBe(new(2027, 1, 31));

    [Fact]
    public void Only_those_who_enter_or_approve_for_the_agency_commit_it()
    {
        CommitmentRules.RequireOwn("a", Person("a", Role.Assessor));
        CommitmentRules.RequireOwn("a", Person("a", Role.Approver));
        foreach (var other in new[] { Person("b", Role.Approver), Person("a", Role.Office), Person(null, Role.Signatory) })
            Should.Throw<RuleViolation>(() => CommitmentRules.RequireOwn("a", other)).Code.ShouldBe("commitment.wrong-person");
    }

    [Fact]
    public void An_ended_commitment_is_opened_again_before_it_is_changed()
    {
        var commitment = Due(new(2027, 6, 30));
        CommitmentRules.RequireOpen(commitment);

        commitment.Turn(CommitmentState.Done, Now);
        Should.Throw<RuleViolation>(() => CommitmentRules.RequireOpen(commitment)).Code.ShouldBe("commitment.ended");
        commitment.EndedAt.ShouldBe(Now);

        commitment.Turn(CommitmentState.Open, Now);
        CommitmentRules.RequireOpen(commitment);
        commitment.EndedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, -1)]
    [InlineData(-30, -1)]
    [InlineData(-31, null)]
    public void Notices_come_before_the_day_and_once_after_it(int left, int? notice) =>
        CommitmentDays.Due(Due(Today.AddDays(left)), Today).ShouldBe(notice);

    [Fact]
    public void Nobody_is_told_of_a_commitment_that_has_ended()
    {
        var commitment = Due(Today);
        commitment.Turn(CommitmentState.Withdrawn, Now);

        CommitmentDays.Due(commitment, Today).ShouldBeNull();
        commitment.IsOverdue(Today.AddDays(5)).ShouldBeFalse();
    }

    private static Commitment Due(DateOnly day) => new Commitment(2026, "a", 1, "1.1", Guid.Empty, Now)
        .Saying(new("Chuyển hồ sơ giấy sang trực tuyến", "Phòng CNTT", day));

    private static CommitmentRules.Terms Terms(string sentence, string person, string? due) =>
        CommitmentRules.Require(sentence, person, due is null ? null : DateOnly.Parse(due, CultureInfo.InvariantCulture), null, Today);

    private static Actor Person(string? agency, Role role) => new(Guid.Empty, "", new HashSet<Role> { role }, agency);
}
