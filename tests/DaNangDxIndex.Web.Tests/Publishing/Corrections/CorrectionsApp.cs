using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Classes about corrections share one program and one database; each publishes years of its own.</summary>
[CollectionDefinition(Name)]
public sealed class CorrectionsApp : ICollectionFixture<TestApp>
{
    public const string Name = "corrections";
}
