using System.Net;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Placement;

public sealed class ScopesTests(TwoClusters two) : IClassFixture<TwoClusters>
{
    [Theory]
    [InlineData("Host=north;Username=dx_app;Password=secret;Maximum Pool Size=7")]
    [InlineData("Host=north,south;Username=dx_app;Password=secret;Persist Security Info=true")]
    public void A_connection_is_known_by_its_pool_also_with_a_password(string address)
    {
        using var pool = Clusters.PoolOf(address, "dx-north");
        using var connection = pool.CreateConnection();
        connection.ConnectionString.ShouldBe(pool.ConnectionString);
    }

    [Fact]
    public async Task Tables_that_were_asked_for_before_the_tenant_was_entered_read_nothing_of_another_cluster()
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DxIndexDb>();
        var tenant = await two.App.InTenantAsync("da-nang", services =>
            Task.FromResult(services.GetRequiredService<CurrentTenant>().Required));
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant with { Cluster = "north" });
        (await Should.ThrowAsync<InvalidOperationException>(() => db.Database.OpenConnectionAsync())).Message.ShouldContain("north");
    }

    [Fact]
    public async Task A_tenant_on_a_cluster_that_no_setting_names_is_away_and_the_others_are_served()
    {
        await SayAsync("UPDATE tenant SET cluster = 'south' WHERE slug = 'khanh-hoa'");
        try
        {
            var away = await two.App.Visitor("khanh-hoa").GetAsync("/editions/2023");
            away.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            away.Headers.RetryAfter.ShouldNotBeNull();
            (await two.App.Visitor().GetAsync("/editions/2023")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await ProgramVerb.RunHereAsync(two.SettingsOfCommand, "tenant", "list")).Told
                .ShouldContain("khanh-hoa: south, không có thiết lập nào nêu cụm này");
        }
        finally
        {
            await SayAsync("UPDATE tenant SET cluster = NULL WHERE slug = 'khanh-hoa'");
        }
    }

    private Task SayAsync(string sql) => TestApp.AskAsync<int>(two.App.Owner, sql);
}
