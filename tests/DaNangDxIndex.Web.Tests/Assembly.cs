using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")]
// More than there are processors: many of these tests wait, for a clock, another process or a database that hangs.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("DaNangDxIndex.Harness.LongestFirst", "DaNangDxIndex.Web.Tests")]
