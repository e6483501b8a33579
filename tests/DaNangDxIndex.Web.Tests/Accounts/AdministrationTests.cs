using System.Net;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>What an administrator may make of accounts, and what not.</summary>
public sealed class AdministrationTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("signatory", "Không thể tự giao thêm vai trò")]
    [InlineData("auditor", "Không thể tự giao thêm vai trò")]
    [InlineData(null, "Không thể tự khóa tài khoản hoặc tự gỡ vai trò quản trị")]
    public async Task An_administrator_gives_oneself_no_role_and_does_not_lock_oneself_out(string? added, string sentence)
    {
        var own = await IdOfAsync(DemoAccounts.UserName(Role.Administrator, "da-nang"));
        var administrator = await app.SignedInAsync(Role.Administrator);
        var fields = new Dictionary<string, string> { ["Input.FullName"] = "Tên", ["Input.Roles"] = added ?? "administrator" };
        if (added is null)
            fields["Input.Disabled"] = "true";
        var answer = await administrator.SendFormAsync($"/accounts/edit/{own}", fields, Form);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SummaryAsync(answer)).ShouldContain(sentence);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Account>().SingleAsync(account => account.Id == own))).Roles
            .ShouldBe(["administrator"]);
    }

    [Fact]
    public async Task Nobody_is_made_administrator_and_signatory_in_one()
    {
        var answer = await PostAsync(
            "/accounts/edit", ("Input.UserName", "both"), ("Input.FullName", "Tên"), ("Input.Roles", "administrator"),
            ("Input.Roles", "signatory"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SummaryAsync(answer)).ShouldContain("không được đồng thời ký công bố kết quả");
        (await app.InDatabaseAsync("da-nang", db => db.Set<Account>().AnyAsync(account => account.UserName == "both"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Everything_wrong_with_an_account_is_told_at_once_in_the_order_of_the_form()
    {
        var page = await Visitor.ReadAsync(await PostAsync(
            "/accounts/edit", ("Input.UserName", "a b"), ("Input.FullName", ""), ("Input.Roles", "assessor"), ("Input.Roles", "approver"),
            ("Input.Roles", "appraiser"), ("Input.Roles", "signatory"), ("Input.Agency", ""), ("Input.Mail", "không phải")));
        string[] order = ["#Input_UserName", "#Input_FullName", "#Input_Roles", "#Input_Roles", "#Input_Agency", "#Input_Mail"];
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")).ShouldBe(order);
    }

    [Theory]
    [InlineData(201, HttpStatusCode.UnprocessableEntity, "không được quá 200 ký tự")]
    [InlineData(40_000, HttpStatusCode.BadRequest, null)]
    public async Task A_full_name_is_bounded(int letters, HttpStatusCode status, string? sentence)
    {
        var answer = await PostAsync(
            "/accounts/edit", ("Input.UserName", "long-name"), ("Input.FullName", new string('a', letters)), ("Input.Roles", "auditor"));
        answer.StatusCode.ShouldBe(status);
        if (sentence is not null)
            (await SummaryAsync(answer)).ShouldContain(sentence);
    }

    [Fact]
    public async Task A_change_made_on_an_older_version_is_shown_beside_the_newer_one_and_stored_knowing_it()
    {
        var id = await IdOfAsync(DemoAccounts.UserName(Role.Assessor, "khanh-hoa"), "khanh-hoa");
        var administrator = await app.SignedInAsync(Role.Administrator, "khanh-hoa");
        var path = $"/accounts/edit/{id}";
        var agency = (await administrator.OpenAsync(path)).QuerySelector("#Input_Agency option[selected]").ShouldNotBeNull()
            .GetAttribute("value").ShouldNotBeNull();
        Dictionary<string, string> Named(string name, string version) => new()
        {
            ["Input.FullName"] = name, ["Input.Roles"] = "assessor", ["Input.Agency"] = agency, ["Input.Version"] = version,
        };

        (await administrator.SendFormAsync(path, Named("Người thứ nhất", "1"), Form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await administrator.SendFormAsync(path, Named("Người thứ hai", "1"), Form);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("section[aria-labelledby=theirs]").ShouldNotBeNull().TextContent.ShouldContain("Người thứ nhất");
        page.QuerySelector("#Input_FullName").ShouldNotBeNull().GetAttribute("value").ShouldBe("Người thứ hai");
        var seen = page.QuerySelector("input[name='Input.Version']").ShouldNotBeNull().GetAttribute("value").ShouldNotBeNull();
        seen.ShouldBe("2");
        (await administrator.SendFormAsync(path, Named("Người thứ hai", seen), Form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await administrator.OpenAsync(path)).QuerySelector("#Input_FullName").ShouldNotBeNull().GetAttribute("value")
            .ShouldBe("Người thứ hai");
    }

    [Fact]
    public async Task A_link_bears_no_host_that_the_request_merely_claims()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var id = await IdOfAsync(DemoAccounts.UserName(Role.Auditor, "da-nang"));
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(administrator.Address($"/accounts/edit/{id}?handler=Reset"), UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", await administrator.TokenAsync("/accounts/edit"))]),
        };
        request.Headers.Host = "evil.example";
        var page = await Visitor.ReadAsync(await administrator.Http.SendAsync(request));
        page.QuerySelector("main code").ShouldNotBeNull().TextContent.ShouldStartWith("/da-nang/vi/accounts/reset?token=");
    }

    [Fact]
    public async Task An_account_belongs_to_no_agency_that_is_not_there()
    {
        var answer = await (await app.SignedInAsync(Role.Administrator)).SendFormAsync(
            "/accounts/edit", new()
            {
                ["Input.UserName"] = "stray",
                ["Input.FullName"] = "Tên",
                ["Input.Roles"] = "appraiser",
                ["Input.Agency"] = "so-khong-co",
            },
            Form);
        (await SummaryAsync(answer)).ShouldContain("Không có cơ quan này");
        (await app.InDatabaseAsync("da-nang", db => db.Set<Account>().AnyAsync(account => account.UserName == "stray"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_tenants_account_is_not_there()
    {
        var id = await IdOfAsync(DemoAccounts.UserName(Role.Auditor, "da-nang"));
        (await (await app.SignedInAsync(Role.Administrator, "khanh-hoa")).GetAsync($"/accounts/edit/{id}"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var sent = fields.Append(("__RequestVerificationToken", await administrator.TokenAsync(path)))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        return await administrator.Http.PostAsync(new Uri(administrator.Address(path), UriKind.Relative), new FormUrlEncodedContent(sent));
    }

    private Task<Guid> IdOfAsync(string userName, string tenant = "da-nang") =>
        app.InDatabaseAsync(
            tenant, db => db.Set<Account>().Where(account => account.UserName == userName).Select(account => account.Id).SingleAsync());

    private static async Task<string> SummaryAsync(HttpResponseMessage answer) =>
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent;
}
