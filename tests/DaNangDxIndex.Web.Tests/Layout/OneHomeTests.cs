using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>A rule that was written twice once has one home, and is not written again beside it.</summary>
public sealed class OneHomeTests
{
    [Theory]
    [InlineData("UnicodeCategory.NonSpacingMark", "CombiningMarks.cs", "what a mark is")]
    [InlineData("NormalizationForm.FormD", "FoldedText.cs", "how Vietnamese is folded")]
    [InlineData("kind.Components.Contains(component.Code", "CriteriaSet.cs", "which criteria a kind of agency is spared")]
    [InlineData("FromHours(7)", "VietNamTime.cs", "how far Viet Nam's time is ahead")]
    [InlineData("== '\"'", "CsvReader.cs", "where a quoted field of a table begins and ends")]
    [InlineData("Replace(\"\\\"\", \"\\\"\\\"\"", "CsvText.cs", "how a quotation mark is written in a table")]
    [InlineData("id you mean", "Likeness.cs", "which word was meant")]
    public void A_rule_is_written_in_its_home_alone(string written, string home, string rule) =>
        HomesOf(written).ShouldBe([home], $"{rule} is said in {home}");

    [Theory]
    [InlineData("AddHours(7)")]
    [InlineData("Ho_Chi_Minh")]
    [InlineData("SE Asia Standard Time")]
    [InlineData("+07")]
    public void Nobody_reckons_the_time_of_Viet_Nam_otherwise(string written) => HomesOf(written).ShouldBeEmpty();

    [Theory]
    [InlineData("72 giờ", "LinkRules.Lives")]
    [InlineData("72 hours", "LinkRules.Lives")]
    [InlineData("trong 3 ngày", "Proposal.Waits")]
    [InlineData("within 3 days", "Proposal.Waits")]
    [InlineData("chờ 15 phút", "DoorRules.Closed")]
    [InlineData("wait 15 minutes", "DoorRules.Closed")]
    [InlineData("5 lần nhập sai", "DoorRules.Guesses")]
    [InlineData("five wrong", "DoorRules.Guesses")]
    public void What_a_rule_says_is_filled_into_the_texts_and_not_written_there(string written, string rule) =>
        HomesOf(written).ShouldBeEmpty($"the texts take it from {rule}");

    [Fact]
    public void Reason_codes_are_worded_in_one_place()
    {
        foreach (var reason in Enum.GetValues<ReasonCode>().Except([ReasonCode.Other]))
        {
            var words = ReasonInWords.Of(reason);
            HomesOf($"\"{words.Vi}\"").ShouldBe(["ReasonInWords.cs"], words.Vi);
            HomesOf($">{words.Vi}<").ShouldBeEmpty(words.Vi);
            HomesOf($">{words.En}<").ShouldBeEmpty(words.En);
        }
    }

    private static IEnumerable<string?> HomesOf(string written) =>
        Written.Value.Where(file => file.Text.Contains(written, StringComparison.Ordinal)).Select(file => Path.GetFileName(file.Path));

    private static readonly Lazy<List<(string Path, string Text)>> Written = new(() =>
    [
        .. new[] { "*.cs", "*.cshtml", "*.resx" }
            .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), kind, SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(file))),
    ]);
}
