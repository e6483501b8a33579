using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Homes;

/// <summary>Somebody leaves: what is left undone is named, a colleague takes it over, the account is closed.</summary>
public sealed class HandOverTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Open_work_is_named_and_taken_over_and_the_account_closed_and_the_trail_tells_all_of_it()
    {
        var keeper = await app.SignedInAsync(Role.AgencyAdministrator);
        var leaver = await app.AccountAsync(DemoAccounts.UserName(Role.Assessor, "da-nang"));
        var leaving = await app.SignInAsync(leaver.UserName ?? "", DemoAccounts.Password);
        using var added = await keeper.AddAsync("colleague", "assessor");
        var colleague = await app.AccountAsync("colleague");
        var page = await keeper.OpenAsync($"/accounts/hand-over/{leaver.Id}");
        page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("số liệu hồ sơ năm 2025");

        using var refused = await keeper.SendFormAsync($"/accounts/hand-over/{leaver.Id}", [], "main form");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(refused)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("phải có người tiếp nhận");
        (await app.AccountAsync(leaver.UserName ?? "")).Disabled.ShouldBeFalse();

        using var done = await keeper.SendFormAsync($"/accounts/hand-over/{leaver.Id}", new() { ["To"] = $"{colleague.Id}" }, "main form");
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var closed = await app.AccountAsync(leaver.UserName ?? "");
        (closed.Disabled, closed.HandedTo).ShouldBe((true, colleague.Id));
        (await leaving.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var told = await app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>().SingleAsync(entry => entry.Verb == "account.hand-over"));
        told.After.ShouldNotBeNull().ShouldContain("năm 2025");
        told.After.ShouldContain(colleague.FullName);
    }

    [Fact]
    public async Task Nobody_hands_over_the_own_account_and_nobody_follows_from_another_agency()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var own = await app.AccountAsync(DemoAccounts.UserName(Role.Administrator, "da-nang"));
        using var refused = await administrator.SendFormAsync($"/accounts/hand-over/{own.Id}", [], "main form");
        (await Visitor.ReadAsync(refused)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("Không thể tự bàn giao");

        var approver = await app.AccountAsync(DemoAccounts.UserName(Role.Approver, "da-nang"));
        var elsewhere = await app.AccountAsync(DemoAccounts.UserName(Role.Appraiser, "da-nang"));
        using var wrong = await administrator.SendFormAsync(
            $"/accounts/hand-over/{approver.Id}", new() { ["To"] = $"{elsewhere.Id}" }, "main form");
        (await Visitor.ReadAsync(wrong)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("thuộc cùng cơ quan");
    }

    [Fact]
    public async Task Who_enters_does_not_take_over_approving()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        using var added = await administrator.AddAsync("enters-only", "assessor", RunningEdition.Agency);
        var approver = await app.AccountAsync(DemoAccounts.UserName(Role.Approver, "da-nang"));
        using var refused = await administrator.SendFormAsync(
            $"/accounts/hand-over/{approver.Id}", new() { ["To"] = $"{(await app.AccountAsync("enters-only")).Id}" }, "main form");
        (await Visitor.ReadAsync(refused)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("không được đồng thời là người duyệt");
        (await app.AccountAsync(approver.UserName ?? "")).Disabled.ShouldBeFalse();
    }

    [Fact]
    public async Task An_agencys_administrator_hands_over_nobody_of_another_agency()
    {
        var appraiser = await app.AccountAsync(DemoAccounts.UserName(Role.Appraiser, "da-nang"));
        (await (await app.SignedInAsync(Role.AgencyAdministrator)).GetAsync($"/accounts/hand-over/{appraiser.Id}"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
