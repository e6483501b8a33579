using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>Two people at the same bench: the later one sees both, and nothing is overwritten in silence.</summary>
public sealed class AppraisersAtOnceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_later_verdict_is_shown_beside_the_one_that_is_saved()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var first = await (await Appraiser.OfAsync(app, edition))
            .DecideAsync("A.1", VerdictDecision.Points, "20", ReasonCode.EvidenceMissing, "Câu của tổ trưởng");
        var appraiser = await Appraiser.OfAsync(app, edition, Role.Appraiser);
        using var late = await appraiser.DecideLateAsync("A.1", 0, VerdictDecision.Points, "33", ReasonCode.Other, "Câu của người đến sau");

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(late);
        var theirs = page.GetElementById("theirs").ShouldNotBeNull().TextContent;
        theirs.ShouldContain("Phạm Văn Trưởng");
        theirs.ShouldContain("20");
        theirs.ShouldContain("Câu của tổ trưởng");
        (page.GetElementById("Points") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("33");
        (await edition.VerdictsAsync()).ShouldHaveSingleItem().Points.ShouldBe(20m);

        using var knowing = await appraiser.DecideLateAsync("A.1", 1, VerdictDecision.Points, "33", ReasonCode.Other, "Đã thống nhất");
        knowing.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.VerdictsAsync()).ShouldHaveSingleItem().Points.ShouldBe(33m);
    }

    [Fact]
    public async Task The_later_correction_is_shown_beside_the_one_that_is_saved()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var first = await (await Appraiser.OfAsync(app, edition)).CorrectAsync("files-online", 1, "45", "Theo hệ thống");
        using var late = await (await Appraiser.OfAsync(app, edition, Role.Appraiser))
            .CorrectAsync("files-online", 1, "47", "Theo báo cáo");

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var figure = (await Visitor.ReadAsync(late)).QuerySelectorAll(".bench-figure")[0];
        figure.QuerySelectorAll("dd").Take(2).Select(cell => cell.TextContent).ShouldBe(["50\u00A0hồ sơ", "45\u00A0hồ sơ"]);
        (figure.QuerySelector("input[name=Value]") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("47");
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Accepted.ShouldBe("45");
    }

    [Fact]
    public async Task Of_verdicts_given_at_the_same_moment_one_is_saved()
    {
        var edition = await RunningEdition.AddAsync(app);
        var (lead, other) = (await Appraiser.OfAsync(app, edition), await Appraiser.OfAsync(app, edition, Role.Appraiser));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(step =>
            (step % 2 == 0 ? lead : other)
                .DecideLateAsync("A.1", 0, VerdictDecision.Points, $"{10 + step}", ReasonCode.Other, $"Câu {step}")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(5);
        (await edition.VerdictsAsync()).ShouldHaveSingleItem().Version.ShouldBe(1);
        (await edition.TrailAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_round_never_closes_over_a_figure_that_is_corrected_at_that_moment()
    {
        for (var time = 0; time < 5; time++)
        {
            var edition = await RunningEdition.AddAsync(app);
            var lead = await Appraiser.OfAsync(app, edition);
            using var accepted = await lead.AcceptRemainingAsync();
            var version = (await edition.FigureAsync("files-online")).ShouldNotBeNull().Version;

            using var corrected = (await Task.WhenAll(lead.CorrectAsync("files-online", version, "45", "Theo hệ thống"),
                lead.CloseAsync()))[0];

            var final = (await edition.AssessmentAsync()).State == AssessmentState.Final;
            corrected.StatusCode.ShouldBe(final ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect);
            (await edition.FigureAsync("files-online")).ShouldNotBeNull().InForce.ShouldBe(final ? "50" : "45");
        }
    }
}
