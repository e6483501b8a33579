using DaNangDxIndex.Criteria;
using static DaNangDxIndex.Scoring.SmallSet;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Every kind of wording met in real Vietnamese criteria sets, in the criteria file and, where there is a rule, once more in code.
/// Sources: domain facts of the project, catalogue R1 to R26; each test names its own.
/// </summary>
public sealed class RealWordingsTests
{
    // Cao Lãnh, Chương trình chuyển đổi số; Nông Cống commune report 2022.
    [Theory]
    [InlineData("secretary", "20")]
    [InlineData("deputy", "10")]
    [InlineData("other", "0")]
    public void R1_ranked_options_the_head_of_the_steering_committee(string head, string points)
    {
        const string rule = """{ "choice": { "of": "head", "options": { "secretary": 1, "deputy": "1/2", "other": 0 } } }""";
        var code = new Choice("head", [new("secretary", 1), new("deputy", Fraction.Of(1, 2)), new("other", 0)]);
        const string figure = """
            { "code": "head", "name": "Head", "kind": "choice", "options": [
              { "code": "secretary", "name": { "vi": "Bí thư", "en": "Secretary" } },
              { "code": "deputy", "name": { "vi": "Phó chủ tịch", "en": "Deputy" } },
              { "code": "other", "name": { "vi": "Khác", "en": "Other" } }] }
            """;
        Earns("20", figure, rule, code, $"head={head}", points);
    }

    // Cao Lãnh: the chair attends all meetings of the province 1/2, presides over its own 1/2.
    [Theory]
    [InlineData("attends=yes presides=yes", "10")]
    [InlineData("attends=yes presides=no", "5")]
    [InlineData("attends=no presides=no", "0")]
    [InlineData("presides=yes", "5")]
    public void R2_checklist_of_independent_items(string figures, string points)
    {
        const string rule = """
            { "sum": { "parts": [
              { "weight": "1/2", "rule": { "steps": { "of": "attends", "levels": [{ "at": 1, "share": 1 }] } } },
              { "weight": "1/2", "rule": { "steps": { "of": "presides", "levels": [{ "at": 1, "share": 1 }] } } }] } }
            """;
        var code = new Sum([new(Fraction.Of(1, 2), Yes("attends")), new(Fraction.Of(1, 2), Yes("presides"))], 1);
        Earns("10", Figure("attends", "yesNo") + "," + Figure("presides", "yesNo"), rule, code, figures, points);
    }

    // District set, thuvienphapluat annex: meetings chaired by the head / all meetings, 20 points.
    [Theory]
    [InlineData("chaired=7 all=9", "140/9")]
    [InlineData("chaired=9 all=9", "20")]
    public void R3_plain_ratio_times_maximum(string figures, string points)
    {
        const string rule = """{ "linear": { "of": { "sum": "chaired", "over": "all" }, "from": 0, "to": 1 } }""";
        Earns("20", Count("chaired") + "," + Count("all"), rule, new Linear(Ratio("chaired", "all"), 0, 1), figures, points);
    }

    // District set: thematic directives signed / the number the province required (loaded by the office).
    [Theory]
    [InlineData("signed=3 required=4", "15")]
    [InlineData("signed=5 required=4", "20")]
    public void R4_ratio_against_a_number_required_from_outside(string figures, string points)
    {
        const string rule = """{ "linear": { "of": { "sum": "signed", "over": "required" }, "to": 1 } }""";
        Earns("20", Count("signed") + ","
            + Count("required", "office"), rule, new Linear(Ratio("signed", "required"), 0, 1), figures, points);
    }

    // District set: the committee met 4 times 20, 3 times 15, twice 10, once 5, else 0.
    [Theory]
    [InlineData("meetings=0", "0")]
    [InlineData("meetings=1", "5")]
    [InlineData("meetings=2", "10")]
    [InlineData("meetings=3", "15")]
    [InlineData("meetings=4", "20")]
    [InlineData("meetings=12", "20")]
    public void R5_banded_count(string figures, string points)
    {
        const string rule = """
            { "steps": { "of": "meetings", "levels": [
              { "at": 1, "share": "1/4" }, { "at": 2, "share": "1/2" }, { "at": 3, "share": "3/4" }, { "at": 4, "share": 1 }] } }
            """;
        var code = new Steps(One("meetings"), [new(1, Fraction.Of(1, 4)), new(2, Fraction.Of(1, 2)), new(3, Fraction.Of(3, 4)), new(4, 1)]);
        Earns("20", Count("meetings"), rule, code, figures, points);
    }

