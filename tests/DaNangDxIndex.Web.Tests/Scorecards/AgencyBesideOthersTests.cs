using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Scorecards;

/// <summary>An agency's public page beside its own year before, and beside others.</summary>
public sealed class AgencyBesideOthersTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_gained_by_more_files_online_is_told_from_what_the_rules_gave()
    {
        var before = await Signing.PublishedAsync(app);
        var edition = await Signing.FinalAsync(app);
        edition.Year.ShouldBe(before.Year + 1);
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE figure_entry SET declared = '80' WHERE year = {edition.Year} AND agency = '{RunningEdition.Agency}' "
            + "AND figure = 'files-online'");
        await Signing.PublishAsync(app, edition);

        var page = await app.Visitor().OpenAsync($"/editions/{edition.Year}/agencies/{RunningEdition.Agency}");

        page.QuerySelectorAll("section[aria-labelledby=like-for-like] td").Select(cell => cell.TextContent)
            .ShouldBe(["+18,00", "0,00", "0,00", "+18,00"]);
        page.QuerySelectorAll("section[aria-labelledby=like-size] tbody tr").Length.ShouldBe(3);
        var sources = page.QuerySelector("section[aria-labelledby=points-by-source]").ShouldNotBeNull().TextContent;
        sources.ShouldContain("Cơ quan kê khai");
        sources.ShouldNotContain("tài liệu", customMessage: "whether there are documents is not published");
        page.QuerySelectorAll("details.agency-details:not([open])").Length.ShouldBe(4);
        var story = await app.Visitor().OpenAsync($"/editions/{edition.Year}/story?agency={RunningEdition.Agency}");
        story.QuerySelector(".story-improved tr.marked td").ShouldNotBeNull().TextContent.ShouldBe("+18,00");
    }

    [Fact]
    public async Task Against_a_year_that_others_printed_nothing_is_compared() =>
        (await app.Visitor().OpenAsync("/editions/2024/agencies/so-yt")).QuerySelector("section[aria-labelledby=like-for-like]")
            .ShouldNotBeNull().TextContent.ShouldContain("Không so sánh được");
}
