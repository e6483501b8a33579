using System.Net;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>What a tenant may want two people for beside signing: sign-in systems, second steps, any role.</summary>
[Collection(AccountsApp.Name)]
public sealed class FourEyesTests(TestApp app)
{
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
}
