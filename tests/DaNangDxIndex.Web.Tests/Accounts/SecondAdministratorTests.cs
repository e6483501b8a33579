using System.Net;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Accounts;

/// <summary>Who signs results and who gives roles is appointed by two administrators: one asks, another confirms.</summary>
public sealed class SecondAdministratorTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Chosen = "một câu chỉ mình tôi biết";

    [Theory]
    [InlineData("signatory")]
    [InlineData("administrator")]
    public async Task A_role_of_weight_holds_only_once_a_second_administrator_has_confirmed_it(string role)
    {
        var first = await app.SignedInAsync(Role.Administrator);
        var userName = "weighty-" + role;
        using var added = await first.AddAsync(userName, role);
        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.ReadAsync(added)).Body.ShouldNotBeNull().TextContent.ShouldContain(
            "chưa có hiệu lực, chờ quản trị hệ thống thứ hai xác nhận");
        var person = app.Visitor();
        await person.ChooseAsync(await People.LinkAsync(added), Chosen);
        var signedIn = await app.SignInAsync(userName, Chosen);
        (await signedIn.GetAsync("/accounts")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.AccountAsync(userName)).Roles.ShouldBeEmpty();

        var waiting = (await app.WaitingAsync(userName)).ShouldNotBeNull();
        using var own = await SettleAsync(first, waiting.Id, confirmed: true);
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(own)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("một quản trị hệ thống khác xác nhận");
        (await app.AccountAsync(userName)).Roles.ShouldBeEmpty();

        using var confirmed = await SettleAsync(await app.SecondAdministratorAsync(), waiting.Id, confirmed: true);
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.AccountAsync(userName)).Roles.ShouldBe([role]);
        var subject = $"accounts/{waiting.AccountId}";
        var trail = await app.InDatabaseAsync("da-nang", db =>
            db.Set<AuditEntry>().Where(entry => entry.Subject == subject)
                .OrderBy(entry => entry.Number).Select(entry => entry.Verb).ToListAsync());
        trail.ShouldContain("account.appointment-ask");
        trail.ShouldContain("account.appointment-confirm");
    }

    [Fact]
    public async Task What_is_declined_or_not_wanted_any_more_never_holds()
    {
        var first = await app.SignedInAsync(Role.Administrator);
        using var declined = await first.AddAsync("declined", "signatory");
        using var settled = await SettleAsync(
            await app.SecondAdministratorAsync(), (await app.WaitingAsync("declined")).ShouldNotBeNull().Id, confirmed: false);
        (await app.AccountAsync("declined")).Roles.ShouldBeEmpty();
        using var again = await SettleAsync(
            await app.SecondAdministratorAsync(), (await AppointmentOfAsync("declined")).Id, confirmed: true);
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        using var withdrawn = await first.AddAsync("withdrawn", "signatory");
        var id = (await app.AccountAsync("withdrawn")).Id;
        using var changed = await first.SendFormAsync(
            $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Người mới", ["Input.Roles"] = "auditor" }, People.Form);
        (await app.WaitingAsync("withdrawn")).ShouldBeNull();
        (await AppointmentOfAsync("withdrawn")).Outcome.ShouldBe(Appointment.Settlement.Withdrawn);
        (await app.AccountAsync("withdrawn")).Roles.ShouldBe(["auditor"]);
    }

    [Fact]
    public async Task A_role_that_goes_with_none_of_those_held_meanwhile_is_not_confirmed()
    {
        var first = await app.SignedInAsync(Role.Administrator);
        using var added = await first.AddAsync("changed-since", "signatory");
        var id = (await app.AccountAsync("changed-since")).Id;
        await app.InDatabaseAsync(
            "da-nang", db => db.Database.ExecuteSqlAsync($"UPDATE account SET roles = ARRAY['appraiser'] WHERE id = {id}"));
        using var answer = await SettleAsync(
            await app.SecondAdministratorAsync(), (await app.WaitingAsync("changed-since")).ShouldNotBeNull().Id, confirmed: true);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.AccountAsync("changed-since")).Roles.ShouldBe(["appraiser"]);
    }

    [Fact]
    public async Task The_database_takes_no_confirmation_by_who_asked_or_by_who_receives()
    {
        var first = await app.SignedInAsync(Role.Administrator);
        using var added = await first.AddAsync("forged", "signatory");
        var waiting = (await app.WaitingAsync("forged")).ShouldNotBeNull();
        foreach (var by in new[] { waiting.AskedBy, waiting.AccountId })
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlAsync(
                $"UPDATE appointment SET outcome = 'confirmed', settled_by = {by}, settled_at = now() WHERE id = {waiting.Id}")));
            refused.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
        }
    }

    [Fact]
    public async Task A_new_tenants_only_administrator_names_the_second_alone_once_and_no_signatory()
    {
        const string Tenant = "lao-cai";
        await using var owner = new NpgsqlDataSourceBuilder(app.Owner).Build();
        await new NewTenant(Tenant, new("Tỉnh Lào Cai", "Lao Cai Province"), "province").AddAsync(owner, CancellationToken.None);
        var link = await app.InTenantAsync(Tenant, services => FirstAdministrator.AddAsync(services, CancellationToken.None));
        await app.Visitor(Tenant).ChooseAsync(link.ShouldNotBeNull(), Chosen);
        var first = await app.SignInAsync("administrator", Chosen, Tenant);

        using var signatory = await first.AddAsync("signatory", "signatory");
        using var second = await first.AddAsync("second", "administrator");
        using var third = await first.AddAsync("third", "administrator");

        (await app.AccountAsync("signatory", Tenant)).Roles.ShouldBeEmpty();
        (await app.AccountAsync("second", Tenant)).Roles.ShouldBe(["administrator"]);
        (await app.AccountAsync("third", Tenant)).Roles.ShouldBeEmpty();
        // Nor once the second has lost the role: then the operator of the server helps.
        var id = (await app.AccountAsync("second", Tenant)).Id;
        using var laidDown = await first.SendFormAsync(
            $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Người mới", ["Input.Roles"] = "auditor" }, People.Form);
        using var fourth = await first.AddAsync("fourth", "administrator");
        (await app.AccountAsync("fourth", Tenant)).Roles.ShouldBeEmpty();
        (await first.OpenAsync("/accounts/waiting")).Body.ShouldNotBeNull().TextContent.ShouldContain("Chưa có quản trị hệ thống thứ hai");
    }

    private static Task<HttpResponseMessage> SettleAsync(Visitor administrator, Guid appointment, bool confirmed) =>
        administrator.PostAsync(
            "/accounts/waiting", new() { ["appointment"] = appointment.ToString(), ["confirmed"] = confirmed ? "true" : "false" });

    private Task<Appointment> AppointmentOfAsync(string userName) => app.InDatabaseAsync("da-nang", db =>
        db.Set<Appointment>()
            .SingleAsync(one => db.Set<Account>().Any(account => account.Id == one.AccountId && account.UserName == userName)));
}
