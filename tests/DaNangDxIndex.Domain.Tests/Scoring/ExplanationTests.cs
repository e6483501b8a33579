using System.Text.RegularExpressions;
using DaNangDxIndex.Text;
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

    private const string Model = """
        { "code": "k", "name": { "vi": "k vi", "en": "k en" }, "kind": "count", "unit": { "vi": "mô hình", "en": "models" } }
        """;

    private const string Models = Model + """
        , { "code": "all", "name": { "vi": "all vi", "en": "all en" }, "kind": "count", "unit": { "vi": "mô hình", "en": "models" } }
        """;

    private static readonly Regex Printed = new(
        @"\((?<value>[\d.]+) − 1\)/\(99 − 1\) × 37 = (?<points>[\d.]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private const string Options = """
        { "code": "c", "name": { "vi": "c vi", "en": "c en" }, "kind": "choice", "options": [
          { "code": "a", "name": { "vi": "a vi", "en": "a en" } }, { "code": "b", "name": { "vi": "b vi", "en": "b en" } }, { "code": "d", "name": { "vi": "d vi", "en": "d en" } }] }
        """;

    [Fact]
    public void A_reached_target_is_said_with_its_figures()
    {
        var explanation = Explain("6", Files, Ratio, "online=3468 received=3471");
        explanation.Sentence.Typed().ShouldBe(new Bilingual(
            "3.468/3.471 = 99,91%, đạt mục tiêu 95% → 6,00/6,00 điểm", "3,468/3,471 = 99.91%, target of 95% reached → 6.00/6.00 points"));
        explanation.Figures.Select(read => read.Value.Typed())
            .ShouldBe([new Bilingual("3.468 hồ sơ", "3,468 files"), new Bilingual("3.471 hồ sơ", "3,471 files")]);
        explanation.Rule.Typed().ShouldBe(new Bilingual(
            "“Hồ sơ trực tuyến”/“Hồ sơ tiếp nhận”: từ 95% trở lên: 6 điểm; dưới 95%: tính theo tỷ lệ.",
            "“Files online”/“Files received”: 6 points at 95% or more; pro rata below."));
    }

    [Theory]
    [InlineData("online=1110 received=1297", "1.110/1.297 = 85,58%; 85,58/95 × 6 = 5,41 điểm")]
    [InlineData("received=1297", "chưa có số liệu “Hồ sơ trực tuyến” → 0,00/6,00 điểm")]
    [InlineData("online=0 received=0", "Không phát sinh trong năm (0/0): không tính vào điểm tối đa")]
    [InlineData(
        "online=3 received=0",
        "“Hồ sơ trực tuyến”/“Hồ sơ tiếp nhận”: số liệu không hợp lệ (mẫu số bằng 0 hoặc âm) → 0,00/6,00 điểm")]
    public void Each_outcome_has_its_words(string figures, string sentence) =>
        Explain("6", Files, Ratio, figures).Sentence.Vi.Typed().ShouldBe(sentence);

    [Fact]
    public void A_method_that_cuts_off_explains_points_cut_off()
    {
        var set = Read(
            SmallSet.File("6", Files, Criterion("A.1", "6", Ratio), """ "nothingDue": "exclude", "rounding": { "mode": "truncate" } """));
        var input = Agency(set, "online=1110 received=1297");

        Explanation.Of(set, new Scorer(set).Score(input).Criteria[0], input).Points.Typed().ShouldBe(
            new Bilingual("5,40/6,00 điểm", "5.40/6.00 points"));
    }

    [Fact]
    public void Points_of_an_appraiser_are_said_to_be_so() =>
        Explain("6", Files, Ratio, "online=1 received=2", input => input.Deciding("A.1", VerdictDecision.Points, "4.5")).Sentence.Typed()
            .ShouldBe(new Bilingual(
                "Điểm do Tổ thẩm định xác định → 4,50/6,00 điểm",
                "Points set by the appraisal team → 4.50/6.00 points"));

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
        explanation.Rule.Vi.Typed().ShouldBe(
            "Tổng điểm các nội dung: (1) “n vi”: từ 4: 4 điểm; từ 1: 2 điểm; dưới 1: 0 điểm; (2) Chọn phương án có điểm cao nhất: "
            + "(2.1) “y vi”: có: 4 điểm; không: 0 điểm; (2.2) “late vi”: 0: 4 điểm; "
            + "từ 4 trở lên: 0 điểm; trên 0 đến dưới 4: nội suy tuyến tính.");
        explanation.Points.Typed().ShouldBe(new Bilingual("5,00/8,00 điểm", "5.00/8.00 points"));
        explanation.Steps.Select(step => step.Vi.Typed()).ShouldBe([
            "(1) “n vi”: 2, đạt 50% số điểm",
            "(2.1) “y vi”: không",
            "(2.2) “late vi”: 1; (4 − 1)/4 = 75% số điểm"]);
    }

    [Fact]
    public void A_yes_is_said_as_yes() =>
        Explain("2", Figure("y", "yesNo"), """{ "steps": { "of": "y", "levels": [{ "at": 1, "share": 1 }] } }""", "y=yes").Sentence.Typed()
            .ShouldBe(new Bilingual("“y vi”: có → 2,00/2,00 điểm", "“y en”: yes → 2.00/2.00 points"));

    [Fact]
    public void Options_are_said_from_the_most_points_to_the_least() =>
        Explain("2", Options, """{ "choice": { "of": "c", "options": { "a": "1/2", "b": 0, "d": 1 } } }""", "c=a").Rule.Vi.Typed()
            .ShouldBe("“c vi”: d vi: 2 điểm; a vi: 1 điểm; b vi: 0 điểm.");

    [Theory]
    [InlineData("linear", """{ "linear": { "of": "k", "to": 4 } }""",
        "“k vi”: mỗi mô hình 0,5 điểm, tối đa 2 điểm.",
        "“k en”: 0.5 points per model, at most 2 points.")]
    [InlineData(
        "none", """{ "linear": { "of": "k", "from": 1, "to": 0 } }""", "“k vi”: không có mô hình: 2 điểm; từ 1 mô hình trở lên: 0 điểm.",
            "“k en”: no models: 2 points; 1 model or more: 0 points.")]
    [InlineData("band", """{ "linear": { "of": { "sum": "k", "over": "all" }, "from": "50%", "to": 1 } }""",
        "“k vi”/“all vi”: đạt 100%: 2 điểm; từ 50% trở xuống: 0 điểm; trên 50% đến dưới 100%: nội suy tuyến tính.",
        "“k en”/“all en”: 2 points at 100%; 0 points at 50% or less; pro rata in between.")]
    [InlineData("best", """{ "linear": { "of": "k", "to": "highest" } }""",
        "“k vi”: điểm = giá trị của cơ quan, đơn vị/giá trị cao nhất trong khối × 2.",
        "“k en”: points = value/highest value in the group × 2.")]
    [InlineData("steps", """{ "steps": { "of": "k", "levels": [{ "at": 1, "share": "1/3" }, { "at": 4, "share": 1 }] } }""",
        "“k vi”: từ 4 mô hình: 2 điểm; từ 1 mô hình: 1/3 số điểm tối đa; không có mô hình: 0 điểm.",
        "“k en”: 2 points from 4 models; 1/3 of the maximum from 1 model; no models: 0 points.")]
    public void Rules_read_like_a_guidance_document(string kind, string rule, string vi, string en) =>
        Explain("2", ModelsOf(rule), rule, rule.Contains("over", StringComparison.Ordinal) ? "k=1 all=2" : "k=1")
            .Rule.Typed().ShouldBe(new Bilingual(vi, en), kind);

    [Theory]
    [InlineData(
        """{ "linear": { "of": { "sum": "k", "over": "all" }, "from": "50%", "to": 1 } }""",
        "k=33 all=39", "33/39 = 84,62%; (84,62 − 50)/(100 − 50) × 2 = 1,38 điểm")]
    [InlineData("""{ "linear": { "of": { "sum": "k", "over": "all" }, "to": 1 } }""", "k=1 all=3", "1/3 = 33,33%; 33,33% × 2 = 0,67 điểm")]
    [InlineData(
        """{ "linear": { "of": { "sum": "k", "over": "all" }, "from": "50%", "to": 1 } }""",
        "k=1 all=2", "1/2 = 50%, không vượt 50% → 0,00/2,00 điểm")]
    [InlineData("""{ "linear": { "of": "k", "from": 1, "to": 0 } }""", "k=1", "“k vi”: 1 mô hình: không có điểm → 0,00/2,00 điểm")]
    [InlineData("""{ "linear": { "of": "k", "from": 10, "to": 4 } }""", "k=7", "“k vi”: 7 mô hình; (10 − 7)/(10 − 4) × 2 = 1,00 điểm")]
    [InlineData(
        """{ "linear": { "of": "k", "to": "highest" } }""", "k=7", "“k vi”: 7 mô hình, chưa đủ số liệu của khối để so sánh → chưa tính")]
    public void A_value_between_the_ends_shows_its_sum(string rule, string values, string sentence) =>
        Explain("2", ModelsOf(rule), rule, values).Sentence.Vi.Typed().ShouldBe(sentence);

    // A ratio of two units is a number: it is shown with as many decimals as the sum behind it uses.
    [Fact]
    public void A_ratio_that_is_no_percentage_is_printed_as_exactly_as_its_sum_uses_it()
    {
        const string figures = """
            { "code": "pcs", "name": { "vi": "máy", "en": "computers" }, "kind": "count", "unit": { "vi": "máy", "en": "computers" } },
            { "code": "staff", "name": { "vi": "người", "en": "staff" }, "kind": "count", "unit": { "vi": "người", "en": "people" } }
            """;
        const string rule = """{ "linear": { "of": { "sum": "pcs", "over": "staff" }, "to": 1 } }""";
        Explain("3", figures, rule, "pcs=130 staff=139").Sentence.Vi.Typed().ShouldBe("130/139 = 0,935; 0,935/1 × 3 = 2,81 điểm");
        Explain("3", figures, rule, "pcs=140 staff=139").Sentence.Vi.Typed().ShouldStartWith("140/139 = 1,0072,");
    }

    // 2 decimals of a percentage are not always enough to type the sum again.
    [Fact]
    public void The_printed_sum_gives_the_printed_points() => Prop.ForAll<int, int>((seed, other) =>
    {
        var (part, all) = (1 + Math.Abs(seed % 9_999), 10_000 + Math.Abs(other % 90_000));
        var sentence = Explain("37", Models,
            """{ "linear": { "of": { "sum": "k", "over": "all" }, "from": "1/100", "to": "99%" } }""", $"k={part} all={all}").Sentence.En;
        if (Printed.Match(sentence) is not { Success: true } match)
            return true;
        var (value, points) =
            (decimal.Parse(match.Groups["value"].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups["points"].Value);
        ((Fraction)((value - 1) * 37) / 98).Round(2).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(points);
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(1_000_000));

    [Fact]
    public void A_rule_of_the_penalty_block_takes_points_off()
    {
        var (rule, sentence) = Penalty("""{ "linear": { "of": "late", "to": 15 } }""");
        rule.ShouldBe(new Bilingual(
            "“late vi”: từ 15 trở lên: trừ 3 điểm; dưới 15: tính theo tỷ lệ.",
            "“late en”: 3 points deducted at 15 or more; pro rata below."));
        sentence.Vi.ShouldBe("“late vi”: 1; −1/15 × 3 = −0,20 điểm");
        (rule, sentence) = Penalty("""{ "steps": { "of": "late", "levels": [{ "at": 1, "share": 1 }] } }""");
        rule.ShouldBe(new Bilingual("“late vi”: từ 1: trừ 3 điểm.", "“late en”: 3 points deducted from 1."));
        sentence.Vi.ShouldBe("“late vi”: 1, trừ tối đa → −3,00 điểm");
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
                (explanation.Sentence.Vi.Length, explanation.Sentence.En.Length).ShouldBe(
                    (explanation.Sentence.Vi.Trim().Length, explanation.Sentence.En.Trim().Length));
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
        return (explanation.Rule.Typed(), explanation.Sentence.Typed());
    }

    private static string ModelsOf(string rule) => rule.Contains("all", StringComparison.Ordinal) ? Models : Model;

    private static Explanation Explain(
        string maximum, string figures, string rule, string values, Func<ScoringInput, ScoringInput>? change = null)
    {
        var set = Read(SmallSet.File(maximum, figures, Criterion("A.1", maximum, rule)));
        var input = (change ?? (scoringInput => scoringInput))(Agency(set, values));
        return Explanation.Of(set, new Scorer(set).Appraise(input, null).Criteria[0], input);
    }
}
