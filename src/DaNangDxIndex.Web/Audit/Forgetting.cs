namespace DaNangDxIndex.Audit;

/// <summary>
/// One kind of what is kept about people, as long as it is needed and no longer (docs/operations.md, "Retention"). The entries of the trail
/// are of no such kind: they stay.
/// </summary>
public abstract class Forgetting(IConfiguration configuration, TimeProvider clock)
{
    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>How much there was to forget.</returns>
    public abstract Task<int> HandleAsync(CancellationToken ct);

    /// <summary>What is older than so many days, one at least.</summary>
    protected DateTimeOffset Oldest(string setting, int usual) =>
        Now.AddDays(-Math.Max(1, configuration.GetValue(setting, usual)));
}
