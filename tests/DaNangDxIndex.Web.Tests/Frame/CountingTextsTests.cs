using System.Globalization;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Homes;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Story;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Frame;

/// <summary>What is counted in English stands in the form that goes with its number.</summary>
public sealed class CountingTextsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task One_is_said_as_one_and_two_as_two()
    {
        (await SayAsync<RankingTexts>("Words.Counts", 2026, 1, "wards and communes", "1 good"))
            .ShouldBe("In 2026, 1 agency (wards and communes) was assessed: 1 good.");
        (await SayAsync<RankingTexts>("Words.Counts", 2026, 2, "wards and communes", "2 good"))
            .ShouldBe("In 2026, 2 agencies (wards and communes) were assessed: 2 good.");
        (await SayAsync<StoryTexts>("Levels.Agencies", 1)).ShouldBe("1 agency");
        (await SayAsync<HomeTexts>("Proposals.Confirm", 1)).ShouldBe("1 request of someone else waits for your confirmation");
        (await SayAsync<HomeTexts>("Proposals.Confirm", 2)).ShouldBe("2 requests of others wait for your confirmation");
        (await SayAsync<EditionTexts>("NotSubmitted.Lead", 1, 1))
            .ShouldBe("1 of 1 agency has passed the deadline without submitting.");
    }

    private Task<string> SayAsync<T>(string key, params object[] values) => app.InTenantAsync("da-nang", services =>
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            return Task.FromResult(services.GetRequiredService<IStringLocalizer<T>>()[key, values].Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    });
}
