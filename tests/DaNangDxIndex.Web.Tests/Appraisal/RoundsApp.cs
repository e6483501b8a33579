using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Appraisal;

/// <summary>Classes about the rounds of an appraisal share one program and one database; each adds years of its own.</summary>
[CollectionDefinition(Name)]
public sealed class RoundsApp : ICollectionFixture<TestApp>
{
    public const string Name = "rounds of appraisal";
}
