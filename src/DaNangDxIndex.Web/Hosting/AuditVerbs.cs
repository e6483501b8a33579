using DaNangDxIndex.Audit;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Hosting;

/// <summary>"dx audit verify": what became of the audit chain, in one line to each tenant.</summary>
internal static class AuditVerbs
{
    private const string HeadOption = "--head";

    public static async Task<int> VerifyAsync(VerbCall call, string? slug)
    {
        var texts = call.All(HeadOption).ToList();
        if (texts.Find(text => AuditChain.Head.Parse(text) is null) is { } other)
            return await call.RefuseAsync(
                $"“{other}” không phải đầu chuỗi. Đầu chuỗi in trên phiếu điểm và bảng xếp hạng: một số, dấu hai chấm, 64 chữ số hex.",
                $"“{other}” is no head. It stands on scorecards and ranked tables: a number, a colon, 64 hexadecimal digits.");
        if (call.Has(HeadOption) && (slug is null || texts.Count == 0))
            return await call.RefuseAsync(
                "Đầu chuỗi là của một tỉnh, thành phố: dx audit verify SLUG --head HEAD",
                "A head is of one tenant: dx audit verify SLUG --head HEAD");
        var heads = texts.Select(AuditChain.Head.Parse).OfType<AuditChain.Head>().ToList();
        var faults = 0;
        foreach (var tenant in await call.TenantsAsync(slug))
            faults += await TellAsync(call, tenant, heads) ? 0 : 1;
        return faults == 0 ? 0 : 1;
    }

    private static async Task<bool> TellAsync(VerbCall call, Tenant tenant, List<AuditChain.Head> heads)
    {
        await using var scope = call.Enter(tenant);
        var outcome = await scope.ServiceProvider.GetRequiredService<VerifyTrail>().HandleAsync(heads, CancellationToken.None);
        if (outcome.Fault is { } fault)
        {
            await Console.Out.WriteLineAsync($"{tenant.Slug}: {fault.Sentence.In(call.Language)}");
            return false;
        }
        var (entries, anchors) = (outcome.Entries, outcome.Anchors);
        var paper = heads.Count == 0 ? new Bilingual("", "") : new($", {heads.Count} trên giấy khớp", $", {heads.Count} from paper agree");
        await call.TellAsync(
            $"{tenant.Slug}: {entries} dòng khớp, {anchors} đầu chuỗi đã công bố khớp{paper.Vi}",
            $"{tenant.Slug}: {entries} entries hold, {anchors} published heads agree{paper.En}");
        return true;
    }
}