    // Đông Quang: all legal texts assigned in the year issued 1 point, one or more not issued 0.
    [Theory]
    [InlineData("issued=5 assigned=5", "1")]
    [InlineData("issued=4 assigned=5", "0")]
    public void R6_yes_or_no_all_texts_issued(string figures, string points)
    {
        const string rule = """{ "steps": { "of": { "sum": "issued", "over": "assigned" }, "levels": [{ "at": "100%", "share": 1 }] } }""";
        Earns("1", Count("issued") + "," + Count("assigned"), rule, new Steps(Ratio("issued", "assigned"), [new(1, 1)]), figures, points);
    }

    // Ministry of Information and Communications, annex 1B: 1 point per application on the WAN, at most 5.
    [Theory]
    [InlineData("applications=3", "3")]
    [InlineData("applications=9", "5")]
    public void R7_capped_count(string figures, string points)
    {
        const string rule = """{ "linear": { "of": "applications", "to": 5 } }""";
        Earns("5", Count("applications"), rule, new Linear(One("applications"), 0, 5), figures, points);
    }

    // Annex 1B: bandwidth per employee / the highest such value among all, times 40.
    [Fact]
    public void R8_relative_to_the_best_of_the_group()
    {
        const string rule = """{ "linear": { "of": { "sum": "bandwidth", "over": "employees" }, "to": "highest" } }""";
        var set = Read(File("40", Figure("bandwidth", "number") + "," + Count("employees"), Criterion("A.1", "40", rule)));
        ScoringInput[] group =
        [
            Agency(set, "bandwidth=100 employees=50", "a"), Agency(set, "bandwidth=90 employees=30", "b"), Agency(
                set, "bandwidth=7 employees=0", "c"),
            Agency(set, "employees=30", "d"),
        ];
        var scorer = new Scorer(set);
        scorer.ScoreGroup(group).Select(card => card.Total).ShouldBe([26.67m, 40.00m, 0.00m, 0.00m]);
        var alone = scorer.Score(group[0]).Criteria[0];
        (alone.IsComputable, alone.AwaitsGroup, alone.Points).ShouldBe((false, true, Fraction.Zero));
        new Linear(Ratio("bandwidth", "employees"), 0, 0, Target.Highest).ShouldBe(set.Criterion("A.1")?.Rule);
    }

    // Annex 1B: ratio x 45 + count (at most 5) = 50.
    [Theory]
    [InlineData("done=3 all=4 systems=2", "35.75")]
    [InlineData("done=4 all=4 systems=7", "50")]
    public void R9_sum_of_formulas_in_one_criterion(string figures, string points)
    {
        const string rule = """
            { "sum": { "parts": [
              { "weight": "45/50", "rule": { "linear": { "of": { "sum": "done", "over": "all" }, "to": 1 } } },
              { "weight": "5/50", "rule": { "linear": { "of": "systems", "to": 5 } } }] } }
            """;
        var code = new Sum(
            [new(Fraction.Of(45, 50), new Linear(Ratio("done", "all"), 0, 1)), new(Fraction.Of(5, 50), new Linear(One("systems"), 0, 5))],
            1);
        Earns("50", Count("done") + "," + Count("all") + "," + Count("systems"), rule, code, figures, points);
    }

    // Annex 1B: standard of the data centre, case a / case b: the case with the highest points.
    [Theory]
    [InlineData("tier3=no iso=yes", "6")]
    [InlineData("tier3=yes iso=yes", "10")]
    [InlineData("tier3=no iso=no", "0")]
    public void R10_best_of_alternatives(string figures, string points)
    {
        const string rule = """
            { "best": [
              { "steps": { "of": "tier3", "levels": [{ "at": 1, "share": 1 }] } },
              { "steps": { "of": "iso", "levels": [{ "at": 1, "share": "6/10" }] } }] }
            """;
        var code = new Best([Yes("tier3"), new Steps(One("iso"), [new(1, Fraction.Of(6, 10))])]);
        Earns("10", Figure("tier3", "yesNo") + "," + Figure("iso", "yesNo"), rule, code, figures, points);
    }

