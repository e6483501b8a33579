using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Database;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Placement;
using Xunit.Abstractions;

namespace DaNangDxIndex.Harness;

/// <summary>
/// Classes that wait longest, for programs to start, databases to hang and clocks, begin before the others: what begins last then is short,
/// and no processor waits at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(PidFileTests), nameof(TwoProgramsTests), nameof(RefusesToStartTests), nameof(ProcessesTests), nameof(RestoreTests),
        nameof(ProvidersTests), nameof(HangingClusterTests), nameof(FrozenPeerTests), OnlyRead.Name,
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => !Long.Any(name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)));
}
