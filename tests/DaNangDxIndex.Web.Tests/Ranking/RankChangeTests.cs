using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scorecards;

namespace DaNangDxIndex.Ranking;

/// <summary>A smaller number is a better rank: from 3 to 1 is two places up, on the page and in what is computed.</summary>
public sealed class RankChangeTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(null, "–", "none")]
    [InlineData(0, "=", "same")]
    [InlineData(2, "2", "up")]
    [InlineData(-2, "2", "down")]
    public void Places_gained_lead_up_and_places_lost_lead_down(int? places, string number, string direction)
    {
        var change = new RankChange(places);
        (change.Number, change.Direction).ShouldBe((number, direction));
    }

    [Theory]
    [InlineData(2019, "up", "tăng 2 bậc")]
    [InlineData(2018, "down", "giảm 2 bậc")]
    public async Task Results_from_print_are_compared_with_the_year_before(int year, string direction, string words)
    {
        await TestApp.AskAsync<int>(app.Superuser, "UPDATE imported_standing SET rank = 3 WHERE year = 2018");

        var page = await app.Visitor().OpenAsync($"/editions/{year}");

        var change = page.QuerySelectorAll(".standings tbody .change").ShouldHaveSingleItem();
        change.ClassList.ShouldContain($"change-{direction}");
        change.TextContent.ShouldContain(words);
    }

    [Theory]
    [InlineData(8, 2)]
    [InlineData(6, 0)]
    [InlineData(1, -5)]
    [InlineData(null, null)]
    public void A_publication_is_compared_with_what_it_has_frozen_of_the_year_before(int? rankBefore, int? change)
    {
        var group = SamplePublication.Announced.Edition.Groups[0];
        var sixth = group.Results.First(result => result.Rank == 6).Agency;
        var before = new ResultBefore(2023, rankBefore, 24, null, null);
        var compared = group with { Entrants = [
            .. group.Entrants.Select(entrant => entrant with { Before = entrant.Agency == sixth ? before : null })] };

        ComputedTable.Of(2024, compared, illustrative: false).Agencies.Single(agency => agency.Code == sixth).Change.ShouldBe(change);
    }

    [Theory]
    [InlineData("total", "asc")]
    [InlineData("total", "desc")]
    [InlineData("change", "asc")]
    [InlineData("change", "desc")]
    public async Task What_is_unknown_stands_last_whichever_way_the_known_is_turned(string sort, string direction)
    {
        var (year, cell, unknown) = sort == "total" ? (2023, ".standings-points", "–") : (2024, ".change", "–");
        var page = await app.Visitor().OpenAsync($"/editions/{year}?group=departments&sort={sort}&dir={direction}");

        var known = page.QuerySelectorAll($".standings tbody {cell}")
            .Select(cell => !cell.TextContent.Trim().StartsWith(unknown, StringComparison.Ordinal)).ToList();

        known.ShouldContain(true);
        known.ShouldContain(false);
        known.ShouldBe(known.OrderDescending());
    }
}
