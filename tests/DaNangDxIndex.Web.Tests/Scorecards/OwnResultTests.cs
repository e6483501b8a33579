using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards;

/// <summary>What the agency hears when its round is closed, and who hears it.</summary>
public sealed class OwnResultTests(TestApp app) : IClassFixture<TestApp>
{
    private const string AboutPoints = "Biểu 02 chỉ có số liệu của sáu tháng đầu năm";
    private const string AboutFigure = "Hệ thống một cửa ghi nhận 45 hồ sơ";

    [Fact]
    public async Task The_agency_hears_points_reasons_sentences_and_corrected_figures_when_its_round_is_closed()
    {
        var edition = await ClosedAsync();

        var page = await (await app.SignedInAsync(Role.Assessor)).OpenAsync(Own(edition));

        page.QuerySelector("#self-assessed").ShouldNotBeNull().TextContent.ShouldContain("48,00 / 100,00");
        page.QuerySelector("#self-assessed").ShouldNotBeNull().TextContent.ShouldContain(
            "(chưa tính: tối đa 10,00 điểm; điểm trừ tối đa 5,00 điểm)");
        page.QuerySelector("#appraised").ShouldNotBeNull().TextContent.ShouldContain("38,00 / 100,00");
        page.QuerySelector("#appraised").ShouldNotBeNull().TextContent.ShouldContain("(tạm tính; chưa tính: tối đa 10,00 điểm)");
        var row = page.QuerySelectorAll("table.criteria tbody tr")[0];
        row.QuerySelectorAll("td.number").Select(cell => cell.TextContent).ShouldBe(["60,00", "30,00", "20,00"]);
        row.QuerySelectorAll(".criteria-note").Select(note => note.TextContent).ShouldBe(
        [
            "Tổ thẩm định điều chỉnh điểm. Lý do: Tài liệu kiểm chứng chưa đủ căn cứ.",
            $"Ý kiến thẩm định: “{AboutPoints}”",
            "Số liệu “Hồ sơ trực tuyến”: kê khai 50\u00A0hồ sơ, xác minh 45\u00A0hồ sơ. "
            + "Lý do: Số liệu không khớp với hệ thống hoặc với tài liệu.",
            $"Ý kiến thẩm định: “{AboutFigure}”",
        ]);
    }

    [Fact]
    public async Task A_final_total_that_waits_for_nothing_is_not_called_provisional_while_others_are_still_appraised()
    {
        var edition = await RunningEdition.AddAsync(app);
        await app.InDatabaseAsync("da-nang", async db =>
        {
            var entry = new FigureEntry(edition.Year, RunningEdition.Agency, "satisfaction");
            entry.Declare("90", await db.Set<Account>().Select(account => account.Id).FirstAsync(), DateTimeOffset.UtcNow);
            db.Add(entry);
            return await db.SaveChangesAsync();
        });
        var lead = await Appraiser.OfAsync(app, edition);
        (await AppraisedAsync()).ShouldContain("(tạm tính)");
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();

        (await AppraisedAsync()).ShouldNotContain("tạm tính");
        var own = await (await app.SignedInAsync(Role.Assessor)).OpenAsync(Own(edition));
        own.QuerySelector("#appraised").ShouldNotBeNull().TextContent.ShouldNotContain("tạm tính");

        async Task<string> AppraisedAsync() => (await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(edition.Round))
            .QuerySelector("main").ShouldNotBeNull().TextContent;
    }

    [Fact]
    public async Task What_differs_from_the_own_points_stands_first_and_leads_to_its_reasons()
    {
        var edition = await ClosedAsync();

        var page = await (await app.SignedInAsync(Role.Assessor)).OpenAsync(Own(edition));

        var differs = page.QuerySelectorAll("#differences li").ShouldHaveSingleItem();
        differs.TextContent.ShouldStartWith("A.1 ");
        differs.TextContent.ShouldEndWith(": 30,00 → 20,00");
        var target = differs.QuerySelector("a").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull().TrimStart('#');
        page.GetElementById(target).ShouldNotBeNull().TextContent.ShouldContain(AboutPoints);
    }

    [Fact]
    public async Task Where_nothing_differs_the_agency_reads_so()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();

        var page = await (await app.SignedInAsync(Role.Assessor)).OpenAsync(Own(edition));

