using System.Net;
using DaNangDxIndex.Access;
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
        (await Visitor.ReadAsync(added)).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("chưa có hiệu lực, chờ quản trị hệ thống thứ hai xác nhận");
        var (person, link) = (app.Visitor(), await People.LinkAsync(added));
        using var alone = await person.TryToChooseAsync(link, Chosen, code: null);
        (await Visitor.ReadAsync(alone)).QuerySelector("#Code-error").ShouldNotBeNull()
            .TextContent.ShouldContain("quản trị hệ thống thứ hai");
        (await app.AccountAsync(userName)).Roles.ShouldBeEmpty();

        var waiting = (await app.WaitingAsync(userName)).ShouldNotBeNull();
        using var own = await first.SettleAsync(waiting.Id, confirmed: true);
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(own)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("một quản trị hệ thống khác xác nhận");
        (await app.AccountAsync(userName)).Roles.ShouldBeEmpty();

        using var confirmed = await (await app.SecondAdministratorAsync()).SettleAsync(waiting.Id, confirmed: true);
        var code = await People.CodeAsync(confirmed);
        (await app.AccountAsync(userName)).Roles.ShouldBe([role]);
        await person.ChooseAsync(link, Chosen, code.ToLowerInvariant());
        await app.SignInAsync(userName, Chosen);
        var subject = $"accounts/{waiting.AccountId}";
        var trail = await app.InDatabaseAsync("da-nang", db =>
            db.Set<AuditEntry>().Where(entry => entry.Subject == subject)
                .OrderBy(entry => entry.Number).Select(entry => entry.Verb).ToListAsync());
        trail.ShouldContain("account.appointment-ask");
        trail.ShouldContain("account.appointment-confirm");
    }

    [Fact]
    public async Task Where_the_tenant_wants_two_a_sign_in_system_holds_only_once_another_administrator_has_confirmed_it()
    {
        await app.WantTwoAsync("da-nang", FourEyes.SignInProviders);
        try
        {
            var (first, second) = (await app.SignedInAsync(Role.Administrator), await app.SecondAdministratorAsync());
            using var asked = await first.PostAsync("/accounts/providers/edit", new()
            {
                ["Input.Issuer"] = "https://sso.example.vn", ["Input.ClientId"] = "dx", ["Input.Secret"] = "a-secret-of-the-test",
                ["Input.NameVi"] = "Đăng nhập thử", ["Input.NameEn"] = "Trial", ["Input.Place"] = "1", ["Input.SecondFactor"] = "mfa",
            });
            (asked.Headers.Location?.ToString()).ShouldNotBeNull().ShouldContain("/proposals?done=asked");
            var proposal = await app.ProposalAsync("sign-in-providers/https://sso.example.vn");
            proposal.ShouldNotBe(Guid.Empty);
            (await CountAsync("sign_in_provider WHERE issuer = 'https://sso.example.vn'")).ShouldBe(0);
            (await TestApp.AskAsync<string>(
                app.Superuser, "SELECT concat(json_agg(p), (SELECT json_agg(e) FROM audit_entry e)) FROM proposal p"))
                .ShouldNotBeNull().ShouldNotContain("a-secret-of-the-test");

            (await first.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await second.OpenAsync("/proposals")).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("công nhận bước hai");
            (await second.OpenAsync("/notices")).QuerySelector("main").ShouldNotBeNull()
                .TextContent.ShouldContain("https://sso.example.vn");
            (await second.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await CountAsync("sign_in_provider WHERE issuer = 'https://sso.example.vn' AND second_factor = '{mfa}'")).ShouldBe(1);
            (await first.OpenAsync("/notices")).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("đã xác nhận đề nghị");
            (await second.SettleProposalAsync(proposal, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await CountAsync("audit_entry WHERE verb IN ('proposal.ask', 'proposal.confirm', 'tenant.sign-in-provider')"))
                .ShouldBeGreaterThanOrEqualTo(3);
        }
        finally
        {
            await app.WantTwoAsync("da-nang");
        }
    }

    [Fact]
    public async Task Where_the_tenant_wants_two_a_second_step_is_reset_by_another_administrator_or_refused_or_taken_back()
    {
        await app.WantTwoAsync("da-nang", FourEyes.SecondFactor);
        try
        {
            var (first, second) = (await app.SignedInAsync(Role.Administrator), await app.SecondAdministratorAsync());
            await first.AddAsync("reset-by-two", "auditor");
            await TestApp.AskAsync<int>(app.Superuser, "UPDATE account SET two_factor_enabled = true WHERE user_name = 'reset-by-two'");
            var id = (await app.AccountAsync("reset-by-two")).Id;
            var page = $"/accounts/second-factor-of/{id}";

            (await first.SendFormAsync(page, [], "main form[method=post]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await app.AccountAsync("reset-by-two")).TwoFactorEnabled.ShouldBeTrue();
            (await second.SendFormAsync(page, [], "main form[method=post]")).StatusCode.ShouldBe(
                HttpStatusCode.UnprocessableEntity, "one waits already");
            (await second.SettleProposalAsync(await app.ProposalAsync($"accounts/{id}"), confirmed: false))
                .StatusCode.ShouldBe(HttpStatusCode.Redirect);

            (await first.SendFormAsync(page, [], "main form[method=post]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            var proposal = await app.ProposalAsync($"accounts/{id}");
            (await second.PostAsync("/proposals?handler=Withdraw", new() { ["proposal"] = $"{proposal}" }))
                .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await first.PostAsync("/proposals?handler=Withdraw", new() { ["proposal"] = $"{proposal}" }))
                .StatusCode.ShouldBe(HttpStatusCode.Redirect);

            (await first.SendFormAsync(page, [], "main form[method=post]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await app.AccountAsync("reset-by-two")).TwoFactorEnabled.ShouldBeTrue();
            (await second.SettleProposalAsync(await app.ProposalAsync($"accounts/{id}"), confirmed: true))
                .StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await app.AccountAsync("reset-by-two")).TwoFactorEnabled.ShouldBeFalse();
        }
        finally
        {
            await app.WantTwoAsync("da-nang");
        }
    }

    [Fact]
    public async Task Where_the_tenant_wants_two_for_roles_the_office_too_waits_for_a_second_administrator()
    {
        await app.WantTwoAsync("da-nang", FourEyes.Roles);
        try
        {
            var first = await app.SignedInAsync(Role.Administrator);
            await first.AddAsync("office-by-two", "office");
            (await app.AccountAsync("office-by-two")).Roles.ShouldBeEmpty();
            var waiting = (await app.WaitingAsync("office-by-two")).ShouldNotBeNull();
            (await first.SettleAsync(waiting.Id, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await (await app.SecondAdministratorAsync()).SettleAsync(waiting.Id, confirmed: true)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await app.AccountAsync("office-by-two")).Roles.ShouldBe(["office"]);
        }
        finally
        {
            await app.WantTwoAsync("da-nang");
        }
    }

    private Task<long> CountAsync(string rows) => TestApp.AskAsync<long>(app.Superuser, $"SELECT count(*) FROM {rows}");

    [Theory]
    [InlineData(Role.Signatory)]
    [InlineData(Role.Administrator)]
    public async Task The_link_of_who_signs_or_gives_roles_opens_the_account_only_with_the_code_of_a_second_administrator(Role role)
    {
        var (first, userName) = (await app.SignedInAsync(Role.Administrator),
            role == Role.Signatory ? "lost-signatory" : "lost-administrator");
        var id = await AppointedAsync(first, userName, role);
        using var issued = await first.SendFormAsync($"/accounts/edit/{id}", [], "form[action*=Reset]");
        var link = await People.LinkAsync(issued);
        using var own = await first.GiveCodeAsync(id);
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var guessed = await app.Visitor().TryToChooseAsync(link, Chosen, "00000-00000");
        (await Visitor.ReadAsync(guessed)).QuerySelector("#Code-error").ShouldNotBeNull();

        var second = await app.SecondAdministratorAsync();
        (await second.OpenAsync("/work")).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("vai trò, liên kết do quản trị hệ thống khác đề nghị");
        (await second.OpenAsync("/accounts/waiting")).QuerySelector($"form[action*=Link] [name=account][value='{id}']").ShouldNotBeNull();
        using var given = await second.GiveCodeAsync(id);
        var code = await People.CodeAsync(given);
        using var twice = await second.GiveCodeAsync(id);
        twice.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await app.Visitor().ChooseAsync(link, Chosen, code);
        await app.SignInAsync(userName, Chosen);
    }

    [Fact]
    public async Task Who_knew_the_password_of_an_account_does_not_sign_with_it_once_it_is_made_a_signatorys()
    {
        var first = await app.SignedInAsync(Role.Administrator);
        using var added = await first.AddAsync("taken-over", "auditor");
        await app.Visitor().ChooseAsync(await People.LinkAsync(added), Chosen);
        var inside = await app.SignInAsync("taken-over", Chosen);
        var id = (await app.AccountAsync("taken-over")).Id;
        using var asked = await first.SendFormAsync($"/accounts/edit/{id}",
            new() { ["Input.FullName"] = "Người mới", ["Input.Roles"] = "signatory" }, People.Form);
        using var confirmed = await (await app.SecondAdministratorAsync())
            .SettleAsync((await app.WaitingAsync("taken-over")).ShouldNotBeNull().Id, confirmed: true);
        var link = await People.LinkAsync(confirmed);

        (await inside.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.AccountAsync("taken-over")).HasPassword.ShouldBeFalse();
        using var given = await first.GiveCodeAsync(id);
        await app.Visitor().ChooseAsync(link, Chosen, await People.CodeAsync(given));
    }

    [Fact]
    public async Task What_is_declined_or_not_wanted_any_more_never_holds()
    {
        var first = await app.SignedInAsync(Role.Administrator);
        using var declined = await first.AddAsync("declined", "signatory");
        using var settled = await (await app.SecondAdministratorAsync())
            .SettleAsync((await app.WaitingAsync("declined")).ShouldNotBeNull().Id, confirmed: false);
        (await app.AccountAsync("declined")).Roles.ShouldBeEmpty();
        using var again = await (await app.SecondAdministratorAsync())
            .SettleAsync((await AppointmentOfAsync("declined")).Id, confirmed: true);
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
        await app.InDatabaseAsync("da-nang",
            db => db.Database.ExecuteSqlAsync($"UPDATE account SET roles = ARRAY['appraiser'] WHERE id = {id}"));
        using var answer = await (await app.SecondAdministratorAsync())
            .SettleAsync((await app.WaitingAsync("changed-since")).ShouldNotBeNull().Id, confirmed: true);
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
            var halves = await Should.ThrowAsync<PostgresException>(() => app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlAsync(
                $"UPDATE account SET reset_code_hash = reset_hash, reset_confirmed_by = {by} WHERE id = {waiting.AccountId}")));
            halves.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
        }
    }

    [Fact]
    public async Task A_new_tenants_only_administrator_names_the_second_alone_once_and_no_signatory()
    {
        const string Tenant = "lao-cai";
        await using var owner = new NpgsqlDataSourceBuilder(app.Owner).Build();
        await new NewTenant(Tenant, new("Tỉnh Lào Cai", "Lao Cai Province"), "province").AddAsync(owner, CancellationToken.None);
        await NewTenant.AskForSecondFactorAsync(owner, Tenant, [], CancellationToken.None);
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

    private async Task<Guid> AppointedAsync(Visitor first, string userName, Role role)
    {
        using var added = await first.AddAsync(userName, role.Code());
        using var confirmed = await (await app.SecondAdministratorAsync())
            .SettleAsync((await app.WaitingAsync(userName)).ShouldNotBeNull().Id, confirmed: true);
        await app.Visitor().ChooseAsync(await People.LinkAsync(added), "một câu khác chỉ mình tôi biết", await People.CodeAsync(confirmed));
        return (await app.AccountAsync(userName)).Id;
    }

    private Task<Appointment> AppointmentOfAsync(string userName) => app.InDatabaseAsync("da-nang", db =>
        db.Set<Appointment>()
            .SingleAsync(appointment =>
                db.Set<Account>().Any(account => account.Id == appointment.AccountId && account.UserName == userName)));
}
