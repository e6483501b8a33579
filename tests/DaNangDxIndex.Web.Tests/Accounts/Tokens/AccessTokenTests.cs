using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>A token does what its person may do within its scope, over the API alone, and ends with the person's rights.</summary>
public sealed class AccessTokenTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_token_reads_and_enters_and_the_trail_names_it()
    {
        var edition = await OpenEdition.AddAsync(app);
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Enter, "Phần mềm một cửa"));

        (await StatusAsync(program.GetAsync(Figures(edition)))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(program.SendAsync(HttpMethod.Patch, $"{Figures(edition)}/coverage", new { value = "98.06" }, "0")))
            .ShouldBe(HttpStatusCode.OK);
        (await edition.StoredAsync("coverage")).ShouldNotBeNull().Declared.ShouldBe("98.06");
        (await app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>().OrderByDescending(entry => entry.Number)
            .Where(entry => entry.Verb == "figure.declare").Select(entry => entry.AccountName).FirstAsync()))
            .ShouldEndWith(" (API: Phần mềm một cửa)");
    }

    [Fact]
    public async Task A_token_that_reads_changes_nothing()
    {
        var edition = await OpenEdition.AddAsync(app);
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Read));
        (await StatusAsync(program.GetAsync(Figures(edition)))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(program.SendAsync(HttpMethod.Patch, $"{Figures(edition)}/coverage", new { value = "98.06" }, "0")))
            .ShouldBe(HttpStatusCode.Forbidden);
        (await edition.StoredAsync("coverage")).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_opens_no_page_and_no_other_tenant_and_no_other_agency()
    {
        var edition = await OpenEdition.AddAsync(app);
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Enter));
        (await StatusAsync(program.GetAsync("/da-nang/vi/work"))).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(program.GetAsync(Figures(edition).Replace("/da-nang/", "/khanh-hoa/", StringComparison.Ordinal))))
            .ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(program.GetAsync(Figures(edition).Replace(edition.Agency, "another-agency", StringComparison.Ordinal))))
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Only_the_hash_is_kept_and_the_text_is_shown_once()
    {
        var text = await AskingProgram.IssueAsync(app, Role.Approver, TokenScope.Read, "một lần");
        var page = await (await app.SignedInAsync(Role.Approver)).OpenAsync("/accounts/tokens");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("một lần");
        page.Source.Text.ShouldNotContain(text);
        (await TestApp.AskAsync<long>(app.Superuser,
            $"SELECT count(*) FROM access_token WHERE hash = sha256('{text}') AND access_token::text NOT LIKE '%{text}%'")).ShouldBe(1);
        (await TestApp.AskAsync<long>(app.Superuser, $"SELECT count(*) FROM audit_entry WHERE audit_entry::text LIKE '%{text}%'"))
            .ShouldBe(0);
    }

    [Theory]
    [InlineData("dxt_")]
    [InlineData("dxt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA000000")]
    public async Task What_is_no_token_is_told_so(string text)
    {
        using var answer = await new AskingProgram(app, text).GetAsync("/da-nang/api/v1/editions/2025/agencies/w25-hai-chau/figures");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        await ToldAsync(answer, "token.not-good", "đã hết hạn hoặc đã bị thu hồi");
    }

    [Fact]
    public async Task Who_brings_no_token_or_one_without_the_rights_is_told_what_to_bring()
    {
        using var nobody = await app.Visitor().GetApiAsync("editions/2025/agencies/w25-hai-chau/figures");
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        nobody.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        await ToldAsync(nobody, "account.not-signed-in", "Authorization: Bearer");

        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Read));
        using var without = await program.GetAsync("/da-nang/api/v1/accounts");
        without.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await ToldAsync(without, "account.not-allowed", "không được thực hiện việc này");
    }

    /// <summary>By a problem that has a page of its own, in Vietnamese where nothing else is asked for.</summary>
    private async Task ToldAsync(HttpResponseMessage answer, string code, string sentence)
    {
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
        ((string?)problem["type"]).ShouldBe($"/problems/{code}");
        ((string?)problem["detail"]).ShouldNotBeNull().ShouldContain(sentence);
        (await app.Visitor().Http.GetAsync(new Uri($"/problems/{code}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_ends_by_its_person_by_the_administrator_and_by_its_day()
    {
        var edition = await OpenEdition.AddAsync(app);
        var person = await app.SignedInAsync(Role.Assessor);
        var administrator = await app.SignedInAsync(Role.Administrator);
        foreach (var (visitor, page) in new[] { (person, "/accounts/tokens"), (administrator, "/accounts/tokens/all") })
        {
            var name = $"hết {page.Length}";
            var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Read, name));
            (await StatusAsync(program.GetAsync(Figures(edition)))).ShouldBe(HttpStatusCode.OK);
            var shown = await visitor.OpenAsync(page);
            var row = shown.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(name, StringComparison.Ordinal));
            row.TextContent.ShouldNotContain("chưa dùng");
            (await StatusAsync(visitor.PostAsync($"{page}?handler=Revoke", new()
            {
                ["token"] = row.QuerySelector("input[name=token]").ShouldNotBeNull().GetAttribute("value") ?? "",
            }))).ShouldBe(HttpStatusCode.Redirect);
            (await StatusAsync(program.GetAsync(Figures(edition)))).ShouldBe(HttpStatusCode.Unauthorized);
        }
        var late = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Read, "quá hạn"));
        await TestApp.AskAsync<int>(app.Superuser,
            "UPDATE access_token SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day' WHERE name = 'quá hạn'");
        (await StatusAsync(late.GetAsync(Figures(edition)))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("disabled = true")]
    [InlineData("roles = ARRAY['assessor', 'office']")]
    [InlineData("agency_code = 'another-agency'")]
    public async Task A_token_ends_for_good_with_a_lock_or_other_rights(string change)
    {
        var edition = await OpenEdition.AddAsync(app);
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Enter));
        var (id, roles, agency) = await app.InDatabaseAsync("da-nang", db => db.Set<Account>()
            .Where(account => account.Roles.Contains("assessor") && account.AgencyCode == edition.Agency)
            .Select(account => new ValueTuple<Guid, string, string?>(account.Id, string.Join(",", account.Roles), account.AgencyCode))
            .FirstAsync());
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE account SET {change} WHERE id = '{id}'");
        await TestApp.AskAsync<int>(app.Superuser,
            $"""
            UPDATE account SET disabled = false, closed_at = NULL, roles = string_to_array('{roles}', ','), agency_code = '{agency}'
                WHERE id = '{id}'
            """);
        (await StatusAsync(program.GetAsync(Figures(edition)))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_change_of_the_account_leaves_its_tokens_alone()
    {
        var edition = await OpenEdition.AddAsync(app);
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Read));
        await TestApp.AskAsync<int>(app.Superuser, "UPDATE account SET phone = '0236 3822 001' WHERE 'assessor' = ANY (roles)");
        (await StatusAsync(program.GetAsync(Figures(edition)))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_refuses_more_than_a_year_and_rights_that_the_roles_do_not_give()
    {
        var person = await app.SignedInAsync(Role.Assessor);
        using var late = await person.SendFormAsync(
            "/accounts/tokens", new() { ["Name"] = "dài", ["Scope"] = "Read", ["Days"] = "366" }, "form:has([name=Days])");
        (await Visitor.ReadAsync(late)).QuerySelector("#Days-error").ShouldNotBeNull();
        using var more = await person.SendFormAsync(
            "/accounts/tokens", new() { ["Name"] = "rộng", ["Scope"] = "Office", ["Days"] = "3" }, "form:has([name=Days])");
        more.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.InDatabaseAsync("da-nang", db => db.Set<AccessToken>()
            .CountAsync(token => token.Name == "dài" || token.Name == "rộng"))).ShouldBe(0);
    }

    private static string Figures(OpenEdition edition) => $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures";

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }
}
