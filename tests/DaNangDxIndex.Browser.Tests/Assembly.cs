// More than there are processors: a browser's tests wait for most of their time.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer("DaNangDxIndex.Harness.LongestFirst", "DaNangDxIndex.Browser.Tests")]
