using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

public sealed class RepliesTests
{
    private static readonly Calendar TwoRounds = new() { Rounds = 2, AppraisalEndsOn = new(2026, 3, 20), RepliesEndOn = new(2026, 3, 31) };
    private static readonly DateTimeOffset Closes = VietNamTime.EndOf(new(2026, 3, 31));

    [Fact]
    public void The_digest_covers_every_letter_and_every_claimed_value()
    {
        var agencyReplies = Sheet(Written("B.1", "Số liệu của Cổng dịch vụ công là 1.280.", ("files-online", "1280")));

        Sheet(Written("B.1", "Số liệu của Cổng dịch vụ công là 1.280.", ("files-online", "1280"))).Digest.ShouldBe(agencyReplies.Digest);
        Sheet(Written("B.1", "Số liệu của Cổng dịch vụ công là 1.280!", ("files-online", "1280"))).Digest.ShouldNotBe(agencyReplies.Digest);
        Sheet(Written("B.1", "Số liệu của Cổng dịch vụ công là 1.280.", ("files-online", "1281"))).Digest.ShouldNotBe(agencyReplies.Digest);
        Sheet(Written("B.2", "Số liệu của Cổng dịch vụ công là 1.280.", ("files-online", "1280"))).Digest.ShouldNotBe(agencyReplies.Digest);
    }

    [Fact]
    public void What_is_sent_is_what_was_on_screen()
    {
        var replies = Sheet(Written("B.1", "Xin xem lại."));

        replies.RequireSeen(replies.Digest);
        Should.Throw<ChangedMeanwhile>(() => replies.RequireSeen(Sheet().Digest)).Code.ShouldBe("replies.stale-digest");
    }

    [Fact]
    public void Who_agrees_sends_nothing_and_nothing_cannot_be_sent()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Appraised);

        Should.Throw<RuleViolation>(
            () => assessment.Explain(Sheet().Digest, 0, Taking(), People.AtTheAgency(Role.Approver), Closes.AddDays(-1)))
            .Code.ShouldBe("replies.none");
        assessment.State.ShouldBe(AssessmentState.Appraised);
    }

    [Fact]
    public void What_was_sent_can_be_taken_back_in_time_and_then_counts_as_never_sent()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Appraised);
        assessment.Explain(Sheet().Digest, 1, Taking(), People.AtTheAgency(Role.Approver), Closes.AddDays(-2));
        (assessment.State, assessment.RepliesDigest is null, assessment.RepliedAt is null)
            .ShouldBe((AssessmentState.Explained, false, false));

        assessment.RecallReplies(Taking(), People.AtTheAgency(Role.Approver), Closes.AddDays(-1));

        (assessment.State, assessment.RepliesDigest, assessment.RepliedAt).ShouldBe((AssessmentState.Appraised, null, null));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "assessment.replies-late")]
    public void The_last_day_of_replies_is_kept_to_the_second(int seconds, string? refused)
    {
        foreach (var (verb, state) in new[]
        {
            (AssessmentVerb.Reply, AssessmentState.Appraised), (AssessmentVerb.Explain, AssessmentState.Appraised),
            (AssessmentVerb.RecallReplies, AssessmentState.Explained),
        })
        {
            var refusal = AssessmentRules.Refusal(
                verb, AssessmentRulesTests.In(state), Taking(), People.AtTheAgency(Role.Approver), Closes.AddSeconds(seconds));
            (refusal?.Code).ShouldBe(refused, verb.ToString());
        }
    }

    [Fact]
    public void Whoever_is_appraised_after_the_stage_of_replies_is_final_at_once()
    {
        var late = AssessmentRulesTests.In(AssessmentState.Submitted);

        late.CloseRoundOne([], AssessmentRulesTests.At(EditionStage.Final), People.Elsewhere(Role.LeadAppraiser), Closes);

        late.State.ShouldBe(AssessmentState.Final);
    }

    private static Edition Taking()
    {
        var edition = AssessmentRulesTests.At(EditionStage.Explanation);
        edition.Take(TwoRounds);
        return edition;
    }

    private static AgencyReplies Sheet(params Reply[] replies) => new(2025, People.Agency, replies);

    private static Reply Written(string criterion, string sentence, params (string Figure, string Value)[] claims)
    {
        var reply = new Reply(2025, People.Agency, criterion);
        reply.Write(
            sentence, claims.ToDictionary(claim => claim.Figure, claim => claim.Value, StringComparer.Ordinal), Guid.NewGuid(), Closes);
        return reply;
    }
}
