using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Appraisal;

/// <summary>Figures and verdicts on the bench.</summary>
public sealed class BenchTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_queue_counts_what_waits_and_leaves_the_own_agency_to_others()
    {
        var edition = await RunningEdition.AddAsync(app);
        var page = await (await app.SignedInAsync(Role.Appraiser)).OpenAsync($"/appraisal/{edition.Year}");

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        page.QuerySelector($"a[href$='{RunningEdition.Standing}']").ShouldBeNull();
        var row = page.QuerySelector($"a[href$='{RunningEdition.Agency}']").ShouldNotBeNull().Closest("tr").ShouldNotBeNull();
        row.QuerySelectorAll("td.number").Select(cell => cell.TextContent).ShouldBe(["4", "4"]);
    }

    [Fact]
    public async Task A_corrected_value_stands_beside_the_declared_one_with_its_reason()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var answer = await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống một cửa");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var entry = (await edition.FigureAsync("files-online")).ShouldNotBeNull();
        (entry.Declared, entry.Accepted, entry.InForce, entry.CorrectionReason).ShouldBe(("50", "45", "45", "Theo hệ thống một cửa"));
        var page = await lead.OpenAsync("A.1");
        page.QuerySelectorAll(".bench-evidence > dl dd").Select(one => one.TextContent).ShouldBe(["60,00", "30,00", "27,00"]);
        page.QuerySelectorAll(".bench-figure")[0].TextContent.ShouldContain("Theo hệ thống một cửa");
        page.QuerySelectorAll(".bench-figure")[0].QuerySelectorAll("dd").Select(one => one.TextContent).ShouldBe(["50 hồ sơ", "45 hồ sơ"]);
    }

    [Fact]
    public async Task A_figure_is_accepted_as_declared_and_the_trail_tells_before_and_after()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).AcceptAsync("files-online", 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Accepted.ShouldBe("50");
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        (told.Verb, told.Subject, told.AccountName).ShouldBe(("figure.accept", $"editions/{edition.Year}/agencies/{RunningEdition.Agency}/figures/files-online", "Phạm Văn Trưởng"));
        told.Before.ShouldNotBeNull().ShouldNotContain("accepted");
        told.After.ShouldNotBeNull().ShouldContain("\"accepted\": \"50\"");
    }

    [Theory]
    [InlineData("1.04", "sai", "value-files-online")]
    [InlineData("45", " ", "reason-files-online")]
    public async Task A_correction_that_cannot_be_read_or_has_no_reason_is_refused_and_kept(string value, string reason, string field)
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).CorrectAsync("files-online", 1, value, reason);

        var page = await RefusedAsync(answer);
        var id = $"{field}";
        (page.GetElementById(id) ?? page.QuerySelector($"[id*='{field}']")).ShouldNotBeNull().Closest(".field")?.QuerySelector(".govuk-error-message").ShouldNotBeNull();
        page.QuerySelectorAll("input[name=Value]").OfType<IHtmlInputElement>().ShouldContain(input => input.Value == value);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Points_by_hand_are_stored_with_reason_and_sentence_and_lead_on_to_what_waits()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).DecideAsync("A.1", VerdictDecision.Points, "12,5", ReasonCode.EvidenceInsufficient, "Thiếu biểu 02");

        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("criterion=A.2");
        var verdict = (await edition.VerdictsAsync()).ShouldHaveSingleItem();
        (verdict.Decision, verdict.Points, verdict.Reason, verdict.Sentence).ShouldBe((VerdictDecision.Points, 12.5m, ReasonCode.EvidenceInsufficient, "Thiếu biểu 02"));
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        told.Verb.ShouldBe("verdict.decide");
        told.Before.ShouldBeNull();
        told.After.ShouldNotBeNull().ShouldNotContain("biểu");
    }

    [Theory]
    [InlineData("12.5", "12,5")]
    [InlineData("61", "0 đến 60")]
    [InlineData("", "Nhập số điểm")]
    public async Task Refused_points_say_why_and_keep_what_was_typed(string points, string why)
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).DecideAsync("A.1", VerdictDecision.Points, points, ReasonCode.Other, "Một câu dài đã viết");

        var page = await RefusedAsync(answer);
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        (page.GetElementById("Points") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe(points);
        page.GetElementById("Sentence").ShouldNotBeNull().TextContent.ShouldBe("Một câu dài đã viết");
        (page.GetElementById("decision-Points") as IHtmlInputElement).ShouldNotBeNull().IsChecked.ShouldBeTrue();
        (await edition.VerdictsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_appraiser_of_another_field_is_refused_with_the_reason()
    {
        var edition = await RunningEdition.AddAsync(app);
        var appraiser = await Appraiser.OfAsync(app, edition, Role.Appraiser);
        (await appraiser.OpenAsync("A.2")).QuerySelector("form[action*=Verdict]").ShouldBeNull();

        foreach (var act in new[] { () => appraiser.DecideLateAsync("A.2", 0, VerdictDecision.Accept), () => appraiser.CorrectAsync("coverage", 1, "10", "Sai") })
        {
            using var answer = await act();
            (await RefusedAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain("do đơn vị khác thẩm tra. Bạn xem được nhưng không kết luận được.");
        }

        (await edition.VerdictsAsync()).ShouldBeEmpty();
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_verdict_that_names_no_decision_decides_nothing()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await app.SignedInAsync(Role.LeadAppraiser)).PostAsync($"{edition.Bench}?handler=Verdict&criterion=A.1", []);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await edition.VerdictsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);

        (await lead.DecideLateAsync("Z.9", 0, VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await lead.AcceptAsync("no-such-figure", 0)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedInAsync(Role.Appraiser)).GetAsync($"/appraisal/{edition.Year}/no-such-agency")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<IHtmlDocument> RefusedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page;
    }
}