    // Annex 1B: has a data centre 35, then up to 60 in total by standards met (here 10 each).
    [Theory]
    [InlineData("centre=yes standards=0", "35")]
    [InlineData("centre=yes standards=2", "55")]
    [InlineData("centre=yes standards=4", "60")]
    [InlineData("centre=no standards=4", "25")]
    public void R11_base_points_and_add_ons_with_a_sub_cap(string figures, string points)
    {
        const string rule = """
            { "sum": { "parts": [
              { "weight": "35/60", "rule": { "steps": { "of": "centre", "levels": [{ "at": 1, "share": 1 }] } } },
              { "weight": 1, "rule": { "sum": { "cap": "25/60", "parts": [
                { "weight": 1, "rule": { "linear": { "of": "standards", "to": 6 } } }] } } }] } }
            """;
        var code = new Sum(
            [new(Fraction.Of(35, 60), Yes("centre")), new(1, new Sum([new(1, new Linear(One("standards"), 0, 6))], Fraction.Of(25, 60)))],
            1);
        Earns("60", Figure("centre", "yesNo") + "," + Count("standards"), rule, code, figures, points);
    }

    // Decision 766/QĐ-TTg: satisfaction meets the target of Resolution 76 => 6 of 18 points.
    [Theory]
    [InlineData("satisfaction=90", "6")]
    [InlineData("satisfaction=89.99", "0")]
    public void R12_target_reached(string figures, string points)
    {
        const string rule = """{ "steps": { "of": "satisfaction", "levels": [{ "at": "90%", "share": 1 }] } }""";
        Earns("6", Figure("satisfaction", "percent", "survey"), rule, new Steps(One("satisfaction"), [new(90, 1)]), figures, points);
    }

    // Decision 766: (all feedback - unsatisfied - late) / all feedback.
    [Theory]
    [InlineData("feedback=120 unsatisfied=5 late=3", "14/15")]
    [InlineData("feedback=8 unsatisfied=8 late=3", "0")]
    public void R13_subtraction_in_the_numerator(string figures, string points)
    {
        const string rule = """{ "linear": { "of": { "sum": ["feedback", "-unsatisfied", "-late"], "over": ["feedback"] }, "to": 1 } }""";
        var quantity = new Quantity([new("feedback", false), new("unsatisfied", true), new("late", true)], [new("feedback", false)]);
        Earns("1", Count("feedback") + "," + Count("unsatisfied") + "," + Count("late"), rule, new Linear(quantity, 0, 1), figures, points);
    }

    // Decision 766: files handled on time => up to 20.
    [Theory]
    [InlineData("on-time=4077 handled=4086", "9060/454")]
    [InlineData("on-time=0 handled=4086", "0")]
    public void R14_on_time_ratio_up_to_a_maximum(string figures, string points)
    {
        const string rule = """{ "linear": { "of": { "sum": "on-time", "over": "handled" }, "to": "100%" } }""";
        Earns("20", Count("on-time") + "," + Count("handled"), rule, new Linear(Ratio("on-time", "handled"), 0, 1), figures, points);
    }

    // Đông Quang: no legal text assigned in the year => 3 of 3 points.
    [Fact]
    public void R15_full_points_when_nothing_was_due()
    {
        const string rule = """{ "linear": { "of": { "sum": "issued", "over": "assigned" }, "to": 1 } }""";
        var set = Read(File("3", Count("issued") + "," + Count("assigned"), Criterion("A.1", "3", rule, """, "nothingDue": "full" """)));
        var card = new Scorer(set).Score(Agency(set, "issued=0 assigned=0"));
        (card.Total, card.Criteria[0].State).ShouldBe((3.00m, ResultState.NothingDue));
    }

    // Huế 2020: maximum 50, excluded 2, applicable 48, scored 42,63, rate 89 %, converted 44,41. Nam Đông: 100 - 8 = 92, 78,53 -> 85,36.
    [Theory]
    [InlineData("50", "2", "42.63", "44.41", "89")]
    [InlineData("100", "8", "78.53", "85.36", "85")]
    public void R16_excluded_when_not_applicable_and_converted(string scale, string excluded, string scored, string converted, string rate)
    {
        var rest = (Fraction.Parse(scale) - Fraction.Parse(excluded)).ToString();
        var criteria = Criterion("A.1", rest, $$"""{ "linear": { "of": "points", "to": {{rest}} } }""") + ","
            + Criterion("A.2", excluded, """{ "steps": { "of": "procedures", "levels": [{ "at": 1, "share": 1 }] } }""",
                """, "notApplicable": "exclude" """);
        var set = Read(File(
            scale, Figure("points", "number") + "," + Figure("procedures", "yesNo"), criteria,
            kinds: """{ "code": "none", "name": "None", "agencies": ["so-khcn"], "criteria": ["A.2"] }"""));
        var card = new Scorer(set).Score(Agency(set, $"points={scored}"));
        card.ApplicableMaximum.ShouldBe(Fraction.Parse(rest));
        card.Total.ShouldBe(decimal.Parse(converted, System.Globalization.CultureInfo.InvariantCulture));
        (card.Base * 100 / card.ApplicableMaximum).Round(0).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(rate);
        card.Criteria[1].State.ShouldBe(ResultState.NotApplicable);
    }

