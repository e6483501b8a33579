using static DaNangDxIndex.Scoring.SmallSet;

namespace DaNangDxIndex.Scoring;

public sealed class GroupMedianTests
{
    private const string Ratio = """{ "linear": { "of": { "sum": "online", "over": "received" }, "to": "95%" } }""";
    private const string Section = """{ "steps": { "of": "section", "levels": [{ "at": 1, "share": 1 }] } }""";

    [Theory]
    [InlineData("3 1 2", "2")]
    [InlineData("1 2", "3/2")]
    [InlineData("1/3 1/3 1/2 1", "5/12")]
    [InlineData("", null)]
    public void The_middle_is_exact_and_of_an_even_number_the_mean_of_the_two(string values, string? median) =>
        GroupMedian.Of(values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fraction.Parse))
            .ShouldBe(median is null ? null : Fraction.Parse(median));

    [Fact]
    public void Blanks_and_nothing_due_do_not_count()
    {
        InBrief(Ratio, "online=90 received=100", "online=1 received=2", "received=5", "online=0 received=0").ShouldBe("70%");
        InBrief(Ratio, "received=5").ShouldBeNull();
    }

    [Fact]
    public void Of_a_question_it_is_said_how_many_answer_yes() =>
        InBrief(Section, "section=yes", "section=no", "section=yes", "").ShouldBe("có: 2/3");

    [Fact]
    public void Parts_of_a_rule_stand_in_lines_with_their_numbers() => InBrief(
        $$"""{ "sum": { "parts": [{ "weight": "1/2", "rule": {{Ratio}} }, { "weight": "1/2", "rule": {{Section}} }] } }""",
        "online=1 received=2 section=yes").ShouldBe("(1) 50%\n(2) có: 1/1");

    private static string? InBrief(string rule, params string[] agencies)
    {
        var read = new (string Code, string Kind)[] { ("online", "count"), ("received", "count"), ("section", "yesNo") }
            .Where(figure => rule.Contains($"\"{figure.Code}\"", StringComparison.Ordinal));
        var set = Read(File("10", string.Join(", ", read.Select(figure => Figure(figure.Code, figure.Kind))),
            Criterion("A.1", "10", rule)));
        return GroupMedian.InBrief(
            set, set.Criteria.Single(), [.. agencies.Select(figures => Agency(set, figures).Figures)])?.Vi;
    }
}
