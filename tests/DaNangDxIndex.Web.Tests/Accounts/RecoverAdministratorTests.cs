using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Accounts;

/// <summary>dx administrator: the last one has left, or cannot sign in.</summary>
public sealed class RecoverAdministratorTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_closed_administrator_is_opened_signs_in_by_the_link_and_the_trail_says_who_did_it()
    {
        await app.InDatabaseAsync(
            "khanh-hoa", db => db.Database.ExecuteSqlAsync($"UPDATE account SET disabled = true WHERE roles @> ARRAY['administrator']"));
        var token = await RecoverAsync("administrator@khanh-hoa.demo");
        await app.Visitor("khanh-hoa").ChooseAsync($"/khanh-hoa/vi/accounts/reset?token={token}", "một câu chỉ mình tôi biết");
        await (await app.SignInAsync("administrator@khanh-hoa.demo", "một câu chỉ mình tôi biết", "khanh-hoa")).OpenAsync("/accounts");
        var told = await app.InDatabaseAsync("khanh-hoa", db => db.Set<AuditEntry>().SingleAsync(entry => entry.Verb == "account.recover"));
        (told.AccountName, told.AccountId).ShouldBe(("dx", null));
    }

    [Fact]
    public async Task Where_nobody_bears_the_name_the_account_is_made()
    {
        await RecoverAsync("new-administrator");
        (await app.AccountAsync("new-administrator", "khanh-hoa")).Roles.ShouldBe(["administrator"]);
    }

    [Fact]
    public async Task Who_signs_results_does_not_become_an_administrator() =>
        (await Should.ThrowAsync<RuleViolation>(() => RecoverAsync("signatory@khanh-hoa.demo")))
            .Code.ShouldBe("account.administers-and-signs");

    private Task<string> RecoverAsync(string userName) => app.InTenantAsync("khanh-hoa", services =>
        services.GetRequiredService<RecoverAdministrator>().HandleAsync(new(userName), CancellationToken.None));
}
