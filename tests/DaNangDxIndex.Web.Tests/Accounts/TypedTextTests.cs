using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What somebody has typed into a form is not lost with the sign-in or with the database: it can be sent again, also without script.
/// </summary>
public sealed class TypedTextTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Reason = "Đơn vị không có thủ tục hành chính";

    [Fact]
    public async Task A_form_sent_after_the_sign_in_had_run_out_is_sent_again_after_signing_in()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = app.Visitor();
        var signIn = await SendAsync(assessor, $"{edition.Path}/components/A?handler=Ask", Fields(), "https://localhost");
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var wrong = await SubmitAsync(
            assessor, await Visitor.ReadAsync(signIn), "form:has([name=Password])", Credentials("not the password"));
        var again = await SubmitAsync(
            assessor, await Visitor.ReadAsync(wrong), "form:has([name=Password])", Credentials(DemoAccounts.Password));
        var page = await Visitor.ReadAsync(again);
        page.QuerySelector("blockquote").ShouldNotBeNull().TextContent.ShouldBe(Reason);
        (await SubmitAsync(assessor, page, "main form", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe("12");
        (await assessor.OpenAsync($"{edition.Path}/components/A")).Body.ShouldNotBeNull().TextContent.ShouldContain(Reason);
    }

    [Fact]
    public async Task A_verdict_sent_after_the_sign_in_had_run_out_is_given_after_signing_in_with_its_sentence()
    {
        const string Sentence = "Quyết định không nêu số liệu này, ở trang 3 của tài liệu.";
        var edition = await RunningEdition.AddAsync(app);
        var lead = app.Visitor();
        var signIn = await SendAsync(lead, $"{edition.Bench}?handler=Verdict&criterion=A.1", new()
        {
            ["Decision"] = nameof(VerdictDecision.Points), ["Points"] = "12,5",
            ["Reason"] = nameof(ReasonCode.EvidenceMissing), ["Sentence"] = Sentence, ["Version"] = "0",
        }, "https://localhost");
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await edition.VerdictsAsync()).ShouldBeEmpty();

        var again = await SubmitAsync(
            lead, await Visitor.ReadAsync(signIn), "form:has([name=Password])", Credentials(DemoAccounts.Password, Role.LeadAppraiser));
        var page = await Visitor.ReadAsync(again);
        page.QuerySelectorAll("blockquote").ShouldContain(text => text.TextContent == Sentence);
        (await SubmitAsync(lead, page, "main form", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var verdict = (await edition.VerdictsAsync()).ShouldHaveSingleItem();
        (verdict.Criterion, verdict.Points, verdict.Sentence).ShouldBe(("A.1", 12.5m, Sentence));
    }

    [Fact]
    public void What_was_typed_under_one_tenant_is_not_shown_under_another()
    {
        var kept = app.Services.GetRequiredService<KeptFields>();
        var (here, elsewhere) = (Guid.NewGuid(), Guid.NewGuid());
        var sealedFields = kept.Seal(new("/da-nang/vi/assessments", [new("Reasons[A.1]", Reason)]), here);

        kept.Open(sealedFields, here).ShouldNotBeNull().Texts.ShouldBe([Reason]);
        kept.Open(sealedFields, elsewhere).ShouldBeNull();
    }

    [Fact]
    public async Task A_form_of_another_site_or_with_a_password_is_not_kept()
    {
        var edition = await OpenEdition.AddAsync(app);
        (await SendAsync(app.Visitor(), $"{edition.Path}/components/A", Fields(), "https://elsewhere.example"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SendAsync(app.Visitor(), $"{edition.Path}/components/A", Fields(), null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SendAsync(app.Visitor(), "/accounts/password", new() { ["Current"] = "a password" }, "https://localhost"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_sent_while_the_database_is_away_is_sent_again_from_the_page_that_says_so()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var fields = Fields();
        fields["__RequestVerificationToken"] = await assessor.TokenAsync($"{edition.Path}/components/A");
        await using (var holder = await LockAsync(edition))
        {
            var away = await SendAsync(assessor, $"{edition.Path}/components/A", fields, "https://localhost");
            away.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var page = await Visitor.ReadAsync(away);
            await holder.CloseAsync();
            (await SubmitAsync(assessor, page, "main form", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe("12");
    }

    private static Dictionary<string, string> Fields() => new()
    {
        ["Figures[files-received]"] = "12",
        ["Versions[files-received]"] = "0",
        ["Reasons[A.1]"] = Reason,
        ["criterion"] = "A.1",
    };

    private static Dictionary<string, string> Credentials(string password, Role role = Role.Assessor) => new()
    {
        ["UserName"] = DemoAccounts.UserName(role, "da-nang"),
        ["Password"] = password,
    };

    /// <summary>Longer than the web waits for a lock.</summary>
    private async Task<NpgsqlConnection> LockAsync(OpenEdition edition)
    {
        var holder = new NpgsqlConnection(app.Superuser + ";Pooling=false");
        await holder.OpenAsync();
        await using var hold = new NpgsqlCommand($"BEGIN; SELECT FROM assessment WHERE year = {edition.Year} FOR UPDATE", holder);
        await hold.ExecuteNonQueryAsync();
        return holder;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Visitor visitor, string path, Dictionary<string, string> fields, string? origin)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(visitor.Address(path), UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await visitor.Http.SendAsync(request);
    }

    /// <summary>Presses the button of the form on the page, with what the form holds.</summary>
    private static async Task<HttpResponseMessage> SubmitAsync(
        Visitor visitor, IHtmlDocument page, string form, Dictionary<string, string> typed)
    {
        var found = page.QuerySelector(form).ShouldBeAssignableTo<IHtmlFormElement>().ShouldNotBeNull();
        var sent = found.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
            sent[name] = value;
        return await SendAsync(visitor, found.GetAttribute("action").ShouldNotBeNull(), sent, "https://localhost");
    }
}
