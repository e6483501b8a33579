using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

public sealed class EntryRiskTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, 10, true, EntryRisk.Overdue)]
    [InlineData(-1, 0, false, EntryRisk.Overdue)]
    [InlineData(90, 0, false, EntryRisk.NoSignIn)]
    [InlineData(31, 0, true, EntryRisk.None)]
    [InlineData(30, 0, true, EntryRisk.Untouched)]
    [InlineData(15, 9, true, EntryRisk.None)]
    [InlineData(14, 9, true, EntryRisk.Behind)]
    [InlineData(4, 10, true, EntryRisk.None)]
    [InlineData(3, 10, true, EntryRisk.Unsigned)]
    public void The_gravest_reason_is_told(int daysLeft, int filled, bool canSignIn, EntryRisk risk) =>
        EntryRisks.Of(Entering(), Closing(daysLeft), filled, 10, canSignIn, Now).ShouldBe(risk);

    [Fact]
    public void Who_has_handed_in_is_at_no_risk_and_who_got_it_back_is()
    {
        var assessment = Entering();
        assessment.Submit(new('0', 64), Closing(5), Who(Role.Approver, "one"), Now);
        EntryRisks.Of(assessment, Closing(-1), 0, 10, false, Now).ShouldBe(EntryRisk.None);
        assessment.Return("Bổ sung", People.Named, Now.AddDays(6), Closing(5), Who(Role.LeadAppraiser, null), Now);
        EntryRisks.Of(assessment, Closing(-1), 10, 10, true, Now).ShouldBe(EntryRisk.Returned);
    }

    [Fact]
    public void The_agencys_own_deadline_counts()
    {
        var assessment = Entering();
        assessment.Extend(Now.AddDays(20), "Bão", Closing(1), Who(Role.Office, null), Now);
        EntryRisks.Of(assessment, Closing(1), 9, 10, true, Now).ShouldBe(EntryRisk.None);
    }

    [Fact]
    public void Without_a_deadline_nobody_is_late() =>
        EntryRisks.Of(Entering(), new Edition(2026, EditionStage.Open, 1, new(2026, 12, 31)), 0, 10, true, Now).ShouldBe(EntryRisk.None);

    private static Assessment Entering() => new(2026, "one", "small", null, true, AssessmentState.Entering);

    private static Edition Closing(int days) =>
        new Edition(2026, EditionStage.Open, 1, new(2026, 12, 31)).Scheduled(Now.AddDays(days), null, false);

    private static Actor Who(Role role, string? agency) => new(Guid.Empty, "", new HashSet<Role> { role }, agency);
}
