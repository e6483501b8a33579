using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

/// <summary>Criteria are given back one by one, and each is seen to be answered or not.</summary>
public class ReturnedCriteriaTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 28, 2, 0, 0, TimeSpan.Zero);
    private static readonly Edition Appraisal = AssessmentRulesTests.At(EditionStage.Appraisal);

    [Fact]
    public void A_return_that_names_no_criterion_is_refused()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Submitted);
        Should.Throw<RuleViolation>(() => assessment.Return(
            "Thiếu nhiều", ReturnedCriteria.None, Now.AddDays(5), Appraisal, People.Elsewhere(Role.LeadAppraiser), Now))
            .Code.ShouldBe("assessment.return-names-nothing");
        assessment.State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public void Sending_back_says_something()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.AwaitingApproval);
        Should.Throw<RuleViolation>(() => assessment.SendBack(
            " ", ReturnedCriteria.None, AssessmentRulesTests.At(EditionStage.Open), People.AtTheAgency(Role.Approver), Now))
            .Code.ShouldBe("assessment.send-back-empty");
    }

    [Fact]
    public void What_the_lead_named_stays_until_the_next_return_and_what_the_approver_named_until_it_is_handed_in()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Entering);
        assessment.Submit(new('a', 64), AssessmentRulesTests.At(EditionStage.Open), People.AtTheAgency(Role.Approver), Now);
        assessment.Return(null, Of("A.1", "thiếu quý IV"), Now.AddDays(5), Appraisal, People.Elsewhere(Role.LeadAppraiser), Now);
        assessment.AskForApproval(Appraisal, People.AtTheAgency(Role.Assessor), Now);
        assessment.SendBack(null, Of("B.1", "sai đơn vị"), Appraisal, People.AtTheAgency(Role.Approver), Now);
        ReturnedCriteria.ToMend(assessment).Keys.Order().ShouldBe(["A.1", "B.1"]);

        assessment.Submit(new('a', 64), Appraisal, People.AtTheAgency(Role.Approver), Now);

        ReturnedCriteria.ToMend(assessment).ShouldBeEmpty("nothing is to be mended in what was handed in");
        (assessment.Returned.Keys.Single(), assessment.SentBack.Count).ShouldBe(("A.1", 0));
    }

    [Fact]
    public void A_criterion_is_answered_by_a_figure_that_it_reads_by_its_evidence_or_by_a_sentence_and_by_nothing_else()
    {
        var set = SmallSet.Of();
        var before = Declared(("online", "10"), ("paid", "98"));
        var named = Of("A.1", "sai").Concat(Of("B.1", "thiếu")).ToDictionary(StringComparer.Ordinal);

        By(Declared(("online", "12"), ("paid", "98"))).ShouldBe([("A.1", "Figure"), ("B.1", "")]);
        By(before with { Evidence = Of("B.1", "file") }).ShouldBe([("A.1", ""), ("B.1", "Evidence")]);
        By(before with { Clarifications = Of("above:online~received", "vì") })
            .ShouldBe([("A.1", "Clarification"), ("B.1", "")]);
        By(before with { Answers = Of("B.1", "số liệu đúng") }).ShouldBe([("A.1", ""), ("B.1", "Answer")]);
        By(before).ShouldBe([("A.1", ""), ("B.1", "")]);

        IEnumerable<(string, string)> By(Declaration now) => ReturnedCriteria.Answers(named, before, now, set)
            .Select(answer => (answer.Criterion.Code, string.Join(' ', answer.By)));
    }

    [Fact]
    public void What_was_given_back_is_answered_in_words_until_it_is_handed_in_and_the_words_stay()
    {
        var open = AssessmentRulesTests.At(EditionStage.Open);
        var (assessor, approver) = (People.AtTheAgency(Role.Assessor), People.AtTheAgency(Role.Approver));
        var assessment = AssessmentRulesTests.In(AssessmentState.AwaitingApproval);
        assessment.SendBack(null, Of("A.1", "xem lại"), open, approver, Now);
        Refused("B.1").ShouldBe("assessment.not-given-back");
        foreach (var sentence in new[] { "đúng", "đúng, theo báo cáo" })
            assessment.Answer("A.1", sentence, open, assessor, Now);
        assessment.Submit(new('a', 64), open, approver, Now);

        Refused("A.1").ShouldBe("assessment.submitted");
        assessment.Answers.Single().ShouldBe(KeyValuePair.Create("A.1", new AnswerToReturn("đúng, theo báo cáo", 2) { At = Now }));
        assessment.Recall(false, open, approver, Now);
        ReturnedCriteria.ToMend(assessment).ShouldBeEmpty("the approver took it as it is");
        assessment.Submit(new('a', 64), open, approver, Now);
        assessment.Return(null, Of("A.1", "vẫn chưa rõ"), Now.AddDays(5), Appraisal, People.Elsewhere(Role.LeadAppraiser), Now);
        assessment.Answers["A.1"].Version.ShouldBe(2, "what was said before is there to be written anew");
        ReturnedCriteria.AnswerTo(assessment, "A.1").ShouldBeNull("nothing was said to the second return");
        assessment.Answer("A.1", "đúng, kèm biểu", Appraisal, assessor, Now);
        ReturnedCriteria.AnswerTo(assessment, "A.1").ShouldNotBeNull().Sentence.ShouldBe("đúng, kèm biểu");
        assessment.Answer("A.1", null, Appraisal, assessor, Now);
        assessment.Answers.ShouldBeEmpty();

        string Refused(string criterion) =>
            Should.Throw<RuleViolation>(() => assessment.Answer(criterion, "đúng", open, assessor, Now)).Code;
    }

    [Fact]
    public void What_was_returned_is_still_to_be_mended_when_it_was_handed_in_again_and_recalled()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Submitted);
        var open = AssessmentRulesTests.At(EditionStage.Open);
        assessment.Return(null, Of("A.1", "thiếu"), Now.AddDays(5), open, People.Elsewhere(Role.LeadAppraiser), Now);
        assessment.Submit(new('a', 64), open, People.AtTheAgency(Role.Approver), Now);
        assessment.Recall(false, open, People.AtTheAgency(Role.Approver), Now);
        ReturnedCriteria.ToMend(assessment).ShouldBe(Of("A.1", "thiếu"));
    }

    [Fact]
    public void What_is_typed_names_criteria_of_the_form_and_blank_ones_are_passed_over()
    {
        var form = EntryForm.Of(SmallSet.Of(), People.Agency);
        ReturnedCriteria.Read(Typed(("A.1", " thiếu "), ("B.1", " ")), form).ShouldBe(Of("A.1", "thiếu"));
        Should.Throw<RuleViolation>(() => ReturnedCriteria.Read(Typed(("X.9", "thiếu")), form))
            .Code.ShouldBe("assessment.criterion-unknown");
    }

    private static Dictionary<string, string> Of(string criterion, string reason) => new(StringComparer.Ordinal) { [criterion] = reason };

    private static Dictionary<string, string?> Typed(params (string Criterion, string Text)[] typed) =>
        typed.ToDictionary(pair => pair.Criterion, pair => (string?)pair.Text, StringComparer.Ordinal);

    private static Declaration Declared(params (string Figure, string Value)[] figures) => new(
        2025, People.Agency, figures.ToDictionary(figure => figure.Figure, figure => (string?)figure.Value, StringComparer.Ordinal),
        new Dictionary<string, string>(StringComparer.Ordinal));
}
