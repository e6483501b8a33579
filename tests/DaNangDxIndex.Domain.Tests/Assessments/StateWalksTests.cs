using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// An assessment and its edition walked at random: any act, by the right person or a wrong one, before, at and after the deadlines. What is
/// refused changes nothing, what is allowed leads where the table of stages says, and from wherever a walk ends the edition can be
/// finished.
/// </summary>
public sealed class StateWalksTests
{
    private static readonly string Digest = new('a', 64);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_walk_keeps_the_table_of_stages_and_can_be_finished(int rounds)
    {
        var reached = new HashSet<(AssessmentState, EditionStage)>();
        for (var seed = 0; seed < 1_000; seed++)
        {
            var walk = new Walk(rounds, new Random(seed));
            for (var step = 0; step < 40; step++)
            {
                walk.Step();
                reached.Add((walk.Assessment.State, walk.Edition.Stage));
            }

            walk.Finish();
            walk.Edition.Stage.ShouldBe(EditionStage.Published, $"seed {seed}: {walk.Told}");
        }

        var states = reached.Select(pair => pair.Item1).Distinct();
        Enum.GetValues<AssessmentState>().Except(states)
            .ShouldBe(
                rounds == 2 ? [] : [AssessmentState.Appraised, AssessmentState.Explained], "walks that do not reach a state show nothing");
    }

    private sealed class Walk(int rounds, Random random)
    {
        private readonly List<string> _told = [];
        private DateTimeOffset _now = VietNamTime.At(new(2026, 1, 1), new(8, 0));
        private Reopening? _reopening;

        public Assessment Assessment { get; } = AssessmentRulesTests.In(AssessmentState.Entering);

        public Edition Edition { get; } = Opened(rounds);

        public string Told => string.Join(", ", _told);

        public void Step()
        {
            _now = _now.AddHours(random.Next(1, 96));
            if (random.Next(4) == 0)
                Try("move on", MoveOn);
            else
                Act(random.GetItems(Enum.GetValues<AssessmentVerb>(), 1)[0], random.Next(6) > 0);
        }

        /// <summary>As an office and a lead appraiser finish what is left, whatever its state.</summary>
        public void Finish()
        {
            for (var turn = 0; turn < 20 && Edition.Stage != EditionStage.Published; turn++)
            {
                _now = _now.AddDays(60);
                foreach (var verb in new[]
                {
                    AssessmentVerb.CloseRoundOne, AssessmentVerb.CloseRoundTwo, AssessmentVerb.RecordNotSubmitted,
                })
                {
                    Act(verb, rightPerson: true);
                }

                Try("move on", MoveOn);
            }
        }

        private static Edition Opened(int rounds)
        {
            var edition = AssessmentRulesTests.At(EditionStage.Open, rounds);
            edition.Take(new()
            {
                Rounds = rounds,
                EntryClosesAt = VietNamTime.At(new(2026, 1, 31), new(17, 0)),
                AppraisalEndsOn = new(2026, 3, 10),
                RepliesEndOn = rounds == 2 ? new(2026, 3, 20) : null,
                ReviewEndsOn = rounds == 2 ? new(2026, 4, 10) : null,
                PublishesOn = new(2026, 4, 20),
            });
            return edition;
        }

        /// <summary>What is not settled blocks publishing as a finding (<c>EditionFindings</c>).</summary>
        private void MoveOn()
        {
            if (Edition.Stage == EditionStage.Final && AssessmentRules.IsSettled(Assessment.State))
                Edition.Publish();
            else
                Edition.MoveOn(
                    Edition.Stage, People.Elsewhere(Role.Office), next => StageReadiness.Obstacle(next, [Assessment.State], []));
        }

        private void Act(AssessmentVerb verb, bool rightPerson)
        {
            var (role, own) = WhoDoes(verb);
            var actor = own == rightPerson ? People.AtTheAgency(role) : People.Elsewhere(role);
            var (before, stage) = (Assessment.State, Edition.Stage);
            var refusal = AssessmentRules.Refusal(verb, Assessment, Edition, actor, _now);
            var done = Try($"{verb} in {before} at {stage}", () => Do(verb, actor));
            (refusal is null || !done).ShouldBeTrue($"{verb} was done although the rules refuse it: {Told}");
            (rightPerson || !done).ShouldBeTrue($"a wrong person did {verb}: {Told}");
            if (done)
                Assessment.State.ShouldBeOneOf(Leads(verb, before), Told);
            Hold();
        }

        /// <summary>A refused act changes neither state nor version, and takes no signature.</summary>
        private bool Try(string what, Action act)
        {
            var before = (Assessment.State, Assessment.Version, Assessment.SubmittedDigest, Assessment.RepliesDigest, Edition.Stage);
            try
            {
                act();
                _told.Add(what);
                return true;
            }
            catch (RuleViolation)
            {
                (Assessment.State, Assessment.Version, Assessment.SubmittedDigest, Assessment.RepliesDigest, Edition.Stage)
                    .ShouldBe(before, $"{what} was refused and changed something: {Told}");
                return false;
            }
        }