    // Decision 922/QĐ-BTTTT: "Đô thị thông minh" collected with 0 points; "Thông tin chung" filled in and not scored.
    [Fact]
    public void R17_collected_and_not_scored()
    {
        var criteria = Criterion("A.1", "10", """{ "linear": { "of": "a", "to": 10 } }""") + ","
            + Criterion("A.2", "0", """{ "linear": { "of": "b", "to": 10 } }""", """, "unscored": true""")
            + """, { "code": "A.3", "name": "Population", "pillar": "society", "maximum": 0, "information": ["population"] }""";
        var set = Read(File("10", Count("a") + "," + Count("b") + "," + Count("population"), criteria));
        var card = new Scorer(set).Score(Agency(set, "a=10 b=5 population=15763"));
        card.Total.ShouldBe(10.00m);
        card.Criteria.Select(result => result.State).ShouldBe([ResultState.Scored, ResultState.Scored, ResultState.Information]);
    }

    // Đông Quang: one or more texts found unlawful and dealt with => 0, otherwise 2.
    [Theory]
    [InlineData("unlawful=0", "2")]
    [InlineData("unlawful=1", "0")]
    [InlineData("unlawful=4", "0")]
    public void R18_zero_on_any_violation(string figures, string points)
    {
        const string rule = """{ "steps": { "of": "unlawful", "levels": [{ "at": 0, "share": 1 }, { "at": 1, "share": 0 }] } }""";
        Earns("2", Count("unlawful"), rule, new Steps(One("unlawful"), [new(0, 1), new(1, 0)]), figures, points);
    }

    // Cao Lãnh: each cited document with number, title, date and full abstract; for meetings the conclusion notice.
    [Fact]
    public void R19_the_form_of_evidence_is_fixed_by_the_criterion()
    {
        const string evidence = """
            , "evidence": { "required": true, "text": { "vi": "Ghi rõ số, tên, ngày và trích yếu văn bản", "en": "Number, title, date and abstract" } }
            """;
        var set = Read(File("5", Count("a"), Criterion("A.1", "5", """{ "linear": { "of": "a", "to": 5 } }""", evidence)));
        (set.Criterion("A.1")?.Evidence).ShouldBe(
            new EvidenceDuty(true, new Bilingual("Ghi rõ số, tên, ngày và trích yếu văn bản", "Number, title, date and abstract")));
    }

    // PAR Index: survey criteria are not self-scored; the score comes from outside.
    [Fact]
    public void R20_survey_points_from_outside()
    {
        var set = Read(File("10", Figure("survey-points", "number", "survey"), Criterion(
            "A.1", "10", """{ "linear": { "of": "survey-points", "to": 10 } }""")));
        var scorer = new Scorer(set);
        var waiting = scorer.Score(Agency(set, "")).Criteria[0];
        (waiting.IsComputable, waiting.Awaited.ShouldHaveSingleItem(), waiting.Missing.Count).ShouldBe((false, "survey-points", 0));
        scorer.Score(Agency(set, "survey-points=8.75")).Total.ShouldBe(8.75m);
    }

    // Information-security index: 50 % measured + 50 % survey.
    [Theory]
    [InlineData("measured=90 survey=71", "80.5")]
    [InlineData("measured=90", "45")]
    public void R21_weighted_blend_of_measured_and_survey(string figures, string points)
    {
        const string rule = """
            { "sum": { "parts": [
              { "weight": "50%", "rule": { "linear": { "of": "measured", "to": 100 } } },
              { "weight": "50%", "rule": { "linear": { "of": "survey", "to": 100 } } }] } }
            """;
        var code = new Sum(
            [new(Fraction.Of(1, 2), new Linear(One("measured"), 0, 100)), new(Fraction.Of(1, 2), new Linear(One("survey"), 0, 100))], 1);
        Earns("100", Figure("measured", "percent", "system") + "," + Figure("survey", "percent", "survey"), rule, code, figures, points);
    }

    // DTI and 766: the value is read from a system (national portal), not from the agency.
    [Fact]
    public void R22_value_taken_from_a_system()
    {
        var set = Read(File(
            "4", Figure("open-data", "percent", "system"), Criterion("A.1", "4", """{ "linear": { "of": "open-data", "to": 80 } }""")));
        (set.Figure("open-data")?.Source).ShouldBe(FigureSource.System);
        new Scorer(set).Score(Agency(set, "open-data=60")).Total.ShouldBe(3.00m);
    }