        page.QuerySelector("#differences").ShouldNotBeNull().TextContent.Trim()
            .ShouldBe("Điểm thẩm định bằng điểm tự chấm ở mọi tiêu chí cơ quan tự chấm.");
    }

    [Fact]
    public async Task Once_everybody_is_appraised_the_agency_may_ask_what_the_next_tier_would_take()
    {
        var provisional = await ClosedAsync();
        (await (await app.SignedInAsync(Role.Assessor)).OpenAsync(Own(provisional) + "?next=true")).QuerySelector("#next-tier")
            .ShouldBeNull();
        var edition = await RunningEdition.AddAsync(app, EditionStage.Final, AssessmentState.Final, AssessmentState.Final);
        var assessor = await app.SignedInAsync(Role.Assessor);
        (await assessor.OpenAsync(Own(edition))).QuerySelector("main a[href*='next=']").ShouldNotBeNull();

        var advice = (await assessor.OpenAsync(Own(edition) + "?next=true")).QuerySelector("#next-tier").ShouldNotBeNull();
        advice.QuerySelectorAll("li").Select(item => item.TextContent.Replace('\u00A0', ' '))
            .ShouldContain(advice => advice.StartsWith("Hồ sơ trực tuyến: tăng thêm ", StringComparison.Ordinal));
        advice.TextContent.ShouldContain($"quy tắc, số liệu đã xác minh và kết quả thẩm định năm {edition.Year}");
    }

    [Fact]
    public async Task Work_page_and_overview_of_assessor_and_approver_lead_there()
    {
        var edition = await ClosedAsync();
        foreach (var role in new[] { Role.Assessor, Role.Approver })
        {
            var visitor = await app.SignedInAsync(role);
            (await visitor.OpenAsync("/work")).QuerySelector($"a[href$='{Own(edition)}']").ShouldNotBeNull();
            (await visitor.OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}"))
                .QuerySelector($"a[href$='{Own(edition)}']").ShouldNotBeNull();
            (await visitor.GetAsync(Own(edition))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Before_the_round_is_closed_nothing_of_it_is_heard()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var decided = await (await Appraiser.OfAsync(app, edition)).DecideAsync(
            "A.1", VerdictDecision.Points, "20", ReasonCode.EvidenceInsufficient, AboutPoints);
        var assessor = await app.SignedInAsync(Role.Assessor);

        using var answer = await assessor.GetAsync(Own(edition));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith($"/assessments/{edition.Year}/{RunningEdition.Agency}");
        (await assessor.OpenAsync("/work")).QuerySelector($"a[href$='{Own(edition)}']").ShouldBeNull();
    }

    [Theory]
    [InlineData(Role.Appraiser)]
    [InlineData(Role.LeadAppraiser)]
    [InlineData(Role.Office)]
    [InlineData(Role.Signatory)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Other_roles_do_not_hear_it(Role role)
    {
        var edition = await ClosedAsync();
        (await (await app.SignedInAsync(role)).GetAsync(Own(edition))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Other_agencies_other_tenants_and_strangers_do_not_hear_it()
    {
        var edition = await ClosedAsync();
        (await (await app.SignedInAsync(Role.Assessor)).GetAsync($"/assessments/{edition.Year}/{RunningEdition.Third}/result"))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync(Role.Approver, "khanh-hoa")).GetAsync(Own(edition))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await app.Visitor().GetAsync(Own(edition));
        stranger.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("/accounts/sign-in");
    }

    [Fact]
    public async Task The_api_tells_the_agency_the_same_and_nobody_else()
    {
        var edition = await ClosedAsync();
        using var heard = await (await app.SignedInAsync(Role.Assessor)).GetApiAsync(Api(edition));
        var answer = JsonNode.Parse(await heard.Content.ReadAsStringAsync()).ShouldNotBeNull();

        ((string?)answer["selfAssessed"]?["total"], (string?)answer["appraised"]?["total"], (bool?)answer["provisional"])
            .ShouldBe(("48.00", "38.00", true));
        var criterion = answer["criteria"].ShouldBeOfType<JsonArray>()
            .Single(criterion => (string?)criterion?["code"] == "A.1").ShouldNotBeNull();
        ((string?)criterion["declared"], (string?)criterion["points"]).ShouldBe(("30.00", "20.00"));
        ((string?)criterion["decision"]?["reason"], (string?)criterion["decision"]?["sentence"])
            .ShouldBe(("evidenceInsufficient", AboutPoints));
        var corrected = criterion["corrections"].ShouldBeOfType<JsonArray>().ShouldHaveSingleItem().ShouldNotBeNull();
        ((string?)corrected["declared"], (string?)corrected["verified"], (string?)corrected["sentence"])
            .ShouldBe(("50", "45", AboutFigure));

        foreach (var role in Enum.GetValues<Role>().Except([Role.Assessor, Role.Approver]))
            (await (await app.SignedInAsync(role)).GetApiAsync(Api(edition))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role}");
        (await app.Visitor().GetApiAsync(Api(edition))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await app.SignedInAsync(Role.Approver)).GetApiAsync(Api(edition, RunningEdition.Third)))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Before_the_round_is_closed_the_api_has_no_result()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await app.SignedInAsync(Role.Assessor)).GetApiAsync(Api(edition));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("result.not-heard");
    }

    /// <summary>One agency appraised, with a figure corrected and points set by hand; the survey is not in yet.</summary>
    private async Task<RunningEdition> ClosedAsync()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var corrected = await lead.CorrectAsync("files-online", 1, "45", AboutFigure);
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Points, "20", ReasonCode.EvidenceInsufficient, AboutPoints);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        return edition;
    }

    private static string Own(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/result";

    private static string Api(RunningEdition edition, string agency = RunningEdition.Agency) =>
        $"editions/{edition.Year}/agencies/{agency}/assessment/result";
}
