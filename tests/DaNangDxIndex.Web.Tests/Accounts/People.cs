using System.Net;
using DaNangDxIndex.Access;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Accounts;

/// <summary>What tests of accounts do again and again.</summary>
internal static class People
{
    public const string Form = "main form[method=post]:not(.conflict-acts)";

    public const string Chosen = "một câu chỉ mình tôi biết";

    public static Task<Visitor> SecondAdministratorAsync(this TestApp app) =>
        app.SignInAsync("administrator2@da-nang.demo", DemoAccounts.Password);

    public static Task<Account> AccountAsync(this TestApp app, string userName, string tenant = "da-nang") =>
        app.InDatabaseAsync(tenant, db => db.Set<Account>().AsNoTracking().SingleAsync(account => account.UserName == userName));

    public static Task<Appointment?> WaitingAsync(this TestApp app, string userName, string tenant = "da-nang") =>
        app.InDatabaseAsync(tenant, db =>
            db.Set<Appointment>().SingleOrDefaultAsync(appointment => appointment.Outcome == null
                && db.Set<Account>().Any(account => account.Id == appointment.AccountId && account.UserName == userName)));

    public static Task<HttpResponseMessage> AddAsync(this Visitor keeper, string userName, string role, string? agency = null) =>
        keeper.SendFormAsync(
            "/accounts/edit",
            new()
            {
                ["Input.UserName"] = userName,
                ["Input.FullName"] = "Người mới",
                ["Input.Roles"] = role,
                ["Input.Agency"] = agency ?? "",
            },
            Form);

    /// <summary>Somebody who has chosen a password and bears no weight.</summary>
    public static async Task<(Guid Id, string UserName)> NewAuditorAsync(this TestApp app, string userName)
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        await app.Visitor().ChooseAsync(await LinkAsync(await administrator.AddAsync(userName, Role.Auditor.Code())), Chosen);
        return ((await app.AccountAsync(userName)).Id, userName);
    }

    /// <summary>The one-time link of the page, as a path.</summary>
    public static async Task<string> LinkAsync(HttpResponseMessage answer) =>
        new Uri((await Visitor.ReadAsync(answer)).QuerySelector("main code").ShouldNotBeNull().TextContent).PathAndQuery;

    /// <summary>The half of a link that a second administrator hands over, as the answer to the confirmation shows it.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await Visitor.ReadAsync(answer)).QuerySelector("main code").ShouldNotBeNull().TextContent;
    }

    public static async Task ChooseAsync(this Visitor visitor, string link, string password, string? code = null)
    {
        using var answer = await visitor.TryToChooseAsync(link, password, code);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    public static Task<HttpResponseMessage> TryToChooseAsync(this Visitor visitor, string link, string password, string? code) =>
        visitor.SendFormAsync(link, new() { ["Chosen"] = password, ["Code"] = code ?? "" }, "main form[method=post]");

    public static Task<HttpResponseMessage> SettleAsync(this Visitor administrator, Guid appointment, bool confirmed) =>
        administrator.PostAsync(
        "/accounts/waiting", new() { ["appointment"] = appointment.ToString(), ["confirmed"] = confirmed ? "true" : "false" });

    public static Task<HttpResponseMessage> GiveCodeAsync(this Visitor administrator, Guid account) =>
        administrator.PostAsync("/accounts/waiting?handler=Link", new() { ["account"] = account.ToString() });

    /// <summary>For these acts the tenant wants two people, until it is said otherwise.</summary>
    public static async Task WantTwoAsync(this TestApp app, string tenant, params FourEyes[] matters)
    {
        await using var owner = new Npgsql.NpgsqlDataSourceBuilder(app.Owner).Build();
        await NewTenant.AskForFourEyesAsync(owner, tenant, matters, CancellationToken.None);
        // An unknown state of the tenants is read at most once a second.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        app.Services.GetRequiredService<Tenants>().Forget();
    }

    /// <summary>A signatory beside the demo's own, signed in.</summary>
    public static async Task<Visitor> SecondSignatoryAsync(this TestApp app, string userName)
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        await app.Visitor().ChooseAsync(await LinkAsync(await administrator.AddAsync(userName, "auditor")), Chosen);
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE account SET roles = '{{signatory}}' WHERE user_name = '{userName}'");
        return await app.SignInAsync(userName, Chosen);
    }

    /// <summary>The one proposal of this subject that waits.</summary>
    public static Task<Guid> ProposalAsync(this TestApp app, string subject) => TestApp.AskAsync<Guid>(
        app.Superuser, $"SELECT id FROM proposal WHERE subject = '{subject}' AND outcome IS NULL");

    public static Task<HttpResponseMessage> SettleProposalAsync(this Visitor person, Guid proposal, bool confirmed) => person.PostAsync(
        "/proposals", new() { ["proposal"] = proposal.ToString(), ["confirmed"] = confirmed ? "true" : "false" });
}
