using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;
using FsCheck;
using FsCheck.Fluent;
using static DaNangDxIndex.Scoring.SmallSet;

namespace DaNangDxIndex.Scoring;

public sealed class ExplanationTests
{
    private const string Files = """
        { "code": "online", "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
        { "code": "received", "name": { "vi": "Hồ sơ tiếp nhận", "en": "Files received" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } }
        """;

    private const string Ratio = """{ "linear": { "of": { "sum": "online", "over": "received" }, "to": "95%" } }""";

    private const string Options = """
        { "code": "c", "name": { "vi": "c vi", "en": "c en" }, "kind": "choice", "options": [
          { "code": "a", "name": { "vi": "a vi", "en": "a en" } }, { "code": "b", "name": { "vi": "b vi", "en": "b en" } }, { "code": "d", "name": { "vi": "d vi", "en": "d en" } }] }
        """;

    [Fact]
    public void A_reached_target_is_said_with_its_figures()
    {
        var explanation = Explain("6", Files, Ratio, "online=3468 received=3471");
        explanation.Sentence.ShouldBe(new Bilingual(
            "3.468 / 3.471 = 99,91 %, đạt mục tiêu 95 % → 6,00 / 6,00", "3,468 / 3,471 = 99.91%, reaches the target of 95% → 6.00 / 6.00"));
        explanation.Figures.Select(one => one.Value).ShouldBe([new Bilingual("3.468 hồ sơ", "3,468 files"), new Bilingual("3.471 hồ sơ", "3,471 files")]);
        explanation.Rule.ShouldBe(new Bilingual(
            "“Hồ sơ trực tuyến” / “Hồ sơ tiếp nhận”: đạt 95 % trở lên được 6 điểm, thấp hơn thì tính theo tỷ lệ.",
            "“Files online” / “Files received”: 6 points at 95% or more, in proportion below."));
    }

    [Theory]
    [InlineData("online=1110 received=1297", "1.110 / 1.297 = 85,58 %, bằng 90,09 % của mục tiêu 95 % → 5,41 / 6,00")]
    [InlineData("received=1297", "chưa có số liệu “Hồ sơ trực tuyến” → 0,00 / 6,00")]
    [InlineData("online=0 received=0", "Không phát sinh (0 / 0): không tính vào điểm tối đa → không tính điểm")]
    [InlineData("online=3 received=0", "“Hồ sơ trực tuyến” / “Hồ sơ tiếp nhận”: số liệu mâu thuẫn (mẫu số không lớn hơn 0) → 0,00 / 6,00")]
    public void Each_outcome_has_its_words(string figures, string sentence) => Explain("6", Files, Ratio, figures).Sentence.Vi.ShouldBe(sentence);

    [Fact]
    public void A_method_that_cuts_off_explains_points_cut_off()
    {
        var set = Read(SmallSet.File("6", Files, Criterion("A.1", "6", Ratio), """ "nothingDue": "exclude", "rounding": { "mode": "truncate" } """));
        var input = Agency(set, "online=1110 received=1297");

        Explanation.Of(set, new Scorer(set).Score(input).Criteria[0], input).Points.ShouldBe(new Bilingual("5,40 / 6,00", "5.40 / 6.00"));
    }

    [Fact]
    public void Points_of_an_appraiser_are_said_to_be_so() =>
        Explain("6", Files, Ratio, "online=1 received=2", input => input.Deciding("A.1", VerdictDecision.Points, "4.5")).Sentence
            .ShouldBe(new Bilingual("Người thẩm định cho điểm → 4,50 / 6,00", "Points set by the appraiser → 4.50 / 6.00"));

    [Fact]
    public void What_waits_for_the_survey_is_not_yet_computed() =>
        Explain("6", Figure("s", "percent", "survey"), """{ "linear": { "of": "s", "to": 90 } }""", "").Sentence
            .ShouldBe(new Bilingual("chưa có số liệu “s vi” → chưa tính", "no figure for “s en” → not yet counted"));

