using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>The second pair of eyes: what was drawn is judged by two, and neither sees the other until both stand.</summary>
public sealed class SecondReadingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Two_who_hold_the_same_give_the_verdict_of_the_first_and_see_each_other_only_then()
    {
        var edition = await DrawnAsync();
        var (appraiser, lead) = (await Appraiser.OfAsync(app, edition, Role.Appraiser), await Appraiser.OfAsync(app, edition));
        (await TextAsync(appraiser)).ShouldContain("hai người thẩm định độc lập");
        using var first = await appraiser.DecideAsync(
            "A.1", VerdictDecision.Points, "12", ReasonCode.EvidenceInsufficient, "Thiếu biểu 02");
        first.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("criterion=B.1", Case.Sensitive, "it waits for the other now");
        (await edition.VerdictsAsync()).ShouldBeEmpty();

        var before = await lead.OpenAsync("A.1");
        before.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldNotContain("Thiếu biểu 02");
        before.QuerySelector<IHtmlInputElement>("#Points").ShouldNotBeNull().Value.ShouldBe("");
        before.QuerySelector(".bench-list [aria-current] .bench-mark").ShouldNotBeNull().TextContent.ShouldBe("");
        (await TextAsync(appraiser)).ShouldContain("chờ người thứ hai");
        using var second = await lead.DecideAsync("A.1", VerdictDecision.Points, "12", ReasonCode.Other, "Chưa đủ");

        var verdict = (await edition.VerdictsAsync()).ShouldHaveSingleItem();
        (verdict.Points, verdict.Sentence).ShouldBe((12m, "Thiếu biểu 02"));
        var after = await TextAsync(lead);
        after.ShouldContain("cùng kết quả");
        after.ShouldContain("Thiếu biểu 02");
        (await edition.TrailAsync()).Select(entry => entry.Verb).ShouldBe(["reading.give", "reading.give", "reading.agree"]);
    }

    [Fact]
    public async Task Where_they_differ_the_lead_settles_and_no_round_closes_before()
    {
        var edition = await DrawnAsync();
        var (appraiser, lead) = (await Appraiser.OfAsync(app, edition, Role.Appraiser), await Appraiser.OfAsync(app, edition));
        using var first = await appraiser.DecideAsync("A.1", VerdictDecision.Accept);
        using var rest = await lead.AcceptRemainingAsync();
        (await edition.VerdictsAsync()).Select(verdict => verdict.Criterion)
            .ShouldBe(["A.2", "B.1", "B.2", "P.1"], "what is drawn is left alone");
        (await RefusedAsync(await lead.CloseAsync())).ShouldContain("chưa có kết quả chung (A.1)");
        using var second = await lead.DecideAsync("A.1", VerdictDecision.NotApplicable, null, ReasonCode.OutsideTheRemit, "Không thuộc");

        (await RefusedAsync(await appraiser.DecideLateAsync("A.1", 1, VerdictDecision.Accept)))
            .ShouldContain("Tổ trưởng Tổ thẩm định quyết định");
        (await RefusedAsync(await lead.CloseAsync())).ShouldContain("chưa có kết quả chung (A.1)");
        (await lead.DecideLateAsync("A.1", 0, VerdictDecision.Accept)).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity, "who has not seen both settles nothing");
        var page = await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync($"/appraisal/{edition.Year}/second-reading");
        page.QuerySelectorAll("main ul li").ShouldHaveSingleItem().TextContent.ShouldContain("A.1");
        page.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["1", "0", "0"]);

        using var settled = await lead.DecideAsync("A.1", VerdictDecision.Accept);
        (await edition.VerdictsAsync()).Single(verdict => verdict.Criterion == "A.1").Decision.ShouldBe(VerdictDecision.Accept);
        using var closed = await lead.CloseAsync();
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
    }

    [Fact]
    public async Task A_corrected_figure_wants_the_reading_again()
    {
        var edition = await DrawnAsync();
        var (appraiser, lead) = (await Appraiser.OfAsync(app, edition, Role.Appraiser), await Appraiser.OfAsync(app, edition));
        using var first = await appraiser.DecideAsync("A.1", VerdictDecision.Accept);
        using var corrected = await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống");
        using var second = await lead.DecideAsync("A.1", VerdictDecision.Accept);
        (await edition.VerdictsAsync()).ShouldBeEmpty();

        using var again = await appraiser.DecideAsync("A.1", VerdictDecision.Accept);
        (await edition.VerdictsAsync()).ShouldHaveSingleItem().Decision.ShouldBe(VerdictDecision.Accept);
    }

    [Fact]
    public async Task The_second_bench_hides_the_other_reading_too_and_the_own_one_can_be_changed()
    {
        var edition = await DrawnAsync();
        var appraiser = await app.SignedInAsync(Role.Appraiser);
        var down = $"{CriterionBenchTests.Down(edition, "A.1")}/{RunningEdition.Agency}";
        foreach (var sentence in new[] { "Thiếu biểu 02", "Thiếu biểu 03" })
        {
            using var read = await appraiser.SendFormAsync(
                down, new() { ["Decision"] = "Points", ["Points"] = "3", ["Reason"] = "Other", ["Sentence"] = sentence },
                "form[data-verdict]");
            read.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        (await appraiser.OpenAsync(down)).QuerySelector("#Sentence").ShouldNotBeNull().TextContent.ShouldBe("Thiếu biểu 03");
        var seen = (await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(down)).Body.ShouldNotBeNull().TextContent;
        seen.ShouldNotContain("biểu 03");
        (await app.InDatabaseAsync("da-nang", db => db.Set<Reading>().CountAsync(reading => reading.Year == edition.Year))).ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_lead_reads_how_far_they_agree_and_without_a_draw_there_is_nothing()
    {
        var edition = await RunningEdition.AddAsync(app);
        (await (await app.SignedInAsync(Role.Appraiser)).GetAsync($"/appraisal/{edition.Year}/second-reading")).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync($"/appraisal/{edition.Year}/second-reading"))
            .Body.ShouldNotBeNull().TextContent.ShouldContain("không rút mẫu");
    }

    /// <summary>
    /// An edition in which A.1 of the agency is drawn, and nothing else of it. No open edition can be given a draw by the program.
    /// </summary>
    private async Task<RunningEdition> DrawnAsync()
    {
        var edition = await RunningEdition.AddAsync(app);
        var seed = Enumerable.Range(0, 10_000).Select(number => $"{number:x32}").First(seed =>
            new Sample(edition.Year, 20, seed) is var sample && sample.Draws(RunningEdition.Agency, "A.1")
            && !new[] { "A.2", "B.1", "B.2", "P.1" }.Any(code => sample.Draws(RunningEdition.Agency, code)));
        await TestApp.AskAsync<int>(app.Superuser,
            $"""
            SET session_replication_role = replica;
            INSERT INTO sample (tenant_id, year, percent, seed) SELECT id, {edition.Year}, 20, '{seed}' FROM tenant WHERE slug = 'da-nang';
            SET session_replication_role = DEFAULT;
            SELECT 1
            """);
        return edition;
    }

    private static async Task<string> TextAsync(Appraiser appraiser) =>
        (await appraiser.OpenAsync("A.1")).QuerySelector("main").ShouldNotBeNull().TextContent;

    private static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent;
    }
}
