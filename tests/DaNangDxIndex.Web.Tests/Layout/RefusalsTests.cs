using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Layout;

/// <summary>What the rules forbid is shown by one place for all pages, and by one for the API.</summary>
public sealed partial class RefusalsTests
{
    [Fact]
    public void No_page_and_no_controller_catches_a_broken_rule()
    {
        var names = typeof(Program).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(PageModel)) || type.IsAssignableTo(typeof(ControllerBase)))
            .Select(type => $"{type.Name.Split('`')[0]}.cs").ToHashSet(StringComparer.Ordinal);
        names.ShouldContain("JudgingModel.cs", "what pages are made of is read as they are");
        var web = Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web");
        var files = Directory.EnumerateFiles(web, "*.cs", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal) || names.Contains(Path.GetFileName(file))).ToList();
        files.Count.ShouldBeGreaterThan(150);
        names.Where(name => !name.EndsWith("Model.cs", StringComparison.Ordinal)).Except(files.Select(Path.GetFileName)).ShouldBeEmpty(
            "a base of pages or a controller stands in a file of its own name");
        files.Where(file => Caught().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [GeneratedRegex(@"catch( \((RuleViolation|ChangedMeanwhile|Exception)\b|\s*$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caught();
}
