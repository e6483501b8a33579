using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Hosting;

/// <summary>What operators ask of the store of evidence.</summary>
internal static class EvidenceVerbs
{
    /// <param name="slug">One tenant; null for all.</param>
    public static async Task<int> VerifyAsync(VerbCall call, string? slug)
    {
        var faults = 0;
        foreach (var tenant in await call.TenantsAsync(slug))
        {
            await using var scope = call.Enter(tenant);
            var outcome = await scope.ServiceProvider.GetRequiredService<VerifyStore>().HandleAsync(CancellationToken.None);
            faults += outcome.Faults.Count;
            await call.TellAsync(
                $"{tenant.Slug}: {outcome.Files} tệp, {outcome.Faults.Count} tệp thiếu hoặc hỏng",
                $"{tenant.Slug}: {outcome.Files} files, {outcome.Faults.Count} missing or damaged");
            foreach (var fault in outcome.Faults)
                await Console.Out.WriteLineAsync($"  {fault}");
        }
        return faults == 0 ? 0 : 1;
    }

    public static async Task<int> SweepAsync(VerbCall call)
    {
        var swept = 0;
        foreach (var tenant in await call.TenantsAsync(null))
        {
            await using var scope = call.Enter(tenant);
            swept += await scope.ServiceProvider.GetRequiredService<SweepStore>().HandleAsync(CancellationToken.None);
        }
        await call.TellAsync($"Đã dọn {swept} tệp tải lên dở dang.", $"{swept} files that no upload completed were taken away.");
        return 0;
    }
}
