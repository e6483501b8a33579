using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Appraisal;

/// <summary>The second bench: one criterion down all agencies of a group.</summary>
public sealed class CriterionBenchTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task All_agencies_stand_with_figures_points_and_the_median_and_the_own_one_is_left_out_with_why()
    {
        var edition = await RunningEdition.AddAsync(app);
        var page = await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(Down(edition, "A.1"));

        var rows = page.QuerySelectorAll(".bench-rows tbody tr");
        rows.Length.ShouldBe(3);
        var row = RowOf(page, RunningEdition.Agency);
        Cells(row)[0].ShouldBe("50/100 = 50%");
        Cells(row)[2..4].ShouldBe(["30,00", "30,00"]);
        page.QuerySelector(".bench-median").ShouldNotBeNull().TextContent.ShouldContain("50%");
        var own = page.QuerySelector(".bench-own").ShouldNotBeNull();
        own.TextContent.ShouldContain("cơ quan của bạn, do người khác thẩm định");
        own.QuerySelector("a").ShouldBeNull();
        own.TextContent.ShouldNotContain("90");
    }

    [Fact]
    public async Task A_verdict_is_the_same_as_on_the_agencys_bench_and_leads_on_to_the_next_agency()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        using var answer = await lead.SendFormAsync(
            $"{Down(edition, "A.1")}/{RunningEdition.Agency}",
            new() { ["Decision"] = "Points", ["Points"] = "12,5", ["Reason"] = "EvidenceInsufficient", ["Sentence"] = "Thiếu biểu 02" },
            "form[action*=Verdict]");

        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith($"/criteria/A.1?after={RunningEdition.Agency}");
        var verdict = (await edition.VerdictsAsync()).ShouldHaveSingleItem();
        (verdict.Points, verdict.Sentence).ShouldBe((12.5m, "Thiếu biểu 02"));
        (await edition.TrailAsync()).ShouldHaveSingleItem().Verb.ShouldBe("verdict.decide");
        var next = await lead.OpenAsync(answer.Headers.Location.ToString());
        next.QuerySelector("[data-bench-line][aria-current]").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull()
            .ShouldEndWith(RunningEdition.Third);
        Cells(RowOf(next, RunningEdition.Agency))[3..].ShouldBe(["12,50", "", "điều chỉnh điểm"]);
        (await (await Appraiser.OfAsync(app, edition)).OpenAsync("A.1")).QuerySelector<IHtmlInputElement>("#Points")
            .ShouldNotBeNull().Value.ShouldBe("12,5");
    }

    [Fact]
    public async Task What_is_refused_stays_typed_and_a_corrected_figure_changes_the_row()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        var address = $"{Down(edition, "A.1")}/{RunningEdition.Agency}";
        using var refused = await lead.SendFormAsync(
            address, new() { ["Decision"] = "Points", ["Points"] = "61", ["Reason"] = "Other", ["Sentence"] = "Một câu" },
            "form[action*=Verdict]");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(refused)).QuerySelector<IHtmlInputElement>("#Points").ShouldNotBeNull().Value.ShouldBe("61");

        using var corrected = await lead.PostAsync(
            $"{address}?handler=Figure&accept=false", new()
            {
                ["Figure"] = "files-online", ["Version"] = "1", ["Value"] = "45", ["Reason"] = "FigureContradicted",
                ["Sentence"] = "Theo hệ thống",
            });
        corrected.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith(address);
        var page = await lead.OpenAsync(address);
        Cells(RowOf(page, RunningEdition.Agency))[0].ShouldBe("45/100 = 45% kê khai: 50/100 = 50%");
    }

    [Fact]
    public async Task Who_has_not_handed_in_is_counted_and_an_edition_without_any_says_so()
    {
        var edition = await RunningEdition.AddAsync(app, first: AssessmentState.Entering);
        var page = await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(Down(edition, "A.1"));

        page.QuerySelectorAll(".bench-rows tbody tr").Length.ShouldBe(2);
        page.QuerySelector(".bench-above details").ShouldNotBeNull().TextContent.ShouldContain("1 cơ quan chưa nộp hồ sơ");
    }

    [Fact]
    public async Task Another_field_stays_closed_and_so_does_the_own_agency()
    {
        var edition = await RunningEdition.AddAsync(app);
        var appraiser = await app.SignedInAsync(Role.Appraiser);
        var closed = await appraiser.OpenAsync(Down(edition, "A.2"));
        closed.QuerySelector("table, form[action*=Verdict]").ShouldBeNull();
        closed.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("do đơn vị khác thẩm định");

        using var refused = await appraiser.PostAsync(
            $"{Down(edition, "A.2")}/{RunningEdition.Agency}?handler=Verdict", new() { ["Version"] = "0", ["Decision"] = "Accept" });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var own = await appraiser.PostAsync(
            $"{Down(edition, "A.1")}/{RunningEdition.OfOffice}?handler=Verdict", new() { ["Version"] = "0", ["Decision"] = "Accept" });
        own.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await edition.VerdictsAsync()).ShouldBeEmpty();
        string[] nowhere = [Down(edition, "Z.9"), $"/appraisal/{edition.Year}/groups/none/criteria/A.1", Down(edition, "A.1") + "/x"];
        foreach (var address in nowhere)
            (await appraiser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_queue_leads_to_each_criterion_of_the_field_with_what_waits()
    {
        var edition = await RunningEdition.AddAsync(app);
        var page = await (await app.SignedInAsync(Role.Appraiser)).OpenAsync($"/appraisal/{edition.Year}?by=criterion");

        page.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries)).ShouldBe(
            [["A.1 Hồ sơ trực tuyến", "0/2", "2"], ["B.1 Kế hoạch", "0/2", "2"], ["B.2 Hài lòng", "0/2", "2"],
                ["P.1 Báo cáo chậm", "0/2", "2"]]);
        page.QuerySelector($"a[href$='/groups/small/criteria/A.1']").ShouldNotBeNull();
    }

    internal static string Down(RunningEdition edition, string criterion) => $"/appraisal/{edition.Year}/groups/small/criteria/{criterion}";

    private static IElement RowOf(IHtmlDocument page, string agency) =>
        page.QuerySelector($".bench-rows a[href$='{agency}']").ShouldNotBeNull().Closest("tr").ShouldNotBeNull();

    private static List<string> Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(cell => string.Join(
        ' ', cell.TextContent.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))];
}
