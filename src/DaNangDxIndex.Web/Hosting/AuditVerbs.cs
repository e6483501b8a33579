using DaNangDxIndex.Audit;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Hosting;

/// <summary>"dx audit verify": what became of the audit chain, in one line to each tenant.</summary>
internal static class AuditVerbs
{
    private const string HeadOption = "--head";

    public static async Task<int> VerifyAsync(WebApplication app, string? slug, string[] args)
    {
        var texts = args.Index().Where(word => word.Index > 0 && args[word.Index - 1] == HeadOption).Select(word => word.Item).ToList();
        if (texts.Find(text => AuditChain.Head.Parse(text) is null) is { } other)
            return await Verbs.RefuseAsync(
                $"\"{other}\" is no head. It stands on scorecards and ranked tables: a number, a colon, 64 hexadecimal digits.");
        if (args.Contains(HeadOption, StringComparer.Ordinal) && (slug is null || texts.Count == 0))
            return await Verbs.RefuseAsync("A head is of one tenant: dx audit verify SLUG --head HEAD");
        var tenants = await Verbs.TenantsAsync(app, slug);
        if (slug is not null && tenants.Count == 0)
            return await Verbs.RefuseTenantAsync(slug);
        var heads = texts.Select(AuditChain.Head.Parse).OfType<AuditChain.Head>().ToList();
        var faults = 0;
        foreach (var tenant in tenants)
            faults += await TellAsync(app, tenant, heads) ? 0 : 1;
        return faults == 0 ? 0 : 1;
    }

    private static async Task<bool> TellAsync(WebApplication app, Tenant tenant, List<AuditChain.Head> heads)
    {
        await using var scope = Verbs.Enter(app, tenant);
        var outcome = await scope.ServiceProvider.GetRequiredService<VerifyTrail>().HandleAsync(heads, CancellationToken.None);
        var printed = heads.Count == 0 ? "" : $", {heads.Count} from paper agree";
        await Console.Out.WriteLineAsync(outcome.Fault is { } fault
            ? $"{tenant.Slug}: {fault.Sentence.En}"
            : $"{tenant.Slug}: {outcome.Entries} entries hold, {outcome.Anchors} published heads agree{printed}");
        return outcome.Fault is null;
    }
}
