using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// A hundred requests of two tenants at once over two connections, and again, some broken off by who asked, some by a failure: no answer
/// holds the other tenant's, and neither connection is left with a tenant.
/// </summary>
public sealed class PoolTests : IAsyncLifetime
{
    private const string Setting = "SELECT coalesce(current_setting('app.tenant_id', true), '')";

    private readonly TestApp _app = new() { More = ";Maximum Pool Size=2;Timeout=120" };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_pooled_connection_never_carries_its_last_tenant_over()
    {
        string[] tenants = ["da-nang", "khanh-hoa"];
        var visitors = new[] { await _app.SignedInAsync(Role.Administrator, tenants[0]), await _app.SignedInAsync(
            Role.Administrator, tenants[1]) };
        // Where this table is missing a request fails in the midst of its answer; the pages of accounts do not read it.
        await TestApp.AskAsync<int>(_app.Superuser, "ALTER TABLE access_token RENAME TO access_token_gone");
        var failed = 0;
        foreach (var some in Enumerable.Range(0, 200).Chunk(Queue.AtLeast))
            await Task.WhenAll(some.Select(AskAsync));

        async Task AskAsync(int i)
        {
            var (own, other) = (tenants[i % 2], tenants[(i + 1) % 2]);
            using var broken = new CancellationTokenSource();
            if (i % 7 == 0)
                broken.CancelAfter(TimeSpan.FromMilliseconds(i % 29));
            if (i % 5 == 0)
            {
                using var failure = await visitors[i % 2].Http.GetAsync(new Uri($"/{own}/vi/accounts/tokens/all", UriKind.Relative));
                failure.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
                Interlocked.Increment(ref failed);
            }
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
        }

        failed.ShouldBe(40);
        foreach (var tenant in tenants)
        {
            await Should.ThrowAsync<NotSupportedException>(() => _app.InDatabaseAsync<int>(tenant, async db =>
            {
                await using var changing = await db.Database.BeginTransactionAsync();
                (await db.Set<Account>().CountAsync()).ShouldBeGreaterThan(0);
                throw new NotSupportedException("in the midst of a change");
            }));
        }

        // Both at once: each is another one.
        var pool = _app.Services.GetRequiredService<NpgsqlDataSource>();
        await using var first = await pool.OpenConnectionAsync();
        await using var second = await pool.OpenConnectionAsync();
        first.ProcessID.ShouldNotBe(second.ProcessID);
        foreach (var connection in new[] { first, second })
        {
            await using var asked = new NpgsqlCommand(Setting, connection);
            (await asked.ExecuteScalarAsync()).ShouldBe("", $"of {connection.ProcessID}");
        }
    }
}
