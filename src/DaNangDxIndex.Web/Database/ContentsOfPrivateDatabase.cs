namespace DaNangDxIndex.Database;

/// <summary>What fills a private database once its schema is up to date. Runs in one process at a time, at every start.</summary>
public sealed record ContentsOfPrivateDatabase(Func<IServiceProvider, CancellationToken, Task> LoadAsync);
