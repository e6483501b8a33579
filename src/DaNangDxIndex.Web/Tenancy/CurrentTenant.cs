using System.Diagnostics;

namespace DaNangDxIndex.Tenancy;

/// <summary>The tenant of this request or job. Entered once; a scope never changes its tenant.</summary>
public sealed class CurrentTenant
{
    public Tenant? Tenant { get; private set; }

    /// <summary>For code that only runs under a tenant's path.</summary>
    public Tenant Required => Tenant ?? throw new InvalidOperationException("There is no tenant here.");

    public void Enter(Tenant tenant)
    {
        if (Tenant is not null && Tenant.Id != tenant.Id)
            throw new InvalidOperationException($"This scope belongs to {Tenant.Slug} and cannot enter {tenant.Slug}.");
        Tenant = tenant;
        // For whoever watches from outside: the scope is gone when its request is told of.
        Activity.Current?.SetTag("dx.tenant", tenant.Slug);
    }
}
