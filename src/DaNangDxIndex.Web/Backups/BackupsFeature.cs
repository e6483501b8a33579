using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DaNangDxIndex.Backups;

public static class BackupsFeature
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<BackupIsRecent>("backup", HealthStatus.Degraded);
        return services.AddSingleton<LastBackup>().AddSingleton<TakeBackup>().AddSingleton<RestoreBackup>();
    }
}
