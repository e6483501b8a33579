using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Hosting;

/// <summary>The framework writes a link to a page that is not there as a link to nowhere, and says nothing.</summary>
public sealed partial class LinksByPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void Every_link_by_the_name_of_a_page_leads_to_a_page_that_is_there()
    {
        var there = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).ToHashSet(StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web"), "*.cshtml*", SearchOption.AllDirectories)
            .SelectMany(
                file => Named().Matches(File.ReadAllText(file)),
                (file, match) => (File: Path.GetFileName(file), Page: match.Groups["page"].Value)).ToList();
        named.Count.ShouldBeGreaterThan(20);
        named.Where(link => !there.Contains(link.Page)).ShouldBeEmpty();
    }

    [GeneratedRegex(
        """(asp-page="|Url\.Page\("|RedirectToPage\(")(?<page>/[A-Za-z/]+)""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
