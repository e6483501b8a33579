using System.Text.Json.Nodes;
using DaNangDxIndex.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Criteria.Notation;

public class RuleNotationTests
{
    private static readonly CriteriaSet Small = SmallSet.Read(SmallSet.File(
        "5",
        $$"""
        { "code": "received", "name": "Received", "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
        { "code": "online", "name": "Online", "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } },
        {{SmallSet.Figure("coverage", "percent")}}, {{SmallSet.Count("meetings")}}
        """,
        string.Join(",",
            SmallSet.Criterion("1", "1", """{ "linear": { "of": { "sum": "online", "over": "received" }, "from": "50%", "to": "95%" } }"""),
            SmallSet.Criterion("2", "1", """{ "linear": { "of": "coverage", "to": 90 } }"""),
            SmallSet.Criterion("3", "1",
                """{ "steps": { "of": ["received", "-online"], "levels": [{ "at": 0.5, "share": "1/3" }, { "at": 4, "share": 1 }] } }"""),
            SmallSet.Criterion("4", "1", """{ "linear": { "of": "meetings", "from": 1, "to": "highest" } }"""),
            SmallSet.Criterion(
                "5", "1", """{ "sum": { "parts": [ { "weight": 1, "rule": { "linear": { "of": "meetings", "to": 6 } } } ] } }"""))));

    [Theory]
    [InlineData("1", "tuyến tính online / received: từ 50% đến 95%", "linear online / received: from 50% to 95%")]
    [InlineData("2", "tuyến tính coverage: từ 0% đến 90%", "linear coverage: from 0% to 90%")]
    [InlineData("3", "bậc received - online: 0,5 = 1/3; 4 = 100%", "steps received - online: 0.5 = 1/3; 4 = 100%")]
    [InlineData("4", "tuyến tính meetings: từ 1 đến cao nhất", "linear meetings: from 1 to highest")]
    [InlineData("5", "tổng: 100% × (tuyến tính meetings: từ 0 đến 6)", "sum: 100% × (linear meetings: from 0 to 6)")]
    public void A_rule_is_one_line_in_either_language(string criterion, string vi, string en)
    {
        var rule = Small.Criterion(criterion).ShouldNotBeNull().Rule.ShouldNotBeNull();

        RuleNotation.Write(rule!, Small.Figure, "vi").ShouldBe(vi);
        RuleNotation.Write(rule!, Small.Figure, "en").ShouldBe(en);
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_rule_in_both_languages() =>
        Prop.ForAll<int>(ReadsAgain).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static void ReadsAgain(int seed)
    {
        var set = new RandomSet(seed).Set();
        foreach (var culture in (string[])["vi", "en"])
        {
            var again = JsonNode.Parse(CriteriaFile.Write(set)).ShouldNotBeNull();
            foreach (var criterion in again["components"]!.AsArray().SelectMany(component => component!["criteria"]!.AsArray()))
            {
                var rule = set.Criterion(criterion!["code"]!.GetValue<string>()).ShouldNotBeNull().Rule.ShouldNotBeNull();
                var reading = RuleNotation.Read(RuleNotation.Write(rule!, set.Figure, culture), culture);
                reading.Refusal.ShouldBeNull(reading.Refusal?.En);
                criterion["rule"] = reading.Rule;
            }

            CriteriaFile.Write(SmallSet.Read(again.ToJsonString())).ShouldBe(CriteriaFile.Write(set));
        }
    }

    [Theory]
    [InlineData("theo tỷ lệ a/b", "Cách tính điểm bắt đầu bằng: tuyến tính, bậc, lựa chọn, tổng hoặc tốt nhất; ở đây là “theo”.")]
    [InlineData("tuyến tính a: từ 0", "Cần “đến” trước “…”.")]
    [InlineData("tuyến tính a: từ 0 đến 0.95", "“0.95”: Nhập 0,95 (dấu phẩy thập phân).")]
    [InlineData("bậc a: 1", "Cần “=” trước “…”.")]
    [InlineData("bậc a: 1 = ", "Thiếu một số trước “…”.")]
    [InlineData("tổng: 50% × tuyến tính a: từ 0 đến 1", "Cần “(” trước “tuyến”.")]
    [InlineData("lựa chọn a: có = 1; có = 0", "Phương án “có” xuất hiện hai lần. Chỉ giữ lại một.")]
    [InlineData("tuyến tính a: từ 0 đến 1 thôi", "“1 thôi”: Nhập số như 1.234,5 (nhiều nhất 15 chữ số và 12 chữ số thập phân).")]
    [InlineData("tốt nhất: (tuyến tính a: từ 0 đến 1) hết", "Không hiểu phần từ “hết” trở đi.")]
    public void What_cannot_be_understood_is_told_with_its_place(string text, string why) =>
        (RuleNotation.Read(text, "vi").Refusal?.Vi).ShouldBe(why);
}
