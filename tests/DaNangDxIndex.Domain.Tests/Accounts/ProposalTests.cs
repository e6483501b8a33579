namespace DaNangDxIndex.Accounts;

public sealed class ProposalTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Asker = Somebody(Role.Administrator);
    private static readonly Actor Other = Somebody(Role.Administrator);

    [Fact]
    public void Another_one_of_the_role_confirms_it_and_never_the_one_who_asked_or_whom_it_is_about()
    {
        CodeOf(() => Asked().Settle(confirmed: true, Asker, Now)).ShouldBe("proposal.second-person");
        CodeOf(() => Asked(about: Other.Account).Settle(confirmed: true, Other, Now)).ShouldBe("proposal.second-person");
        CodeOf(() => Asked().Settle(confirmed: false, Asker, Now)).ShouldBe("proposal.second-person");
        CodeOf(() => Asked().Settle(confirmed: true, Somebody(Role.Signatory), Now)).ShouldBe("proposal.not-theirs");
        var proposal = Asked();
        proposal.Settle(confirmed: true, Other, Now);
        (proposal.Outcome, proposal.SettledBy).ShouldBe((Proposal.Settlement.Confirmed, Other.Account));
        CodeOf(() => proposal.Settle(confirmed: false, Somebody(Role.Administrator), Now)).ShouldBe("proposal.settled");
        CodeOf(() => proposal.Withdraw(Asker, Now)).ShouldBe("proposal.settled");
    }

    [Fact]
    public void After_three_days_nobody_confirms_it_and_it_makes_room_for_the_next()
    {
        var proposal = Asked();
        CodeOf(() => proposal.MakeRoom(Now)).ShouldBe("proposal.waiting");
        var late = Now + Proposal.Waits;
        CodeOf(() => proposal.Settle(confirmed: true, Other, late)).ShouldBe("proposal.settled");
        proposal.MakeRoom(late);
        proposal.Outcome.ShouldBe(Proposal.Settlement.Expired);
    }

    [Fact]
    public void Whoever_asked_takes_it_back_and_nobody_else()
    {
        var proposal = Asked();
        CodeOf(() => proposal.Withdraw(Other, Now)).ShouldBe("proposal.not-own");
        proposal.Withdraw(Asker, Now);
        proposal.Outcome.ShouldBe(Proposal.Settlement.Withdrawn);
    }

    [Theory]
    [InlineData(ProposalKind.Publication, Role.Signatory)]
    [InlineData(ProposalKind.Correction, Role.Signatory)]
    [InlineData(ProposalKind.Withdrawal, Role.Signatory)]
    [InlineData(ProposalKind.SignInProvider, Role.Administrator)]
    [InlineData(ProposalKind.SecondFactorReset, Role.Administrator)]
    public void Whoever_may_do_the_act_may_confirm_it(ProposalKind kind, Role role) => Asked(kind).SettledByRole.ShouldBe(role);

    private static Proposal Asked(ProposalKind kind = ProposalKind.SignInProvider, Guid? about = null) =>
        new Proposal(Guid.NewGuid(), kind, "sign-in-providers/x", about, "sealed", Asker.Account, Now).Saying(new("Thêm", "Add"));

    private static string CodeOf(Action act) => Should.Throw<RuleViolation>(act).Code;

    private static Actor Somebody(Role role) => new(Guid.NewGuid(), "Đặng Thị Quản", new HashSet<Role> { role }, null);
}
