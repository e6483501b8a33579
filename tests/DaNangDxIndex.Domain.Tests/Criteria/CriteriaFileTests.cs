using DaNangDxIndex.Scoring;
using FsCheck;
using FsCheck.Fluent;
using static DaNangDxIndex.Scoring.SmallSet;

namespace DaNangDxIndex.Criteria;

public sealed class CriteriaFileTests
{
    private const string Ratio = """{ "linear": { "of": { "sum": "a", "over": "b" }, "to": 1 } }""";

    [Fact]
    public void A_set_is_written_and_read_back_alike() => Prop.ForAll<int>(seed =>
    {
        var written = CriteriaFile.Write(new RandomSet(seed).Set());
        var reading = CriteriaFile.Read(written);
        reading.Problems.ShouldBeEmpty($"seed {seed}: {string.Join("; ", reading.Problems)}");
        return CriteriaFile.Write(reading.Require()) == written;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_does_not_submit_is_left_out_unless_the_method_says_otherwise()
    {
        CriteriaFile.Read(AuditorFiles.Wards).Require().Method.NotSubmitted.ShouldBe(NotSubmittedPolicy.LeftOut);
        var scored = AuditorFiles.Wards.Replace(
            "\"scale\": 100,", "\"scale\": 100, \"notSubmitted\": \"scored\",", StringComparison.Ordinal);
        CriteriaFile.Read(scored).Require().Method.NotSubmitted.ShouldBe(NotSubmittedPolicy.Scored);
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll<string>(text => CriteriaFile.Read(text ?? "").Set is null).QuickCheckThrowOnFailure();

    [Fact]
    public void No_damage_to_a_file_makes_the_reader_throw() => Prop.ForAll<int, int>((seed, place) =>
    {
        var file = CriteriaFile.Write(new RandomSet(seed).Set());
        var at = Math.Abs(place % file.Length);
        var reading = CriteriaFile.Read(file.Remove(at, Math.Min(file.Length - at, 1 + Math.Abs(place % 40))));
        return (reading.Set is null) == (reading.Problems.Count > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(1_000_000));

    [Fact]
    public void Half_a_surrogate_is_a_problem_and_no_exception() =>
        CriteriaFile.Read("""{ "edition": "\ud800" }""").Problems.ShouldNotBeEmpty();

    [Fact]
    public void A_text_that_would_take_minutes_to_normalise_is_a_problem_at_its_place()
    {
        foreach (var text in new[] { new string('\u0301', 5000), new string('a', 20_001) })
            CriteriaFile.Read($$"""{ "name": "{{text}}" }""").Problems.Where(problem => problem.Pointer == "/name")
                .ShouldHaveSingleItem().Message.En.ShouldContain("longer than 20000 characters");
    }

    [Fact]
    public void Pointers_are_not_built_of_a_name_that_nothing_could_have()
    {
        var items = string.Join(',', Enumerable.Repeat("0", 1000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var problem = CriteriaFile.Read($$"""{ "{{new string('a', 100_000)}}": [{{items}}] }""").Problems.ShouldHaveSingleItem();

        (problem.Pointer, problem.Message.En.Length).ShouldSatisfyAllConditions(
            told => told.Pointer.ShouldBe(""), told => told.Item2.ShouldBeLessThan(200));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000_000);
    }

    [Fact]
    public void A_fault_of_the_JSON_itself_names_its_line() =>
        CriteriaFile.Read("{\n  \"edition\": 2025,\n  \"group\" \"x\"\n}")
            .Problems.ShouldHaveSingleItem().Message.En.ShouldContain("line 3");

    [Theory]
    [InlineData(
        "/components/0/criteria/0/rule/linear/of/sum", "online", "unknown figure",
        """{ "linear": { "of": { "sum": "onlin", "over": "b" }, "to": 1 } }""")]
    [InlineData("/components/0/criteria/0/rule", "out of reach", "unreachable",
        """{ "steps": { "of": { "sum": "online", "over": "b" }, "levels": [{ "at": 1, "share": "3/4" }] } }""")]
    [InlineData("/components/0/criteria/0/rule/sum/parts/0/weight", "weight of 0", "weight",
        """{ "sum": { "parts": [{ "weight": 0, "rule": { "linear": { "of": "b", "to": 1 } } }, { "weight": 1, "rule": { "linear": { "of": "online", "to": 1 } } }] } }""")]
    [InlineData("/components/0/criteria/0/rule/choice/of", "not a choice", "kind", """{ "choice": { "of": "online", "options": {} } }""")]
    [InlineData(
        "/components/0/criteria/0/rule/linear", "nothing between", "span",
        """{ "linear": { "of": { "sum": "online", "over": "b" }, "from": 1, "to": 1 } }""")]
    [InlineData(
        "/components/0/criteria/0/rule/steps/levels/1",
        "above the one before", "order",
        """{ "steps": { "of": { "sum": "online", "over": "b" }, "levels": [{ "at": 2, "share": "1/2" }, { "at": 1, "share": 1 }] } }""")]
    [InlineData("/components/0/criteria/0/rule/lineer", "linear", "rule name", """{ "lineer": { "of": "online", "to": 1 } }""")]
    [InlineData(
        "/components/0/criteria/0/rule/linear/from", "6, 0.95", "number",
        """{ "linear": { "of": { "sum": "online", "over": "b" }, "from": "1,5", "to": 2 } }""")]
    public void A_fault_in_a_rule_has_its_place_and_says_what_to_do(string pointer, string message, string _, string rule)
    {
        var problems = CriteriaFile.Read(SmallSet.File("10", Count("online") + "," + Count("b"), Criterion("A.1", "10", rule))).Problems;
        problems.ShouldContain(problem => problem.Pointer == pointer && problem.Message.En.Contains(message), string.Join('\n', problems));
    }

    [Fact]
    public void A_denominator_that_can_be_zero_needs_a_policy_unless_its_figure_never_is()
    {
        string FileOf(string b) => SmallSet.File("10", Count("a") + "," + b, Criterion("A.1", "10", Ratio), method: """ "decimals": 2 """);
        CriteriaFile.Read(FileOf(Count("b"))).Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/components/0/criteria/0");
        CriteriaFile.Read(FileOf("""{ "code": "b", "name": "b", "kind": "count", "least": 1 }""")).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Ten_faults_give_ten_messages_each_with_its_place()
    {
        var problems = CriteriaFile.Read(TenFaults).Problems;
        problems.Select(problem => problem.Pointer).ShouldBe(
        [
            "/method/tiers/1/to",
            "/method/tiers/3",
            "/components/0/criteria/0/rule/linear/of/sum/0",
            "/components/0/criteria/1/rule/steps/of/1",
            "/components/0/criteria/2/rule",
            "/components/0/criteria/3",
            "/components/0/criteria/4",
            "/components/1/criteria/0/rule",
            "/components",
            "/figures/5",
        ], ignoreOrder: true, string.Join('\n', problems));
        problems.ShouldAllBe(problem => problem.Message.Vi.Length > 20 && problem.Message.En.Length > 20);
    }

    /// <summary>Of two tiers that begin at the same points one would be out of everybody's reach.</summary>
    [Theory]
    [InlineData("90", "/method/tiers/1")]
    [InlineData("90.01", "/method/tiers/1")]
    [InlineData("89.99", null)]
    public void A_tier_begins_below_the_one_above_it_and_not_at_the_same_points(string from, string? pointer) =>
        CriteriaFile.Read(AuditorFiles.Wards.Replace("\"from\": 70 ", $"\"from\": {from} ", StringComparison.Ordinal)).Problems
            .Select(problem => problem.Pointer).ShouldBe(pointer is null ? [] : [pointer]);

    private const string TenFaults = """
        {
          "edition": 2025,
          "group": "departments",
          "name": { "vi": "Mười lỗi", "en": "Ten faults" },
          "method": {
            "scale": 100,
            "tiers": [
              { "code": "excellent", "name": { "vi": "Xuất sắc", "en": "Excellent" }, "from": 85 },
              { "code": "good", "name": { "vi": "Tốt", "en": "Good" }, "from": 70, "to": 84 },
              { "code": "fair", "name": { "vi": "Khá", "en": "Fair" }, "from": 50 },
              { "code": "average", "name": { "vi": "Trung bình", "en": "Average" }, "from": 25 }
            ]
          },
          "figures": [
            { "code": "received", "name": "Received", "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "online", "name": "Online", "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
            { "code": "staff", "name": "Staff", "kind": "count", "unit": { "vi": "người", "en": "people" } },
            { "code": "satisfaction", "name": "Satisfaction", "kind": "percent", "source": "survey" },
            { "code": "late", "name": "Late reports", "kind": "count" },
            { "code": "forgotten", "name": "Nobody reads me", "kind": "count" }
          ],
          "components": [
            { "code": "A", "name": "A", "criteria": [
              { "code": "A.1", "name": "Unknown figure", "pillar": "government", "maximum": 30, "nothingDue": "exclude",
                "rule": { "linear": { "of": { "sum": ["onlin"], "over": ["received"] }, "to": "95%" } } },
              { "code": "A.2", "name": "Files plus people", "pillar": "government", "maximum": 20,
                "rule": { "steps": { "of": ["received", "staff"], "levels": [{ "at": 1, "share": 1 }] } } },
              { "code": "A.3", "name": "Out of reach", "pillar": "government", "maximum": 20,
                "rule": { "linear": { "of": "satisfaction", "to": 120 } } },
              { "code": "A.4", "name": "No policy for 0/0", "pillar": "government", "maximum": 25,
                "rule": { "linear": { "of": { "sum": "online", "over": "received" }, "to": 1 } } },
              { "code": "A.5", "name": "Zero that was not meant", "pillar": "government", "maximum": 0,
                "rule": { "linear": { "of": "staff", "to": 5 } } } ] },
            { "code": "P", "name": "Penalty", "block": "penalty", "criteria": [
              { "code": "P.1", "name": "Declared by the agency", "pillar": "government", "maximum": 5,
                "rule": { "linear": { "of": "late", "to": 5 } } } ] }
          ]
        }
        """;
}
