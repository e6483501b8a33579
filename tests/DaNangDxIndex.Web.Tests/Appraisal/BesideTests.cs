using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>What stands beside a criterion while it is judged: last year, and how the same was judged elsewhere.</summary>
public sealed class BesideTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Last_years_figure_and_verdict_stand_beside_and_verdicts_elsewhere_are_precedents_by_their_reason()
    {
        var before = await RunningEdition.AddAsync(app);
        await CutAsync(before, RunningEdition.Agency, "Năm trước thiếu biểu 02");
        var edition = await RunningEdition.AddAsync(app);
        await CutAsync(edition, RunningEdition.Third, "Biểu 02 chưa ký");
        await CutAsync(edition, RunningEdition.OfOffice, "Của cơ quan thường trực", "leadAppraiser2");

        var page = await (await Appraiser.OfAsync(app, edition)).OpenAsync("A.1");
        var open = page.QuerySelector("#bench-open").ShouldNotBeNull();
        open.QuerySelectorAll(".bench-figure dt").ShouldContain(term => term.TextContent == $"Năm {before.Year}");
        open.TextContent.ShouldContain($"Kết quả thẩm định năm {before.Year}");
        open.TextContent.ShouldContain("Năm trước thiếu biểu 02");
        var precedents = open.QuerySelector("#precedents").ShouldNotBeNull();
        precedents.QuerySelectorAll("li").ShouldHaveSingleItem().TextContent.ShouldContain("Biểu 02 chưa ký");
        precedents.TextContent.ShouldContain("Tài liệu kiểm chứng chưa đủ căn cứ");
        precedents.TextContent.ShouldNotContain("Của cơ quan thường trực", Case.Sensitive, "nobody reads verdicts on the own agency here");
    }

    [Fact]
    public async Task Of_each_reason_the_newest_three_are_told_and_another_field_is_told_nothing()
    {
        for (var year = 0; year < 4; year++)
            await CutAsync(await RunningEdition.AddAsync(app), RunningEdition.Third, $"Lần {year}", criterion: "A.2");
        var edition = await RunningEdition.AddAsync(app);

        var told = (await (await Appraiser.OfAsync(app, edition)).OpenAsync("A.2")).QuerySelectorAll("#precedents li");
        told.Length.ShouldBe(3);
        told[0].TextContent.ShouldContain("Lần 3");
        (await (await Appraiser.OfAsync(app, edition, Role.Appraiser)).OpenAsync("A.2")).QuerySelector("#precedents").ShouldBeNull();
    }

    [Theory]
    [InlineData("/appraisal/2025/groups/wards/criteria/3.1/w25-hai-chau", "cộng 8 cơ quan trước sáp nhập")]
    [InlineData("/appraisal/2025/w25-hai-chau?criterion=3.1", "cộng 8 cơ quan trước sáp nhập")]
    [InlineData("/da-nang/en/appraisal/2025/groups/wards/criteria/3.1/w25-hai-chau", "8 agencies before the merger added up")]
    public async Task Of_agencies_that_merged_the_benches_say_that_last_years_figures_are_their_sum(string bench, string said)
    {
        await QueriesOfPagesTests.HandInAsync(app);
        var page = await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(bench);

        var last = page.QuerySelectorAll("#bench-open .bench-figure div")
            .Where(line => line.QuerySelector("dt")?.TextContent is "Năm 2024" or "2024").ToList();
        last.ShouldNotBeEmpty();
        last.ShouldAllBe(line => line.TextContent.Contains(said));
        if (page.QuerySelector(".bench-rows") is { } rows)
            rows.QuerySelector(".bench-current td:nth-of-type(2)").ShouldNotBeNull().TextContent.ShouldContain(said);
    }

    private async Task CutAsync(
        RunningEdition edition, string agency, string sentence, string? who = null, string criterion = "A.1")
    {
        var lead = who is null
            ? await app.SignedInAsync(Role.LeadAppraiser)
            : await app.SignInAsync($"{who}@da-nang.demo", Demo.DemoAccounts.Password);
        using var answer = await lead.PostAsync($"/appraisal/{edition.Year}/{agency}?handler=Verdict&criterion={criterion}", new()
        {
            ["Version"] = "0", ["Decision"] = $"{VerdictDecision.Points}", ["Points"] = "2",
            ["Reason"] = $"{ReasonCode.EvidenceInsufficient}", ["Sentence"] = sentence,
        });
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }
}
