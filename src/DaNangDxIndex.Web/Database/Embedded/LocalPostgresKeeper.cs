using Npgsql;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>Starts the private server again when it is gone: it crashed, or the process that had started it was killed.</summary>
internal sealed class LocalPostgresKeeper(LocalPostgres postgres, NpgsqlDataSource dataSource,
    ILogger<LocalPostgresKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!postgres.IsRunning)
                await StartAgainAsync(stoppingToken);
        }
    }

    private async Task StartAgainAsync(CancellationToken ct)
    {
        try
        {
            await postgres.EnsureRunningAsync(ct);
            dataSource.Clear();
            log.LogWarning("The local PostgreSQL was gone and runs again");
        }
        catch (Exception failed) when (failed is CannotStart or InvalidOperationException
            or NpgsqlException or IOException or UnauthorizedAccessException)
        {
            log.LogError(failed, "The local PostgreSQL does not start");
        }
    }
}
