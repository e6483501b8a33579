using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Amendments;

/// <summary>Classes about amendments share one program and one database; each adds years of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AmendmentsApp : ICollectionFixture<TestApp>
{
    public const string Name = "amendments";
}
