namespace DaNangDxIndex.Backups;

public static class BackupsFeature
{
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services.AddSingleton<TakeBackup>().AddSingleton<RestoreBackup>();
}
