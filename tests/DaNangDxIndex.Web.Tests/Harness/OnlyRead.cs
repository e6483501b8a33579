namespace DaNangDxIndex.Harness;

/// <summary>Classes that change nothing share one program and one database.</summary>
[CollectionDefinition(Name)]
public sealed class OnlyRead : ICollectionFixture<TestApp>
{
    public const string Name = "only read";
}
