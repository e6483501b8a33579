using System.Security.Cryptography;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>Reads every file that the database knows and compares its digest: to be run after a restore.</summary>
public sealed class VerifyStore(DxIndexDb db, EvidenceStore store, CurrentTenant tenant)
{
    /// <param name="Faults">"missing" or "changed", with the digest that the database knows.</param>
    public sealed record Outcome(int Files, IReadOnlyList<string> Faults);

    public async Task<Outcome> HandleAsync(CancellationToken ct)
    {
        var digests = await db.Set<StoredFile>().OrderBy(file => file.Digest).Select(file => file.Digest).ToListAsync(ct);
        var faults = new List<string>();
        foreach (var digest in digests)
        {
            await using var file = await store.OpenAsync(tenant.Required, digest, ct);
            if (file is null)
                faults.Add($"missing {digest}");
            else if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != digest)
                faults.Add($"changed {digest}");
        }
        return new(digests.Count, faults);
    }
}
