using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Assessments;

/// <summary>What is owed before a form is handed in, and when evidence is attached and detached.</summary>
public sealed class EvidenceRulesTests
{
    private const string Agency = "x-hoa-tien";
    private static readonly DateTimeOffset Now = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Edition Open = new(2025, EditionStage.Open, 1, new(2025, 12, 31));

    private static readonly Scorer Scorer = new(CriteriaFile.Read("""
        {
          "edition": 2025, "group": "wards", "name": { "vi": "Bộ thử", "en": "Test set" },
          "method": { "scale": 100, "penaltyCap": 5, "notApplicable": "exclude", "nothingDue": "exclude", "tiers": [
            { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 50 },
            { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 0 } ] },
          "figures": [
            { "code": "plan", "name": { "vi": "Có kế hoạch", "en": "Has a plan" }, "kind": "yesNo" },
            { "code": "coverage", "name": { "vi": "Phủ sóng", "en": "Coverage" }, "kind": "percent", "source": "system" },
            { "code": "articles", "name": { "vi": "Tin bài", "en": "Articles" }, "kind": "count",
                "unit": { "vi": "tin", "en": "articles" } } ],
          "components": [ { "code": "A", "name": { "vi": "Nhóm", "en": "Component" }, "criteria": [
            { "code": "A.1", "name": { "vi": "Kế hoạch", "en": "Plan" }, "pillar": "government", "maximum": 40,
                "evidence": { "required": true },
              "rule": { "steps": { "of": "plan", "levels": [{ "at": 1, "share": 1 }] } } },
            { "code": "A.2", "name": { "vi": "Phủ sóng", "en": "Coverage" }, "pillar": "government", "maximum": 30,
                "evidence": { "required": true },
              "rule": { "linear": { "of": "coverage", "from": 0, "to": 100 } } },
            { "code": "A.3", "name": { "vi": "Tin bài", "en": "Articles" }, "pillar": "society", "maximum": 30,
              "rule": { "linear": { "of": "articles", "from": 0, "to": 10 } } } ] } ]
        }
        """).Require());

    [Fact]
    public void Evidence_is_owed_where_points_are_claimed_by_own_figures()
    {
        Owed(("plan", "yes"), ("coverage", "80"), ("articles", "5")).ShouldBe(["A.1"], "A.2 is a system's figure, A.3 demands nothing");
        Owed(("plan", "no")).ShouldBeEmpty("who claims nothing has nothing to prove");
        Owed().ShouldBeEmpty();
    }

    [Fact]
    public void A_piece_a_reason_or_a_request_settles_it()
    {
        Owed(shown: ["A.1"], asked: [], ("plan", "yes")).ShouldBeEmpty();
        Owed(shown: [], asked: ["A.1"], ("plan", "yes")).ShouldBeEmpty();
        Owed(shown: ["A.3"], asked: ["A.2"], ("plan", "yes")).ShouldBe(["A.1"]);
    }

    [Theory]
    [InlineData(AssessmentVerb.Submit, "Chưa nộp được: 2 tiêu chí", "Not ready to submit: ")]
    [InlineData(AssessmentVerb.AskForApproval, "Chưa trình được: 2 tiêu chí", "Not ready to ask for approval: ")]
    public void The_refusal_names_the_criteria_and_what_was_wanted(AssessmentVerb wanted, string vi, string en)
    {
        var refused = Should.Throw<RuleViolation>(() => EvidenceRules.RequireNothingOwed([Criterion("A.1"), Criterion("A.2")], wanted));

        refused.Sentence.Vi.ShouldStartWith(vi);
        refused.Sentence.Vi.ShouldContain("(A.1, A.2)");
        refused.Sentence.En.ShouldStartWith(en);
    }

    [Fact]
    public void It_is_attached_while_entering_and_later_and_detached_only_while_entering()
    {
        var (assessor, approver) = (Of(Role.Assessor), Of(Role.Approver));
        var assessment = new Assessment(2025, Agency, "wards", null, true, AssessmentState.Entering);
        (Attach(assessment, assessor), Detach(assessment, assessor)).ShouldBe((null, null));

        assessment.AskForApproval(Open, assessor, Now);
        (Attach(assessment, assessor), Detach(assessment, assessor)).ShouldBe(("assessment.awaiting", "assessment.awaiting"));

        assessment.Submit(new string('0', 64), Open, approver, Now);
        (Attach(assessment, assessor), Detach(assessment, assessor)).ShouldBe((null, "assessment.submitted"));
        EvidenceRules.IsAddedLater(assessment).ShouldBeTrue();
        Attach(assessment, Of(Role.Assessor, "another")).ShouldNotBeNull();

        assessment.CloseRoundOne([], Open, Of(Role.LeadAppraiser, null), Now);
        Attach(assessment, assessor).ShouldBe("assessment.final");
    }

    private static string? Attach(Assessment assessment, Actor actor) => EvidenceRules.AttachRefusal(assessment, Open, actor, Now)?.Code;

    private static string? Detach(Assessment assessment, Actor actor) => EvidenceRules.DetachRefusal(assessment, Open, actor, Now)?.Code;

    private static Actor Of(Role role, string? agency = Agency) => new(Guid.Empty, "", new HashSet<Role> { role }, agency);

    private static Criterion Criterion(string code) => Scorer.Set.Criterion(code).ShouldNotBeNull();

    private static IEnumerable<string> Owed(params (string Figure, string Value)[] declared) => Owed([], [], declared);

    private static IEnumerable<string> Owed(string[] shown, string[] asked, params (string Figure, string Value)[] declared)
    {
        var texts = declared.ToDictionary(pair => pair.Figure, pair => pair.Value);
        var values = FigureReadings.Of(Scorer.Set.Figures, figure => texts.GetValueOrDefault(figure.Code)).Values;
        var self = Scorer.SelfAssess(new() { Agency = Agency, Ranked = true, Figures = values });
        return EvidenceRules.Owed(EntryForm.Of(Scorer.Set, Agency), self, values, shown.ToHashSet(), asked.ToHashSet())
            .Select(criterion => criterion.Code);
    }
}
