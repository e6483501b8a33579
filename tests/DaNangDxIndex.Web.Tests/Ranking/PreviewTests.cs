using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Ranking;

/// <summary>What office and signatory see of results while agencies may still submit.</summary>
[Collection(OnlyRead.Name)]
public sealed class PreviewTests(TestApp app)
{
    [Theory]
    [InlineData("/editions/2025/preview", "Chưa nộp hồ sơ: chưa chấm điểm, chưa xếp hạng")]
    [InlineData("/editions/2025/publish", "Chưa nộp hoặc không nộp hồ sơ")]
    public async Task While_agencies_may_submit_none_is_said_to_have_failed_to(string path, string told)
    {
        var main = (await (await app.SignedInAsync(Role.Signatory)).OpenAsync(path)).QuerySelector("main").ShouldNotBeNull();
        main.TextContent.ShouldContain(told);
        main.QuerySelectorAll("th").ShouldAllBe(heading => !heading.TextContent.Trim().StartsWith("Không nộp hồ sơ"));
    }

    [Fact]
    public async Task Fewer_of_the_best_tier_is_no_news_while_agencies_may_submit()
    {
        var main = (await (await app.SignedInAsync(Role.Signatory)).OpenAsync("/editions/2025/preview")).QuerySelector("main");
        main.ShouldNotBeNull().TextContent.ShouldContain("chưa nộp hồ sơ.");
        main.TextContent.ShouldNotContain("so với năm 2024");
    }

    [Fact]
    public async Task A_place_among_those_who_are_there_so_far_is_compared_with_no_place_among_all()
    {
        var signatory = await app.SignedInAsync(Role.Signatory);
        var main = (await signatory.OpenAsync("/editions/2025/preview")).QuerySelector("main").ShouldNotBeNull();
        main.QuerySelectorAll("td.standings-rank").ShouldNotBeEmpty();
        main.QuerySelectorAll(".standings-change").ShouldBeEmpty();
        main.TextContent.ShouldContain("Chưa so thứ hạng với năm 2024");
        (await signatory.OpenAsync("/editions/2025/findings")).QuerySelector("main").ShouldNotBeNull().TextContent
            .ShouldNotMatch(@"(tăng|giảm) \d+ bậc");
    }
}
