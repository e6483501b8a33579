using System.Net;
using System.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>The link by which somebody who forgot the password chooses another one: once, in time, and by one person.</summary>
[Collection(AccountsApp.Name)]
public sealed class ResetLinkTests(TestApp app)
{
    [Fact]
    public async Task A_reset_link_works_once_and_is_kept_nowhere()
    {
        var (id, userName) = await app.NewAuditorAsync("forgetful");
        var link = await LinkOfAsync(id);
        var visitor = app.Visitor();
        (await visitor.SendFormAsync(link, new() { ["Chosen"] = "câu mới sau khi quên" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.OpenAsync(link)).QuerySelector("main form").ShouldBeNull();
        await app.SignInAsync(userName, "câu mới sau khi quên");
        var token = HttpUtility.ParseQueryString(link.Split('?')[1])["token"];
        (await TestApp.AskAsync<long>(
            app.Superuser, $"SELECT count(*) FROM audit_entry WHERE to_jsonb(audit_entry)::text LIKE '%{token}%'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("vi", "Đã lưu mật khẩu mới")]
    [InlineData("en", "Your new password is saved")]
    public async Task Who_has_chosen_a_password_is_told_so_where_it_is_asked_for(string language, string told)
    {
        var (id, _) = await app.NewAuditorAsync($"new-here-{language}");
        var link = (await LinkOfAsync(id)).Replace("/vi/", $"/{language}/", StringComparison.Ordinal);
        var visitor = app.Visitor(language: language);
        using var answer = await visitor.SendFormAsync(link, new() { ["Chosen"] = "câu đầu tiên tôi chọn" }, "main form[method=post]");

        var page = await visitor.OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString());
        page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain(told);
        page.QuerySelector("main input[type=password]").ShouldNotBeNull();
        (await visitor.OpenAsync("/accounts/sign-in")).QuerySelector("main").ShouldNotBeNull()
            .TextContent.ShouldNotContain(told);
    }

    [Theory]
    [InlineData("reset_expires_at = now() - interval '1 minute'")]
    [InlineData("disabled = true")]
    public async Task A_reset_link_that_expired_or_of_an_account_that_was_disabled_meanwhile_opens_nothing(string meanwhile)
    {
        var (id, _) = await app.NewAuditorAsync($"late-{meanwhile[0]}");
        var link = await LinkOfAsync(id);
        var visitor = app.Visitor();
        var fields = (await visitor.OpenAsync(link)).QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.Name ?? "", input.Value)).Append(new("Chosen", "câu mới sau khi quên")).ToList();
        var before = await TestApp.AskAsync<string>(
            app.Superuser, $"UPDATE account SET {meanwhile} WHERE id = '{id}' RETURNING password_hash");

        (await visitor.OpenAsync(link)).QuerySelector("main form").ShouldBeNull();
        using var answer = await visitor.Http.PostAsync(
            new Uri(visitor.Address(link), UriKind.Relative), new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TestApp.AskAsync<string>(app.Superuser, $"SELECT password_hash FROM account WHERE id = '{id}'")).ShouldBe(before);
    }

    [Fact]
    public async Task A_reset_link_used_four_times_at_once_works_once_and_tells_the_others_so()
    {
        var (id, _) = await app.NewAuditorAsync("hurried");
        var link = await LinkOfAsync(id);
        var people = Enumerable.Range(0, 4).Select(_ => app.Visitor()).ToList();
        // Each has the form open before the first sends it.
        var tokens = await Task.WhenAll(people.Select(person => person.TokenAsync(link)));
        var answers = await Task.WhenAll(people.Zip(tokens).Select((pair, i) => pair.First.Http.PostAsync(
            new Uri(pair.First.Address(link), UriKind.Relative),
            new FormUrlEncodedContent([
                new("Token", link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..]),
                new("Chosen", $"câu mới thứ {i} sau khi quên"), new("__RequestVerificationToken", pair.Second)]))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var late in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            late.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Visitor.ReadAsync(late)).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Liên kết đã được sử dụng");
        }
    }

    private async Task<string> LinkOfAsync(Guid account)
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        return await People.LinkAsync(
            await administrator.SendFormAsync($"/accounts/edit/{account}", [], "form[action*='handler=Reset']"));
    }
}
