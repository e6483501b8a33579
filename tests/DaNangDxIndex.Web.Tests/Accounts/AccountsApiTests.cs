using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Accounts for a signed-in client: by the rules of the page, by somebody present, and by no token.</summary>
public sealed class AccountsApiTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Path = "/da-nang/api/v1/accounts";

    [Fact]
    public async Task An_account_is_made_and_changed_by_a_client_that_has_signed_in()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var input = new { userName = "api-nhap", fullName = "Người Nhập", agency = "so-yt", roles = new[] { "assessor" } };
        await SentAsync(administrator, HttpMethod.Post, Path, input with { fullName = "" }, HttpStatusCode.UnprocessableEntity);
        await SentAsync(
            administrator, HttpMethod.Post, Path, input with { roles = ["assessor", "nobody"] }, HttpStatusCode.UnprocessableEntity);
        var made = await SentAsync(administrator, HttpMethod.Post, Path, input, HttpStatusCode.Created);
        made["link"].ShouldNotBeNull().GetValue<string>().ShouldContain("/accounts/reset?token=");
        await SentAsync(administrator, HttpMethod.Post, Path, input, HttpStatusCode.Conflict);

        var id = made["account"]?["id"]?.GetValue<Guid>();
        var changed = new { fullName = "Tên Mới", agency = "so-yt", roles = new[] { "assessor" }, disabled = true };
        var version = made["account"]?["version"]?.GetValue<int>().ToString(CultureInfo.InvariantCulture);
        await SentAsync(administrator, HttpMethod.Put, $"{Path}/{id}", changed, HttpStatusCode.PreconditionRequired);
        var after = await SentAsync(administrator, HttpMethod.Put, $"{Path}/{id}", changed, HttpStatusCode.OK, version);
        (after["fullName"]?.GetValue<string>(), after["state"]?.GetValue<string>()).ShouldBe(("Tên Mới", "closed"));
        await SentAsync(administrator, HttpMethod.Put, $"{Path}/{id}", changed, HttpStatusCode.PreconditionFailed, version);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Account>().SingleAsync(account => account.Id == id))).Disabled.ShouldBeTrue();
    }

    [Fact]
    public async Task The_list_is_paged_by_a_cursor_and_every_account_comes_once()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var names = new List<string>();
        for (var next = $"{Path}?limit=3"; next is not null;)
        {
            using var answer = await administrator.Http.GetAsync(new Uri(next, UriKind.RelativeOrAbsolute));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = (await answer.Content.ReadFromJsonAsync<JsonNode>()).ShouldNotBeNull();
            names.AddRange(page["items"].ShouldNotBeNull().AsArray().Select(item => item?["userName"]?.GetValue<string>() ?? ""));
            next = page["next"]?.GetValue<string>();
            (answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null)
                .ShouldBe(next is null ? null : $"<{next}>; rel=\"next\"");
        }

        names.ShouldBe(
            await app.InDatabaseAsync("da-nang", db => db.Set<Account>().Select(account => account.UserName ?? "").ToListAsync()),
            ignoreOrder: true);
        (await administrator.Http.GetAsync(new Uri($"{Path}?limit=0", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(Role.Office, TokenScope.Office, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, TokenScope.Read, HttpStatusCode.OK)]
    public async Task No_token_keeps_accounts_and_one_that_reads_reads_what_its_person_reads(
        Role role, TokenScope scope, HttpStatusCode status)
    {
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, role, scope, $"tài khoản {role}"));
        using var listed = await program.GetAsync(Path);
        using var made = await program.SendAsync(HttpMethod.Post, Path, new { userName = "x" });
        (listed.StatusCode, made.StatusCode).ShouldBe((status, HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task A_change_wants_somebody_present()
    {
        var administrator = await app.SignInAsync(
            DemoAccounts.UserName(Role.Administrator, "da-nang"), DemoAccounts.Password, "da-nang");
        var input = new { userName = "api-muon", fullName = "Muộn", roles = new[] { "auditor" } };
        await TestApp.AskAsync<int>(app.Superuser, """
            UPDATE account_session SET began_at = now() - interval '16 minutes'
            WHERE account_id IN (SELECT id FROM account WHERE 'administrator' = ANY (roles))
            """);

        var refused = await SentAsync(administrator, HttpMethod.Post, Path, input, HttpStatusCode.Forbidden);

        ((string?)refused["type"]).ShouldBe("/problems/account.not-present");
        ((string?)refused["detail"]).ShouldNotBeNull().ShouldContain($"{SecondFactorRules.Present.TotalMinutes} phút");
        (await administrator.Http.GetAsync(new Uri(Path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonNode> SentAsync(
        Visitor by, HttpMethod method, string path, object body, HttpStatusCode status, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", await by.TokenAsync("/work"));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        return (await by.Http.SendAsync(request).AnsweredAsync(status)).ShouldNotBeNull();
    }
}
