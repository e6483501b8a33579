using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>Somebody at the bench of one edition, who uses its forms.</summary>
internal sealed class Appraiser(RunningEdition edition, Visitor visitor)
{
    public static async Task<Appraiser> OfAsync(TestApp app, RunningEdition edition, Role role = Role.LeadAppraiser) =>
        new(edition, await app.SignedInAsync(role));

    public Task<IHtmlDocument> OpenAsync(string criterion) => visitor.OpenAsync($"{edition.Bench}?criterion={criterion}");

    public Task<IHtmlDocument> OpenWorkAsync() => visitor.OpenAsync("/work");

    public Task<HttpResponseMessage> DecideAsync(
        string criterion, VerdictDecision decision, string? points = null, ReasonCode? reason = null, string? sentence = null) =>
        visitor.SendFormAsync(
            $"{edition.Bench}?criterion={criterion}", Verdict(decision, points, reason, sentence), "form[action*=Verdict]");

    /// <summary>As somebody does whose page shows an older version.</summary>
    public Task<HttpResponseMessage> DecideLateAsync(
        string criterion, int version, VerdictDecision decision,
        string? points = null, ReasonCode? reason = null, string? sentence = null) =>
        visitor.PostAsync(
            $"{edition.Bench}?handler=Verdict&criterion={criterion}",
            new(Verdict(decision, points, reason, sentence)) { ["Version"] = $"{version}" });

    public Task<HttpResponseMessage> CorrectAsync(
        string figure, int version, string value, string sentence, ReasonCode? reason = ReasonCode.FigureContradicted) =>
        visitor.PostAsync($"{edition.Bench}?handler=Figure&criterion=A.1&accept=false", new()
        {
            ["Figure"] = figure, ["Version"] = $"{version}", ["Value"] = value, ["Reason"] = $"{reason}", ["Sentence"] = sentence,
        });

    public Task<HttpResponseMessage> AcceptAsync(string figure, int version) =>
        visitor.PostAsync(
            $"{edition.Bench}?handler=Figure&criterion=A.1&accept=true", new() { ["Figure"] = figure, ["Version"] = $"{version}" });

    public Task<HttpResponseMessage> AcceptRemainingAsync() =>
        visitor.PostAsync($"{edition.Bench}/accept", new() { ["listed"] = "A.1 A.2 B.1 B.2 P.1" });

    public Task<HttpResponseMessage> CloseAsync() => visitor.PostAsync($"{edition.Round}?handler=Close", []);

    public Task<HttpResponseMessage> ReturnAsync(string criterion, string reason, string lastDay = "31/12/2099") => visitor.PostAsync(
        $"{edition.Round}?handler=Return", new() { [$"Criteria[{criterion}]"] = reason, ["lastDay"] = lastDay });

    public Task<HttpResponseMessage> ReopenAsync(string reason) =>
        visitor.PostAsync($"{edition.Bench}/reopening", new() { ["reason"] = reason });

    public static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page.QuerySelector(".govuk-error-summary, [role=alert]").ShouldNotBeNull().TextContent;
    }

    private static Dictionary<string, string> Verdict(VerdictDecision decision, string? points, ReasonCode? reason, string? sentence) =>
        new()
        {
            ["Decision"] = $"{decision}", ["Points"] = points ?? "", ["Reason"] = $"{reason}", ["Sentence"] = sentence ?? "",
        };
}