        private void Do(AssessmentVerb verb, Actor actor)
        {
            switch (verb)
            {
                case AssessmentVerb.Enter or AssessmentVerb.Appraise or AssessmentVerb.Reply:
                    Assessment.Require(verb, Edition, actor, _now);
                    break;
                case AssessmentVerb.AskForApproval:
                    Assessment.AskForApproval(Edition, actor, _now);
                    break;
                case AssessmentVerb.SendBack:
                    Assessment.SendBack("Kiểm tra lại", ReturnedCriteria.None, Edition, actor, _now);
                    break;
                case AssessmentVerb.Submit:
                    Assessment.Submit(Digest, Edition, actor, _now);
                    break;
                case AssessmentVerb.Recall:
                    Assessment.Recall(hasVerdicts: random.Next(2) == 0, Edition, actor, _now);
                    break;
                case AssessmentVerb.Return:
                    Assessment.Return("Thiếu tài liệu", People.Named, _now.AddDays(random.Next(1, 20)), Edition, actor, _now);
                    break;
                case AssessmentVerb.RecordNotSubmitted:
                    Assessment.RecordNotSubmitted("Hết hạn", Edition, actor, _now);
                    break;
                case AssessmentVerb.TakeBack:
                    Assessment.TakeBack("Ghi nhầm", _now.AddDays(random.Next(1, 20)), Edition, actor, _now);
                    break;
                case AssessmentVerb.Extend:
                    Assessment.Extend(_now.AddDays(random.Next(1, 20)), "Sự cố mạng", Edition, actor, _now);
                    break;
                case AssessmentVerb.CloseRoundOne:
                    Assessment.CloseRoundOne(random.Next(3) == 0 ? ["A.1"] : [], Edition, actor, _now);
                    break;
                case AssessmentVerb.Explain:
                    Assessment.Explain(Digest, random.Next(3), Edition, actor, _now);
                    break;
                case AssessmentVerb.RecallReplies:
                    Assessment.RecallReplies(Edition, actor, _now);
                    break;
                case AssessmentVerb.CloseRoundTwo when _reopening is { IsOpen: true } opened:
                    Assessment.CloseReopened(opened, [], Edition, actor, _now);
                    break;
                case AssessmentVerb.CloseRoundTwo:
                    Assessment.CloseRoundTwo(random.Next(3) == 0 ? ["A.1"] : [], Edition, actor, _now);
                    break;
                case AssessmentVerb.AskToReopen:
                    var asked = Assessment.AskToReopen(1, "A.1", "Số liệu đến muộn", Edition, actor, _now);
                    _reopening = asked;
                    break;
                case AssessmentVerb.Reopen:
                    Assessment.Reopen(
                        _reopening is { IsAsked: true } open ? open : new(2025, People.Agency, 1, "A.1", "Đến muộn", Guid.NewGuid(), _now),
                        "Bổ sung", Edition, actor, _now);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(verb));
            }
        }

        /// <summary>What holds after every step.</summary>
        private void Hold()
        {
            if (Assessment.IsHandedIn)
                Assessment.SubmittedDigest.ShouldNotBeNull(Told);
            (Assessment.RepliesDigest is null).ShouldBe(Assessment.RepliedAt is null, Told);
            if (Assessment.State == AssessmentState.Explained)
                Assessment.RepliesDigest.ShouldNotBeNull(Told);
            if (Assessment.State is AssessmentState.Appraised or AssessmentState.Submitted)
                Assessment.RepliesDigest.ShouldBeNull(Told);
            if (Edition.Stage == EditionStage.Published)
                AssessmentRules.IsSettled(Assessment.State).ShouldBeTrue(Told);
            if (rounds == 1)
                Assessment.State.ShouldNotBeOneOf(AssessmentState.Appraised, AssessmentState.Explained);
        }
    }

    private static (Role Role, bool Own) WhoDoes(AssessmentVerb verb) => verb switch
    {
        AssessmentVerb.Enter or AssessmentVerb.AskForApproval => (Role.Assessor, true),
        AssessmentVerb.SendBack or AssessmentVerb.Submit or AssessmentVerb.Recall or AssessmentVerb.Reply or AssessmentVerb.Explain
            or AssessmentVerb.RecallReplies => (Role.Approver, true),
        AssessmentVerb.Return or AssessmentVerb.Appraise or AssessmentVerb.CloseRoundOne or AssessmentVerb.CloseRoundTwo
            or AssessmentVerb.Reopen => (Role.LeadAppraiser, false),
        AssessmentVerb.RecordNotSubmitted or AssessmentVerb.TakeBack or AssessmentVerb.Extend or AssessmentVerb.AskToReopen =>
            (Role.Office, false),
    };

    private static AssessmentState[] Leads(AssessmentVerb verb, AssessmentState from) => verb switch
    {
        AssessmentVerb.AskForApproval => [AssessmentState.AwaitingApproval],
        AssessmentVerb.SendBack => [AssessmentState.Entering, AssessmentState.Returned],
        AssessmentVerb.Submit => [AssessmentState.Submitted],
        AssessmentVerb.Recall => [AssessmentState.Entering],
        AssessmentVerb.Return => [AssessmentState.Returned],
        AssessmentVerb.RecordNotSubmitted => [AssessmentState.NotSubmitted],
        AssessmentVerb.TakeBack => [AssessmentState.Entering, AssessmentState.Returned],
        AssessmentVerb.CloseRoundOne => [AssessmentState.Appraised, AssessmentState.Final],
        AssessmentVerb.Explain => [AssessmentState.Explained],
        AssessmentVerb.RecallReplies => [AssessmentState.Appraised],
        AssessmentVerb.CloseRoundTwo => [AssessmentState.Final],
        AssessmentVerb.Reopen => [AssessmentState.Reopened],
        AssessmentVerb.Enter or AssessmentVerb.Appraise or AssessmentVerb.Reply or AssessmentVerb.Extend or AssessmentVerb.AskToReopen =>
            [from],
    };
}
