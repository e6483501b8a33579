using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>A rule that was written twice once has one home, and is not written again beside it.</summary>
public sealed class OneHomeTests
{
    [Theory]
    [InlineData("UnicodeCategory.NonSpacingMark", "CombiningMarks.cs", "what a mark is")]
    [InlineData("NormalizationForm.FormD", "FoldedText.cs", "how Vietnamese is folded")]
    [InlineData("kind.Components.Contains(component.Code", "CriteriaSet.cs", "which criteria a kind of agency is spared")]
    public void A_rule_is_written_in_its_home_alone(string written, string home, string rule) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains(written, StringComparison.Ordinal))
            .Select(Path.GetFileName).ShouldBe([home], $"{rule} is said in {home}");
}
