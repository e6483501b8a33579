using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>An edition that is ready to be signed, or signed.</summary>
internal static class Signing
{
    public static Task<RunningEdition> FinalAsync(TestApp app, bool illustrative = false) =>
        RunningEdition.AddAsync(app, EditionStage.Final, AssessmentState.Final, AssessmentState.Final, illustrative: illustrative);

    public static async Task<RunningEdition> PublishedAsync(TestApp app)
    {
        var edition = await FinalAsync(app);
        await PublishAsync(app, edition);
        return edition;
    }

    public static async Task PublishAsync(TestApp app, RunningEdition edition)
    {
        await AcknowledgeAsync(app, edition);
        using var answer = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(edition.Publish, Decision(), "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    public static string Findings(RunningEdition edition) => $"/editions/{edition.Year}/findings";

    /// <summary>The findings that the page offers to be acknowledged.</summary>
    public static List<string> Offered(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("input[name=kinds]").Select(box => box.GetAttribute("value") ?? "")];

    /// <summary>Ticks every finding on the page and sends it.</summary>
    public static async Task AcknowledgeAsync(TestApp app, RunningEdition edition) =>
        await AcknowledgeAsync(await app.SignedInAsync(Role.Signatory), edition);

    public static async Task AcknowledgeAsync(Visitor signatory, RunningEdition edition) =>
        (await TryAcknowledgeAsync(signatory, edition)).ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.NoContent);

    /// <returns>What it was answered with; no content where there was nothing to tick.</returns>
    public static async Task<HttpStatusCode> TryAcknowledgeAsync(Visitor signatory, RunningEdition edition)
    {
        var page = await signatory.OpenAsync(Findings(edition));
        if (Offered(page) is not { Count: > 0 } kinds)
            return HttpStatusCode.NoContent;
        var form = page.QuerySelector<IHtmlFormElement>("main form").ShouldNotBeNull();
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.Name ?? "", input.Value))
            .Concat(kinds.Select(kind => KeyValuePair.Create("kinds", kind)));
        using var answer = await signatory.Http
            .PostAsync(new Uri(signatory.Address(Findings(edition)), UriKind.Relative), new FormUrlEncodedContent(fields));
        return answer.StatusCode;
    }

    /// <summary>Judged criterion by criterion and final; the office asks that one of them is judged anew.</summary>
    public static async Task<RunningEdition> AskedToReopenAsync(TestApp app)
    {
        var edition = await RunningEdition.AddAsync(app, others: AssessmentState.Final);
        var (lead, office) = (await Appraiser.OfAsync(app, edition), await app.SignedInAsync(Role.Office));
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        using var moved = await office.SendFormAsync(edition.Progress, [], "form[action*=MoveOn]");
        using var asked = await office.PostAsync(
            $"{edition.Progress}/{RunningEdition.Agency}/reopening?handler=Ask",
            new() { ["criterion"] = "A.1", ["request"] = "Có tài liệu mới" });
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return edition;
    }

    /// <summary>A signatory with the form filled in, everything acknowledged, and one press left to do.</summary>
    public static async Task<(Visitor Signatory, Dictionary<string, string> Form)> ReadyAsync(
        TestApp app, RunningEdition edition)
    {
        await AcknowledgeAsync(app, edition);
        var signatory = await app.SignedInAsync(Role.Signatory);
        var form = await FormAsync(signatory, edition);
        form.ShouldContainKey("Seen");
        return (signatory, form);
    }

    /// <summary>Sends the decision about what the page of findings shows, though the page of publishing offers no form for it.</summary>
    public static async Task<HttpResponseMessage> SendAnywayAsync(Visitor signatory, RunningEdition edition)
    {
        var shown = (await signatory.OpenAsync(Findings(edition))).QuerySelector("p.digest code").ShouldNotBeNull().TextContent;
        return await signatory.PostAsync(edition.Publish, new(Decision()) { ["Seen"] = shown });
    }

    /// <summary>While something blocks or is not acknowledged, the page has no form and shows no digest.</summary>
    public static async Task<Dictionary<string, string>> FormAsync(Visitor signatory, RunningEdition edition)
    {
        var form = new Dictionary<string, string>(Decision());
        if ((await signatory.OpenAsync(edition.Publish)).QuerySelector("input[name=Seen]") is IHtmlInputElement seen)
            form["Seen"] = seen.Value;
        return form;
    }

    public static Task<Publication> PublicationAsync(TestApp app, RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<Publication>().SingleAsync(publication => publication.Year == edition.Year));

    /// <summary>What is filled in, and what the form of the page holds hidden.</summary>
    public static async Task<Dictionary<string, string>> FormAsync(
        HttpResponseMessage page, string form, Dictionary<string, string> filled)
    {
        var sent = new Dictionary<string, string>(filled, StringComparer.Ordinal);
        foreach (var input in (await Visitor.ReadAsync(page)).QuerySelectorAll<IHtmlInputElement>(form + " input[type=hidden]"))
            sent[input.Name ?? ""] = input.Value;
        return sent;
    }

    public static Dictionary<string, string> Withdrawing(string cause) => new(StringComparer.Ordinal)
    {
        ["Reason"] = cause, ["Kind"] = "Decision", ["Number"] = "9/QĐ-UBND", ["Date"] = "05/04/2027",
    };

    public static Dictionary<string, string> Decision(string number = "684/QĐ-UBND", string date = "05/03/2027") => new()
    {
        ["Kind"] = nameof(DocumentKind.Decision),
        ["Number"] = number,
        ["Date"] = date,
        ["Issuer"] = "Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng",
        ["IssuerEn"] = "Chairperson of the People’s Committee of Da Nang City",
        ["Annex"] = "I",
    };
}
