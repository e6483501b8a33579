using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Placement;

/// <summary>A tenant at a place, read as the application reads it: its trail, what it published, its evidence.</summary>
internal sealed class VerifyPlace(IServiceScopeFactory scopes)
{
    /// <summary>Entries, publications and files that hold; files that were compared before are not read again.</summary>
    public sealed record Outcome(long Entries, int Publications, int Files);

    /// <summary>Digests of its evidence, each read and compared.</summary>
    /// <exception cref="MoveRefusal"/>
    public async Task<IReadOnlySet<string>> EvidenceAsync(Tenant tenant, IReadOnlySet<string> compared, CancellationToken ct)
    {
        await using var scope = Enter(tenant);
        var digests = await scope.ServiceProvider.GetRequiredService<DxIndexDb>().Set<StoredFile>()
            .Select(file => file.Digest).ToListAsync(ct);
        if (digests.TrueForAll(compared.Contains))
            return compared;
        if (!scope.ServiceProvider.GetRequiredService<EvidenceStore>().IsSetUp)
            throw MoveRefusal.NoStore(digests.Count);
        var found = await scope.ServiceProvider.GetRequiredService<VerifyStore>().HandleAsync(ct);
        return found.Faults.Count == 0 ? digests.ToHashSet(StringComparer.Ordinal) : throw MoveRefusal.Evidence(found.Files, found.Faults);
    }

    /// <param name="tenant">As it will stand.</param>
    /// <param name="head">Of its trail where it stood.</param>
    /// <param name="compared">Evidence that was read before.</param>
    /// <param name="ct"></param>
    /// <exception cref="MoveRefusal"/>
    public async Task<Outcome> HandleAsync(Tenant tenant, AuditChain.Head? head, IReadOnlySet<string> compared, CancellationToken ct)
    {
        var files = await EvidenceAsync(tenant, compared, ct);
        await using var scope = Enter(tenant);
        var trail = await scope.ServiceProvider.GetRequiredService<VerifyTrail>().HandleAsync(head is null ? [] : [head], ct);
        if (trail.Fault is { } fault)
            throw MoveRefusal.Differs([fault.Sentence.En]);
        var published = await scope.ServiceProvider.GetRequiredService<VerifyPublications>().HandleAsync(ct);
        return published.Faults.Count == 0
            ? new(trail.Entries, published.Publications, files.Count)
            : throw MoveRefusal.Differs(published.Faults.Select(changed => changed.En));
    }

    private AsyncServiceScope Enter(Tenant tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return scope;
    }
}
