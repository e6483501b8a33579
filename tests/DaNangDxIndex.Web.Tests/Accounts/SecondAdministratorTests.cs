using System.Net;
using DaNangDxIndex.Access;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Accounts;

/// <summary>Who signs results and who gives roles is appointed by two administrators: one asks, another confirms.</summary>
[Collection(AccountsApp.Name)]
public sealed class SecondAdministratorTests(TestApp app)
{
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
        using var alone = await person.TryToChooseAsync(link, People.Chosen, code: null);
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
        await person.ChooseAsync(link, People.Chosen, code.ToLowerInvariant());
        await app.SignInAsync(userName, People.Chosen);
        var subject = $"accounts/{waiting.AccountId}";
        var trail = await app.InDatabaseAsync("da-nang", db =>
            db.Set<AuditEntry>().Where(entry => entry.Subject == subject)
                .OrderBy(entry => entry.Number).Select(entry => entry.Verb).ToListAsync());
        trail.ShouldContain("account.appointment-ask");
        trail.ShouldContain("account.appointment-confirm");
    }

    [Fact]
    public async Task An_administrator_alone_is_told_that_a_second_one_is_wanted_before_anybody_can_sign()
    {
        await OfficeOfNewTenant.BeginAsync(app, "mot-quan-tri");
        await app.InTenantAsync("mot-quan-tri", async services =>
        {
            var db = services.GetRequiredService<DxIndexDb>();
            var office = await db.Set<Account>().SingleAsync();
            var only = Account.New("quan-tri", "QUAN-TRI", "Quản trị", [Role.Administrator], agency: null);
            only.TakePassword(office.PasswordHash ?? "");
            db.Add(only);
            db.Add(Account.New("to-truong", "TO-TRUONG", "Tổ trưởng", [Role.LeadAppraiser], agency: null));
            return await db.SaveChangesAsync();
        });
        var administrator = await app.SignInAsync("quan-tri", DemoAccounts.Password, "mot-quan-tri");
        (await WorkAsync()).ShouldContain("Chưa có ai giữ vai trò: Ban Chỉ đạo");
        (await administrator.AddAsync("nguoi-ky", "signatory")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await WorkAsync()).ShouldContain("Chưa có quản trị hệ thống nào khác đã đặt mật khẩu");
        var second = await People.LinkAsync(await administrator.AddAsync("quan-tri-2", "administrator"));
        await app.Visitor("mot-quan-tri").ChooseAsync(second, People.Chosen);
        var waits = await WorkAsync();
        waits.ShouldContain("đang chờ quản trị hệ thống khác xác nhận: Ban Chỉ đạo");
        waits.ShouldNotContain("đã đặt mật khẩu");

        async Task<string> WorkAsync() => (await administrator.OpenAsync("/work")).QuerySelector("main").ShouldNotBeNull().TextContent;
    }

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
        using var guessed = await app.Visitor().TryToChooseAsync(link, People.Chosen, "00000-00000");
        (await Visitor.ReadAsync(guessed)).QuerySelector("#Code-error").ShouldNotBeNull();
        (await TestApp.AskAsync<long>(app.Superuser,
            $"SELECT count(*) FROM audit_entry WHERE verb = 'account.link-code-failed' AND subject = 'accounts/{id}'")).ShouldBe(1);

        var second = await app.SecondAdministratorAsync();
        (await second.OpenAsync("/work")).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("vai trò, liên kết do quản trị hệ thống khác đề nghị");
        (await second.OpenAsync("/accounts/waiting")).QuerySelector($"form[action*=Link] [name=account][value='{id}']").ShouldNotBeNull();
        using var given = await second.GiveCodeAsync(id);
        var code = await People.CodeAsync(given);
        using var twice = await second.GiveCodeAsync(id);
        twice.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await app.Visitor().ChooseAsync(link, People.Chosen, code);
        await app.SignInAsync(userName, People.Chosen);
    }

    [Fact]
    public async Task Who_knew_the_password_of_an_account_does_not_sign_with_it_once_it_is_made_a_signatorys()
    {
        var first = await app.SignedInAsync(Role.Administrator);
        using var added = await first.AddAsync("taken-over", "auditor");
        await app.Visitor().ChooseAsync(await People.LinkAsync(added), People.Chosen);
        var inside = await app.SignInAsync("taken-over", People.Chosen);
        var id = (await app.AccountAsync("taken-over")).Id;
        using var asked = await first.SendFormAsync($"/accounts/edit/{id}",
            new() { ["Input.FullName"] = "Người mới", ["Input.Roles"] = "signatory" }, People.Form);
        using var confirmed = await (await app.SecondAdministratorAsync())
            .SettleAsync((await app.WaitingAsync("taken-over")).ShouldNotBeNull().Id, confirmed: true);
        var link = await People.LinkAsync(confirmed);

        (await inside.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.AccountAsync("taken-over")).HasPassword.ShouldBeFalse();
        using var given = await first.GiveCodeAsync(id);
        await app.Visitor().ChooseAsync(link, People.Chosen, await People.CodeAsync(given));
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
        await app.Visitor(Tenant).ChooseAsync(link.ShouldNotBeNull(), People.Chosen);
        var first = await app.SignInAsync("administrator", People.Chosen, Tenant);

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
