using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Ranking;

/// <summary>Classes about the public tables, which change nothing, share one program and one database.</summary>
[CollectionDefinition(Name)]
public sealed class RankingApp : ICollectionFixture<TestApp>
{
    public const string Name = "ranking";
}
