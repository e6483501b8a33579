using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>Verdicts on the bench.</summary>
public sealed class DecideCriterionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Points_by_hand_are_stored_with_reason_and_sentence_and_lead_on_to_what_waits()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition))
            .DecideAsync("A.1", VerdictDecision.Points, "12,5", ReasonCode.EvidenceInsufficient, "Thiếu biểu 02");

        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("criterion=A.2");
        var verdict = (await edition.VerdictsAsync()).ShouldHaveSingleItem();
        (verdict.Decision, verdict.Points, verdict.Reason, verdict.Sentence)
            .ShouldBe((VerdictDecision.Points, 12.5m, ReasonCode.EvidenceInsufficient, "Thiếu biểu 02"));
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        told.Verb.ShouldBe("verdict.decide");
        told.Before.ShouldBeNull();
        told.After.ShouldNotBeNull().ShouldContain("biểu", Case.Sensitive, "the trail tells the sentence too");
    }

    [Theory]
    [InlineData("12.5", "12,5")]
    [InlineData("61", "0 đến 60")]
    [InlineData("", "Nhập số điểm")]
    public async Task Refused_points_say_why_and_keep_what_was_typed(string points, string why)
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition))
            .DecideAsync("A.1", VerdictDecision.Points, points, ReasonCode.Other, "Một câu dài đã viết");

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

        foreach (var act in new[] { () => appraiser.DecideLateAsync("A.2", 0, VerdictDecision.Accept), () => appraiser.CorrectAsync(
            "coverage", 1, "10", "Sai") })
        {
            using var answer = await act();
            (await RefusedAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain("do đơn vị khác thẩm định; bạn chỉ được xem.");
        }

        (await edition.VerdictsAsync()).ShouldBeEmpty();
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_verdict_that_names_no_decision_decides_nothing()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await app.SignedInAsync(Role.LeadAppraiser))
            .PostAsync($"{edition.Bench}?handler=Verdict&criterion=A.1", []);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await edition.VerdictsAsync()).ShouldBeEmpty();
    }

    private static async Task<IHtmlDocument> RefusedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page;
    }
}
