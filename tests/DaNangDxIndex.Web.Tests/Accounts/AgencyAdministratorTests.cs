using System.Net;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>The agency's administrator keeps those of the same agency who enter or approve, and nobody else.</summary>
public sealed class AgencyAdministratorTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task People_of_the_own_agency_are_added_changed_and_given_links()
    {
        var keeper = await app.SignedInAsync(Role.AgencyAdministrator);
        using var added = await keeper.AddAsync("own-assessor", "assessor");
        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        var person = await app.AccountAsync("own-assessor");
        person.Roles.ShouldBe(["assessor"]);
        person.AgencyCode.ShouldBe(RunningEdition.Agency);
        using var changed = await keeper.SendFormAsync(
            $"/accounts/edit/{person.Id}",
            new()
            {
                ["Input.FullName"] = "Tên khác",
                ["Input.Roles"] = "approver",
                ["Input.Phone"] = "0236 3822 000",
                ["Input.Version"] = $"{person.Version}",
            },
            People.Form);
        person = await app.AccountAsync("own-assessor");
        (person.FullName, person.Phone).ShouldBe(("Tên khác", "0236 3822 000"));

        var page = await keeper.OpenAsync("/accounts");
        page.Body.ShouldNotBeNull().TextContent.ShouldNotContain(DemoAccounts.UserName(Role.Appraiser, "da-nang"));
        using var slips = await keeper.PostAsync("/accounts/links", new() { ["ids"] = $"{person.Id}" });
        (await Visitor.ReadAsync(slips)).QuerySelectorAll(".slip").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("appraiser")]
    [InlineData("leadAppraiser")]
    [InlineData("office")]
    [InlineData("signatory")]
    [InlineData("agencyAdministrator")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    public async Task No_other_role_is_given(string role)
    {
        using var answer = await (await app.SignedInAsync(Role.AgencyAdministrator)).AddAsync("too-much-" + role, role);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent
            .ShouldContain("chỉ quản lý cán bộ nhập số liệu và lãnh đạo duyệt của cơ quan mình");
    }

    [Fact]
    public async Task The_agency_of_a_new_account_is_the_own_whatever_is_sent()
    {
        using var answer = await (await app.SignedInAsync(Role.AgencyAdministrator)).AddAsync(
            "sent-elsewhere", "assessor", RunningEdition.OfOffice);
        (await app.AccountAsync("sent-elsewhere")).AgencyCode.ShouldBe(RunningEdition.Agency);
    }

    [Fact]
    public async Task Accounts_of_other_agencies_other_roles_and_the_own_are_not_there_to_be_changed()
    {
        var keeper = await app.SignedInAsync(Role.AgencyAdministrator);
        foreach (var role in new[] { Role.Appraiser, Role.AgencyAdministrator, Role.Administrator })
        {
            var id = (await app.AccountAsync(DemoAccounts.UserName(role, "da-nang"))).Id;
            (await keeper.GetAsync($"/accounts/edit/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var changed = await keeper.PostAsync(
                $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Kẻ khác", ["Input.Roles"] = "assessor" });
            changed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var link = await keeper.PostAsync($"/accounts/edit/{id}?handler=Reset", []);
            link.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var slips = await keeper.PostAsync("/accounts/links", new() { ["ids"] = $"{id}" });
            (await Visitor.ReadAsync(slips)).QuerySelectorAll(".slip").ShouldBeEmpty();
        }
        (await keeper.GetAsync("/accounts/waiting")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_enters_does_not_keep_the_agencys_accounts()
    {
        using var answer = await (await app.SignedInAsync(Role.Administrator)).PostAsync("/accounts/edit", new()
        {
            ["Input.UserName"] = "enters-and-keeps", ["Input.FullName"] = "Tên",
            ["Input.Roles"] = "assessor", ["Input.Agency"] = RunningEdition.Agency,
        });
        var id = (await app.AccountAsync("enters-and-keeps")).Id;
        var administrator = await app.SignedInAsync(Role.Administrator);
        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", await administrator.TokenAsync("/work")),
            new("Input.FullName", "Tên"), new("Input.Version", "1"),
            new("Input.Roles", "assessor"), new("Input.Roles", "agencyAdministrator"), new("Input.Agency", RunningEdition.Agency)]);
        using var refused = await administrator.Http.PostAsync(
            new Uri(administrator.Address($"/accounts/edit/{id}"), UriKind.Relative), content);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(refused)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("có thể tự lập tài khoản người duyệt");
    }
}