    [Fact]
    public void Steps_choices_sums_and_alternatives_are_said_in_points()
    {
        const string rule = """
            { "sum": { "parts": [
              { "weight": "1/2", "rule": { "steps": { "of": "n", "levels": [{ "at": 1, "share": "1/2" }, { "at": 4, "share": 1 }] } } },
              { "weight": "1/2", "rule": { "best": [
                { "steps": { "of": "y", "levels": [{ "at": 1, "share": 1 }] } },
                { "linear": { "of": "late", "from": 4, "to": 0 } }] } }] } }
            """;
        var explanation = Explain("8", Count("n") + "," + Figure("y", "yesNo") + "," + Count("late"), rule, "n=2 y=no late=1");
        explanation.Rule.Vi.ShouldBe(
            "Cộng các phần: (1) “n vi”: từ 4 được 4 điểm; từ 1 được 2 điểm; dưới 1 được 0 điểm; "
            + "(2) Lấy cách tính có điểm cao nhất: (2.1) “y vi”: có thì được 4 điểm, không thì được 0 điểm; (2.2) “late vi”: 0 được 4 điểm, giảm đều, từ 4 trở lên được 0 điểm.");
        explanation.Points.ShouldBe(new Bilingual("5,00 / 8,00", "5.00 / 8.00"));
        explanation.Steps.Select(step => step.Vi).ShouldBe([
            "(1) “n vi”: 2, mức từ 1: được 50 % số điểm",
            "(2.1) “y vi”: không",
            "(2.2) “late vi”: 1, đạt 75 % khoảng từ 4 đến mục tiêu 0"]);
    }

    [Fact]
    public void A_yes_is_said_as_yes() =>
        Explain("2", Figure("y", "yesNo"), """{ "steps": { "of": "y", "levels": [{ "at": 1, "share": 1 }] } }""", "y=yes").Sentence
            .ShouldBe(new Bilingual("“y vi”: có, được 100 % số điểm → 2,00 / 2,00", "“y en”: yes, 100% of the points → 2.00 / 2.00"));

    [Fact]
    public void Options_are_said_from_the_most_points_to_the_least() =>
        Explain("2", Options, """{ "choice": { "of": "c", "options": { "a": "1/2", "b": 0, "d": 1 } } }""", "c=a").Rule.Vi
            .ShouldBe("“c vi”: d vi: 2 điểm; a vi: 1 điểm; b vi: 0 điểm.");

    [Fact]
    public void A_rule_of_the_penalty_block_takes_points_off()
    {
        var (rule, sentence) = Penalty("""{ "linear": { "of": "late", "to": 15 } }""");
        rule.ShouldBe(new Bilingual("“late vi”: từ 15 trở lên trừ 3 điểm, thấp hơn thì trừ theo tỷ lệ.", "“late en”: 3 points off at 15 or more, in proportion below."));
        sentence.Vi.ShouldBe("“late vi”: 1, bằng 6,67 % của mức 15 → trừ 0,20 / 3,00");
        (rule, sentence) = Penalty("""{ "steps": { "of": "late", "levels": [{ "at": 1, "share": 1 }] } }""");
        rule.ShouldBe(new Bilingual("“late vi”: từ 1 trừ 3 điểm; dưới 1 không trừ điểm.", "“late en”: 3 points off from 1; nothing off below 1."));
        sentence.Vi.ShouldBe("“late vi”: 1, mức từ 1: trừ 100 % số điểm → trừ 3,00 / 3,00");
    }

    [Fact]
    public void Every_result_of_every_set_can_be_explained() => Prop.ForAll<int>(seed =>
    {
        var maker = new RandomSet(seed);
        var set = maker.Set();
        var group = maker.Group(set, 5);
        var scorer = new Scorer(set);
        var best = scorer.BestOf(group);
        foreach (var input in group)
        {
            foreach (var result in scorer.Score(input, best).Criteria)
            {
                var explanation = Explanation.Of(set, result, input, best);
                (explanation.Sentence.Vi.Length, explanation.Sentence.En.Length).ShouldBe((explanation.Sentence.Vi.Trim().Length, explanation.Sentence.En.Trim().Length));
                explanation.Rule.Vi.ShouldEndWith(".");
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(1_000_000));

    private static (Bilingual Rule, Bilingual Sentence) Penalty(string rule)
    {
        var set = Read(FileOf("6", Count("n") + "," + Count("late", "office"), $$"""
            { "code": "A", "name": "A", "criteria": [{{Criterion("A.1", "6", """{ "linear": { "of": "n", "to": 1 } }""")}}] },
            { "code": "P", "name": "P", "block": "penalty", "criteria": [{{Criterion("P.1", "3", rule)}}] }
            """));
        var input = Agency(set, "n=1 late=1");
        var explanation = Explanation.Of(set, new Scorer(set).Score(input).Criteria[1], input);
        return (explanation.Rule, explanation.Sentence);
    }

    private static Explanation Explain(string maximum, string figures, string rule, string values, Func<ScoringInput, ScoringInput>? change = null)
    {
        var set = Read(SmallSet.File(maximum, figures, Criterion("A.1", maximum, rule)));
        var input = (change ?? (one => one))(Agency(set, values));
        return Explanation.Of(set, new Scorer(set).Appraise(input, null).Criteria[0], input);
    }
}
