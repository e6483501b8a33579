using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Two hundred requests of two tenants at once over two connections, some broken off: no answer holds the other tenant's.
/// </summary>
public sealed class PoolTests : IAsyncLifetime
{
    private readonly TestApp _app = new() { More = ";Maximum Pool Size=2;Timeout=120" };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_pooled_connection_never_carries_its_last_tenant_over()
    {
        string[] tenants = ["da-nang", "khanh-hoa"];
        var visitors = new[] { await _app.SignedInAsync(Role.Administrator, tenants[0]), await _app.SignedInAsync(
            Role.Administrator, tenants[1]) };
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var (own, other) = (tenants[i % 2], tenants[(i + 1) % 2]);
            using var broken = new CancellationTokenSource();
            if (i % 7 == 0)
                broken.CancelAfter(TimeSpan.FromMilliseconds(i % 29));
            try
            {
                var answer = await visitors[i % 2].Http.GetAsync(new Uri($"/{own}/vi/accounts", UriKind.Relative), broken.Token);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                var page = await answer.Content.ReadAsStringAsync(broken.Token);
                page.ShouldContain($"@{own}.demo");
                page.ShouldNotContain($"@{other}.demo");
            }
            catch (OperationCanceledException) when (broken.IsCancellationRequested)
            {
            }
        }));

        await using var connection = await _app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var setting = new NpgsqlCommand("SELECT coalesce(current_setting('app.tenant_id', true), '')", connection);
        (await setting.ExecuteScalarAsync()).ShouldBe("");
    }
}
