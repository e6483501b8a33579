using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>The queue, and the figures of an assessment on the bench.</summary>
public sealed class BenchTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Once_somebody_has_decided_nothing_is_offered_to_be_recalled()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open);
        var approver = await app.SignedInAsync(Role.Approver);
        var submitted = $"/assessments/{edition.Year}/{RunningEdition.Agency}/submitted";
        (await approver.OpenAsync(submitted)).QuerySelector("form[action*=Recall]").ShouldNotBeNull();

        using var decided = await (await Appraiser.OfAsync(app, edition)).DecideAsync("A.1", VerdictDecision.Accept);

        decided.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await approver.OpenAsync(submitted)).QuerySelector("form[action*=Recall]").ShouldBeNull();
        (await approver.OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}/check")).QuerySelector("h1")
            .ShouldNotBeNull().TextContent.ShouldBe("Số liệu đã nộp");
    }

    [Fact]
    public async Task What_was_decided_and_why_is_read_on_the_bench_after_the_round_is_closed()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Points, "12,5", ReasonCode.EvidenceInsufficient, "Thiếu bản ký.");
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = (await lead.OpenAsync("A.1")).QuerySelector("main").ShouldNotBeNull().TextContent;

        page.ShouldMatch(@"Điều chỉnh điểm: 12,5\.\s+Tài liệu kiểm chứng chưa đủ căn cứ\.\s+Thiếu bản ký\.\s+Phạm Văn Trưởng, ");
    }

    [Fact]
    public async Task The_queue_counts_what_waits_and_leaves_the_own_agency_to_others()
    {
        var edition = await RunningEdition.AddAsync(app);
        var page = await (await app.SignedInAsync(Role.Appraiser)).OpenAsync($"/appraisal/{edition.Year}");

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        page.QuerySelector($"a[href$='{RunningEdition.OfOffice}']").ShouldBeNull();
        var row = page.QuerySelector($"a[href$='{RunningEdition.Agency}']").ShouldNotBeNull().Closest("tr").ShouldNotBeNull();
        row.QuerySelectorAll("td.number").Select(cell => cell.TextContent).TakeLast(2).ShouldBe(["4", "4"]);
    }

    [Fact]
    public async Task A_corrected_value_stands_beside_the_declared_one_with_its_reason()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var answer = await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống một cửa");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var entry = (await edition.FigureAsync("files-online")).ShouldNotBeNull();
        (entry.Declared, entry.Accepted, entry.InForce).ShouldBe(("50", "45", "45"));
        (entry.CorrectionReason, entry.CorrectionSentence).ShouldBe((ReasonCode.FigureContradicted, "Theo hệ thống một cửa"));
        var page = await lead.OpenAsync("A.1");
        page.QuerySelectorAll(".bench-evidence > dl dd").Select(cell => cell.TextContent).ShouldBe(["60,00", "30,00", "27,00"]);
        var figure = page.QuerySelectorAll(".bench-figure")[0].TextContent;
        figure.ShouldContain("Số liệu không khớp với hệ thống hoặc với tài liệu. Theo hệ thống một cửa");
        // Declared, accepted; what another edition had the year before may follow.
        page.QuerySelectorAll(".bench-figure")[0].QuerySelectorAll("dd").Take(2).Select(cell => cell.TextContent)
            .ShouldBe(["50\u00A0hồ sơ", "45\u00A0hồ sơ"]);
    }

    [Fact]
    public async Task A_figure_is_accepted_as_declared_and_the_trail_tells_before_and_after()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).AcceptAsync("files-online", 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Accepted.ShouldBe("50");
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        (told.Verb, told.Subject, told.AccountName).ShouldBe(
            ("figure.accept", $"editions/{edition.Year}/agencies/{RunningEdition.Agency}/figures/files-online", "Phạm Văn Trưởng"));
        told.Before.ShouldNotBeNull().ShouldNotContain("accepted");
        told.After.ShouldNotBeNull().ShouldContain("\"accepted\": \"50\"");
    }

    [Theory]
    [InlineData("1.04", "sai", ReasonCode.Other, "value-files-online")]
    [InlineData("45", " ", ReasonCode.Other, "sentence-files-online")]
    [InlineData("45", "Theo hệ thống", null, "reason-files-online")]
    public async Task A_correction_without_value_reason_or_sentence_is_refused_and_kept(
        string value, string sentence, ReasonCode? reason, string field)
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).CorrectAsync("files-online", 1, value, sentence, reason);

        var page = await RefusedAsync(answer);
        page.QuerySelector($"[id*='{field}']").ShouldNotBeNull().Closest(".field").ShouldNotBeNull().QuerySelector(".govuk-error-message")
            .ShouldNotBeNull();
        page.QuerySelectorAll("input[name=Value]").OfType<IHtmlInputElement>().ShouldContain(input => input.Value == value);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);

        (await lead.DecideLateAsync("Z.9", 0, VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await lead.AcceptAsync("no-such-figure", 0)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedInAsync(Role.Appraiser)).GetAsync($"/appraisal/{edition.Year}/no-such-agency")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<IHtmlDocument> RefusedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page;
    }
}
