using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Replies;

/// <summary>Classes about what agencies reply share one program and one database; each adds years of its own.</summary>
[CollectionDefinition(Name)]
public sealed class RepliesApp : ICollectionFixture<TestApp>
{
    public const string Name = "replies";
}
