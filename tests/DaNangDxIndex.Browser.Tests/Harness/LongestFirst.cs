using DaNangDxIndex.Pages;
using Xunit.Abstractions;

namespace DaNangDxIndex.Harness;

/// <summary>
/// Classes that take a minute begin before the others: what begins last then is short, and no browser waits for one that works alone.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(PicturesTests), OnlyLookedAt.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => !Long.Any(name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)));
}
