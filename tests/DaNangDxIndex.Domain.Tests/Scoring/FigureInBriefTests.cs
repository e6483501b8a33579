using static DaNangDxIndex.Scoring.SmallSet;

namespace DaNangDxIndex.Scoring;

public sealed class FigureInBriefTests
{
    private static readonly (string Code, string Members)[] Figures =
    [
        ("online",
            """ "name": { "vi": "Hồ sơ trực tuyến", "en": "Files online" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } """),
        ("received",
            """ "name": { "vi": "Hồ sơ tiếp nhận", "en": "Files received" }, "kind": "count", "unit": { "vi": "hồ sơ", "en": "files" } """),
        ("section", """ "name": { "vi": "Chuyên mục", "en": "Section" }, "kind": "yesNo" """),
        ("plan", """
            "name": { "vi": "Kế hoạch", "en": "Plan" }, "kind": "choice", "options": [
              { "code": "early", "name": { "vi": "Ban hành sớm", "en": "Issued early" } },
              { "code": "late", "name": { "vi": "Ban hành muộn", "en": "Issued late" } }]
            """),
    ];

    private const string Ratio = """{ "linear": { "of": { "sum": "online", "over": "received" }, "to": "95%" } }""";
    private const string Section = """{ "steps": { "of": "section", "levels": [{ "at": 1, "share": 1 }] } }""";

    [Theory]
    [InlineData(Ratio, "online=3468 received=3471", "3.468/3.471 = 99,91%", "95%")]
    [InlineData(Ratio, "online=0 received=0", "0/0", "95%")]
    [InlineData(Ratio, "received=5", "không có số liệu", "95%")]
    [InlineData(Section, "section=yes", "có", "có")]
    [InlineData("""{ "linear": { "of": "online", "to": 200 } }""", "online=12", "12 hồ sơ", "200 hồ sơ")]
    [InlineData("""{ "choice": { "of": "plan", "options": { "early": 1, "late": 0 } } }""", "plan=late", "Ban hành muộn", null)]
    [InlineData("""{ "linear": { "of": "online", "to": "highest" } }""", "online=12", "12 hồ sơ", "cao nhất khối 12 hồ sơ")]
    public void A_figure_and_its_target_are_short(string rule, string figures, string figure, string? target)
    {
        var brief = Brief(rule, figures);

        Plain(brief.Figure?.Vi).ShouldBe(figure);
        Plain(brief.Target?.Vi).ShouldBe(target);
    }

    [Fact]
    public void Parts_of_a_rule_stand_in_lines_with_their_numbers()
    {
        var brief = Brief(
            $$"""{ "sum": { "parts": [{ "weight": "1/2", "rule": {{Ratio}} }, { "weight": "1/2", "rule": {{Section}} }] } }""",
            "online=1 received=2");

        Plain(brief.Figure?.En).ShouldBe("(1) 1/2 = 50%\n(2) no data");
        Plain(brief.Target?.En).ShouldBe("(1) 95%\n(2) yes");
    }

    // Spaces that hold together are spaces to whoever reads.
    private static string? Plain(string? text) => text?.Replace('\u00a0', ' ');

    private static FigureInBrief Brief(string rule, string figures)
    {
        // A set holds no figure that nothing reads.
        var read = Figures.Where(figure => rule.Contains($"\"{figure.Code}\"", StringComparison.Ordinal));
        var set = Read(SmallSet.File(
            "6", string.Join(", ", read.Select(figure => $$"""{ "code": "{{figure.Code}}", {{figure.Members}} }""")),
            Criterion("A.1", "6", rule)));
        var input = Agency(set, figures);
        return FigureInBrief.Of(set, set.Criteria.First(), input, new Scorer(set).BestOf([input]));
    }
}
