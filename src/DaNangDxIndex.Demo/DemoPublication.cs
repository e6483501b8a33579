using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

/// <summary>Publishes what stands ready, by the product's own act and without a decision number: nobody decided this.</summary>
internal static class DemoPublication
{
    public static async Task PublishAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        foreach (var year in await services.GetRequiredService<DxIndexDb>().Set<Edition>()
            .Where(edition => edition.Stage == EditionStage.Final).Select(edition => edition.Year).ToListAsync(ct))
            await PublishAsync(services, tenant, year, ct);
    }

    /// <summary>With all that is found acknowledged.</summary>
    internal static async Task PublishAsync(IServiceProvider services, Tenant tenant, int year, CancellationToken ct)
    {
        var actor = await DemoAccounts.ActorAsync(services, DemoAccounts.UserName(Role.Signatory, tenant.Slug), ct);
        var found = await services.GetRequiredService<EditionResults>().ReviewAsync(year, ct);
        await services.GetRequiredService<AcknowledgeFindings>().HandleAsync(
            new(year, found.Digest, [.. found.ToAcknowledge.Select(finding => finding.Kind)]), actor, ct);
        await services.GetRequiredService<PublishEdition>().HandleAsync(new(year, found.Digest, null), actor, ct);
    }
}