    // dti.gov.vn: index = sum / maximum from 0 to 1, then the average of the parts, four decimals.
    [Fact]
    public void R23_composite_index_as_the_average_of_its_parts()
    {
        var criteria = string.Join(',', Enumerable.Range(1, 3).Select(part =>
            Criterion($"A.{part}", "1/3", $$"""{ "linear": { "of": "part{{part}}", "to": 100 } }""")));
        var figures = string.Join(',', Enumerable.Range(1, 3).Select(part => Figure($"part{part}", "number")));
        var set = Read(File("1", figures, criteria, """ "decimals": 4 """));
        var card = new Scorer(set).Score(Agency(set, "part1=83 part2=80 part3=77.06"));
        card.Total.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("0.8002");
    }

    // Da Nang 2022 and Decision 2386/QĐ-UBND: the last part is bonus and penalty points, here with caps of 3 and 2.
    [Theory]
    [InlineData("a=90 awards=1 late=0", "91.00")]
    [InlineData("a=90 awards=9 late=0", "93.00")]
    [InlineData("a=90 awards=0 late=9", "88.00")]
    [InlineData("a=99 awards=9 late=1", "100.00")]
    [InlineData("a=1 awards=0 late=2", "0.00")]
    public void R24_bonus_and_penalty_on_top_with_caps(string figures, string total)
    {
        var set = BonusAndPenalty();
        var card = new Scorer(set).Score(Agency(set, figures));
        card.Total.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(total);
    }

    // Usual wording (no readable original with numbers found): at least 80 % earns the maximum, below it ratio / 80 % x maximum.
    [Theory]
    [InlineData("online=80 all=100", "8")]
    [InlineData("online=60 all=100", "6")]
    [InlineData("online=95 all=100", "8")]
    public void R25_threshold_capped_ratio(string figures, string points)
    {
        const string rule = """{ "linear": { "of": { "sum": "online", "over": "all" }, "to": "80%" } }""";
        Earns("8", Count("online") + "," + Count("all"), rule, new Linear(Ratio("online", "all"), 0, Fraction.Of(4, 5)), figures, points);
    }

    // Usual wording (no original with numbers found): 0.5 points off for each late report, 5 points at stake.
    [Theory]
    [InlineData("late=0", "5")]
    [InlineData("late=3", "3.5")]
    [InlineData("late=14", "0")]
    public void R26_deduction_for_each_late_document(string figures, string points)
    {
        const string rule = """{ "linear": { "of": "late", "from": 10, "to": 0 } }""";
        Earns("5", Count("late", "system"), rule, new Linear(One("late"), 10, 0), figures, points);
    }

    private static CriteriaSet BonusAndPenalty() => Read(FileOf(
        "100", Count("a") + "," + Count("awards") + "," + Count("late", "office"), $$"""
        { "code": "A", "name": "A", "criteria": [{{Criterion("A.1", "100", """{ "linear": { "of": "a", "to": 100 } }""")}}] },
        { "code": "B", "name": "B", "block": "bonus", "criteria": [{{Criterion("B.1", "5", """{ "linear": { "of": "awards", "to": 5 } }""")}}] },
        { "code": "P", "name": "P", "block": "penalty", "criteria": [{{Criterion("P.1", "5", """{ "linear": { "of": "late", "to": 5 } }""")}}] }
        """, """ "bonusCap": 3, "penaltyCap": 2 """));

    private static void Earns(string maximum, string figures, string rule, Rule inCode, string values, string points)
    {
        var set = Read(File(maximum, figures, Criterion("A.1", maximum, rule)));
        var input = Agency(set, values);
        new Scorer(set).Score(input).Criteria[0].Points.ShouldBe(Fraction.Parse(points));
        new Scorer(WithRule(set, inCode)).Score(input).Criteria[0].Points.ShouldBe(Fraction.Parse(points));
        CriteriaFile.Write(WithRule(set, inCode)).ShouldBe(CriteriaFile.Write(set));
    }

    private static CriteriaSet WithRule(CriteriaSet set, Rule rule)
    {
        var component = set.Components[0];
        return set with { Components = [component with { Criteria = [component.Criteria[0] with { Rule = rule }] }] };
    }

    private static Quantity One(string figure) => new([new(figure, false)], []);

    private static Quantity Ratio(string over, string under) => new([new(over, false)], [new(under, false)]);

    private static Steps Yes(string figure) => new(One(figure), [new(1, 1)]);
}
