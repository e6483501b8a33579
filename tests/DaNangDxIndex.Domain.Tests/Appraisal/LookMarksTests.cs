using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using static DaNangDxIndex.Scoring.SmallSet;

namespace DaNangDxIndex.Appraisal;

public sealed class LookMarksTests
{
    private const string Evidence = """, "evidence": { "required": true } """;

    private static readonly CriteriaSet Set = Read(File(
        "10",
        """
        { "code": "online", "name": "a", "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
        { "code": "received", "name": "b", "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } }
        """,
        Criterion("A.1", "10", """{ "linear": { "of": { "sum": "online", "over": "received" }, "from": 0, "to": 1 } }""", Evidence)));

    [Fact]
    public void What_nothing_marks_is_accepted_with_others()
    {
        Of("online=5 received=10", pieces: 1).ShouldBeEmpty();
        AppraisalRules.IsAcceptableAtOnce(null, []).ShouldBeTrue();
        AppraisalRules.IsAcceptableAtOnce(null, [LookMark.NothingDue]).ShouldBeFalse();
        AppraisalRules.IsAcceptableAtOnce(Verdict(), []).ShouldBeFalse("who has decided already decides anew by hand");
    }

    [Theory]
    [InlineData("online=12 received=10", 1, LookMark.AboveWhole)]
    [InlineData("online=1 received=0", 1, LookMark.Contradictory)]
    [InlineData("online=0 received=0", 1, LookMark.NothingDue)]
    [InlineData("online=5 received=10", 0, LookMark.EvidenceMissing)]
    public void What_can_hardly_be_right_or_is_not_proved_wants_a_look(string figures, int pieces, LookMark mark) =>
        Of(figures, pieces).ShouldBe([mark]);

    [Fact]
    public void An_explanation_in_place_of_evidence_wants_a_look_and_where_nothing_is_claimed_nothing_is_to_prove()
    {
        Of("online=5 received=10", pieces: 0, explains: true).ShouldBe([LookMark.ExplainedInstead]);
        Of("online=0 received=10", pieces: 0).ShouldBeEmpty();
        Of("received=10", pieces: 0).ShouldBeEmpty();
    }

    [Fact]
    public void A_figure_far_from_last_years_wants_a_look_however_well_it_is_explained()
    {
        Of("online=5 received=10", pieces: 1, clarified: true).ShouldBe([LookMark.Unlikely]);
        Of("online=5 received=10", pieces: 1, last: Verdict(), clarified: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_concerns_the_criteria_that_read_its_figure_while_the_value_stands()
    {
        var (criterion, component) = (Set.Criteria.Single(), Set.Components.Single());
        Said("jump:online", "online=5;2024=50").Concerns(criterion, component).ShouldBeTrue();
        Said("jump:other", "other=5;2024=50").Concerns(criterion, component).ShouldBeFalse();
        Said($"same:{component.Code}", "online=5;received=10").Concerns(criterion, component).ShouldBeTrue();
        Said("above:online~received", "online=5;received=10").Concerns(criterion, component).ShouldBeFalse();
        Said("jump:online", "online=5;2024=50").IsStillAbout(figure => figure == "online" ? "5" : null).ShouldBeTrue();
        Said("jump:online", "online=5;2024=50").IsStillAbout(figure => figure == "online" ? "6" : null).ShouldBeFalse();
    }

    [Fact]
    public void What_was_returned_and_comes_back_without_a_word_wants_a_look_until_it_is_decided()
    {
        Of("online=5 received=10", pieces: 1, returned: true).ShouldBe([LookMark.Returned]);
        Of("online=5 received=10", last: Verdict(), returned: true).ShouldBeEmpty();
    }

    private static Clarification Said(string doubt, string about)
    {
        var (kind, subject) = (doubt.Split(':')[0], doubt.Split(':')[1]);
        var said = new Clarification(2025, "a", doubt);
        said.Write(
            new(kind == "jump" ? DoubtKind.Jump : DoubtKind.SameAsLastYear, subject, null, Set.Components.Single(), about,
                () => new("x", "x")),
            "Đã kiểm tra", Guid.Empty, default);
        return said;
    }

    [Fact]
    public void A_request_is_gravest_and_owes_no_evidence() => Of(
        "online=12 received=10", pieces: 0, request: new(2025, "a", "A.1", "Không có", Guid.Empty, default))
        .ShouldBe([LookMark.AskedNotApplicable, LookMark.AboveWhole]);

    [Fact]
    public void A_verdict_answers_what_it_was_given_for_until_it_no_longer_stands()
    {
        var verdict = Verdict();
        Of("online=12 received=10", last: verdict).ShouldBeEmpty();
        verdict.GoStale();
        Of("online=12 received=10", last: verdict).ShouldBe([LookMark.Stale, LookMark.AboveWhole]);
        Of("online=5 received=10", last: Verdict(), replied: true).ShouldBe([LookMark.RepliedTo]);
    }

    [Fact]
    public void What_was_returned_and_answered_wants_a_look_until_a_verdict_comes_after_the_answer()
    {
        var answer = new AnswerToReturn("Số liệu đúng", 1) { At = new(2026, 1, 12, 8, 0, 0, TimeSpan.Zero) };
        Of("online=5 received=10", pieces: 1, answer: answer).ShouldBe([LookMark.AnsweredReturn]);
        Of("online=5 received=10", last: Verdict(), answer: answer).ShouldBe([LookMark.AnsweredReturn], "it was decided before");
        var later = new Verdict(2025, "a", "A.1", 1);
        later.Accept(Guid.Empty, answer.At.Value.AddMinutes(1));
        Of("online=5 received=10", last: later, answer: answer).ShouldBeEmpty();
    }

    [Fact]
    public void They_are_counted_in_words_the_gravest_first() =>
        LookMarksInWords.Counted([LookMark.NothingDue, LookMark.AskedNotApplicable, LookMark.NothingDue]).Vi
            .ShouldBe("1 đề nghị không áp dụng, 2 không phát sinh (0/0)");

    private static Verdict Verdict()
    {
        var verdict = new Verdict(2025, "a", "A.1", 1);
        verdict.Accept(Guid.Empty, default);
        return verdict;
    }

    private static IReadOnlyList<LookMark> Of(
        string figures, int pieces = 0, bool explains = false, Verdict? last = null, NotApplicableRequest? request = null,
        bool replied = false, bool clarified = false, AnswerToReturn? answer = null, bool returned = false)
    {
        var (scorer, input) = (new Scorer(Set), Agency(Set, figures));
        var criterion = Set.Criteria.Single();
        var judged = new JudgedNow(
            replied ? AssessmentState.Explained : AssessmentState.Submitted, new HashSet<string>(replied ? ["A.1"] : []), null);
        return new LookMarks(
            scorer.SelfAssessOne(criterion, input), scorer.AppraiseOne(criterion, input, GroupBest.None), last, request, judged,
            pieces, explains, IsClarified: clarified, Answer: answer, WasReturned: returned).All;
    }
}
