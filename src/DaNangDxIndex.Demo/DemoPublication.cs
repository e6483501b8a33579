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
        var db = services.GetRequiredService<DxIndexDb>();
        var actor = await DemoAccounts.ActorAsync(services, DemoAccounts.UserName(Role.Signatory, tenant.Slug), ct);
        foreach (var year in await db.Set<Edition>().Where(edition => edition.Stage == EditionStage.Final)
            .Select(edition => edition.Year).ToListAsync(ct))
        {
            var found = await services.GetRequiredService<EditionResults>().ReviewAsync(year, ct);
            await services.GetRequiredService<AcknowledgeFindings>().HandleAsync(
                new(year, found.Digest, [.. found.ToAcknowledge.Select(finding => finding.Kind)]), actor, ct);
            await services.GetRequiredService<PublishEdition>().HandleAsync(new(year, found.Digest, null), actor, ct);
        }
    }
}
