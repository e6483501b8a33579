using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Npgsql;

namespace DaNangDxIndex.Notices;

/// <summary>
/// Of any number of web processes one makes the rounds: the one whose connection holds the turn. When it stops, or the connection breaks,
/// another one
/// takes the turn at its next try.
/// </summary>
internal sealed class NoticeWorker(
    DatabaseAddresses database, IServiceScopeFactory scopes, Tenants tenants, MailSettings settings, TimeProvider clock,
        ILogger<NoticeWorker> log)
    : BackgroundService
{
    private const long Turn = 0x6478_6e6f_7469_63; // "dxnotic"

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Pause is not { } pause)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            // First the pause: a program that has just started serves its visitors first.
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await HoldTurnAsync(pause, stoppingToken);
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException or IOException
                && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Notices wait until the database answers again: {Reason}", away.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task HoldTurnAsync(TimeSpan pause, CancellationToken ct)
    {
        var address = new NpgsqlConnectionStringBuilder(database.Application) { Pooling = false, ApplicationName = "dx notices" };
        await using var alone = Clusters.PoolOf(address.ConnectionString, "dx-notices");
        await using var connection = await alone.OpenConnectionAsync(ct);
        while (await HasTurnAsync(connection, ct))
        {
            foreach (var tenant in await tenants.ReachableAsync(ct))
                await RunAsync(tenant, ct);
            await Task.Delay(pause, ct);
        }
    }

    /// <summary>
    /// Asked before every round: a connection that broke has lost the turn with it. The lock counts, and all counts end with the
    /// connection.
    /// </summary>
    private static async Task<bool> HasTurnAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)",
            connection) { Parameters = { new() { Value = Turn } } };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        try
        {
            await scope.ServiceProvider.GetRequiredService<NoticeRound>().RunAsync(clock.GetUtcNow(), ct);
        }
        catch (Exception away) when (PassingFailure.IsForNow(away))
        {
            log.LogWarning("The round of notices of {Tenant} waits: {Reason}", tenant.Slug, away.Message);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // One tenant's trouble is not the others'.
            log.LogError(failed, "The round of notices failed for {Tenant}", tenant.Slug);
        }
    }
}
