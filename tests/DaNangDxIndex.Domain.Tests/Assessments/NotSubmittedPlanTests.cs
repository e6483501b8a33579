using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

public class NotSubmittedPlanTests
{
    private static readonly DateTimeOffset Closes = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly Edition Edition = AssessmentRulesTests.At(EditionStage.Open).Scheduled(Closes, null, false);
    private static readonly Actor Office = new(Guid.NewGuid(), "Hoàng Thị Trực", new HashSet<Role> { Role.Office }, "so-khcn");

    [Fact]
    public void It_says_for_everybody_whether_they_are_recorded_and_if_not_why()
    {
        var extended = In("w-extended", AssessmentState.Entering);
        extended.Extend(Closes.AddDays(3), "Mất điện", Edition, Office, Closes.AddDays(-1));
        Assessment[] all =
        [
            In("w-entering", AssessmentState.Entering), In("w-awaiting", AssessmentState.AwaitingApproval), extended, In(
                "so-khcn", AssessmentState.Entering),
            In("w-submitted", AssessmentState.Submitted), In("w-returned", AssessmentState.Returned), In(
                "w-recorded", AssessmentState.NotSubmitted),
        ];

        var plan = NotSubmittedPlan.Of(Edition, all, Office, Closes);

        plan.Lines.Select(line => (line.Assessment.Agency, line.PassedOver)).ShouldBe(
        [
            ("so-khcn", NotSubmittedPlan.Reason.OwnAgency), ("w-awaiting", null), ("w-entering", null),
                ("w-extended", NotSubmittedPlan.Reason.StillTime),
            ("w-recorded", NotSubmittedPlan.Reason.Done), ("w-returned", NotSubmittedPlan.Reason.Returned),
                ("w-submitted", NotSubmittedPlan.Reason.Done),
        ]);
    }

    [Fact]
    public void Before_the_deadline_nobody_is_recorded() =>
        NotSubmittedPlan.Of(Edition, [In("w-entering", AssessmentState.Entering)], Office, Closes.AddTicks(-1)).Recorded.ShouldBeEmpty();

    [Fact]
    public void Somebody_else_than_the_office_records_nobody() =>
        NotSubmittedPlan.Of(
            Edition, [In("w-entering", AssessmentState.Entering)], Office with { Roles = new HashSet<Role> { Role.Signatory } }, Closes)
            .Lines.ShouldHaveSingleItem().PassedOver.ShouldBe(NotSubmittedPlan.Reason.NotNow);

    [Fact]
    public void It_is_bound_to_what_was_shown()
    {
        var seen = NotSubmittedPlan.Of(Edition, [In("w-a", AssessmentState.Entering), In("w-b", AssessmentState.Entering)], Office, Closes);
        var same = NotSubmittedPlan.Of(
            Edition, [In("w-b", AssessmentState.Entering), In("w-a", AssessmentState.Entering)], Office, Closes.AddDays(1));
        var other = NotSubmittedPlan.Of(
            Edition, [In("w-a", AssessmentState.Entering), In("w-b", AssessmentState.Returned)], Office, Closes);

        same.ChangedSince(seen.Digest).ShouldBeNull();
        other.ChangedSince(seen.Digest).ShouldNotBeNull().Code.ShouldBe("not-submitted.changed");
    }

    private static Assessment In(string agency, AssessmentState state) => new(2025, agency, "wards", null, true, state);
}
