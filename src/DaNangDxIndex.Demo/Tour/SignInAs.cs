using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Demo;

/// <summary>A button that signs in as a role of the demo and goes to a page.</summary>
/// <param name="Role">Whose account.</param>
/// <param name="Tenant">Slug of the tenant.</param>
/// <param name="To">The page's path; null for the first page of the role.</param>
public sealed record SignInAs(Role Role, string Tenant, string? To)
{
    public string UserName => DemoAccounts.UserName(Role, Tenant);
}
