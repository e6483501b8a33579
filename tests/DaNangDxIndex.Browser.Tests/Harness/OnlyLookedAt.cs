namespace DaNangDxIndex.Harness;

/// <summary>The classes that change nothing share one product.</summary>
[CollectionDefinition(Name)]
public sealed class OnlyLookedAt : ICollectionFixture<Product>
{
    public const string Name = "Only looked at";
}
