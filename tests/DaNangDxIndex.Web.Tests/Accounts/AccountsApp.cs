using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>Classes about accounts that add people of their own share one program and one database.</summary>
[CollectionDefinition(Name)]
public sealed class AccountsApp : ICollectionFixture<TestApp>
{
    public const string Name = "accounts";
}
