using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Targets;

/// <summary>Classes that import targets share one program and one database, and leave the year as it was.</summary>
[CollectionDefinition(Name)]
public sealed class TargetsApp : ICollectionFixture<TestApp>
{
    public const string Name = "imported targets";
}
