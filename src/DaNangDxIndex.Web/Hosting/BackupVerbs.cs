using System.Diagnostics;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Tenancy;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>Taking a backup and restoring one, told in the language of --lang (Vietnamese unless asked otherwise).</summary>
internal static class BackupVerbs
{
    /// <summary>Of every cluster, one after the other: one that is away or refuses keeps none of the others from its backup.</summary>
    /// <param name="only">Of this one alone.</param>
    public static async Task<int> BackupAsync(WebApplication app, string root, string? only, string culture)
    {
        var clusters = app.Services.GetRequiredService<Clusters>();
        var worst = 0;
        foreach (var cluster in only is null ? clusters.All : [clusters.Named(only)])
            worst = Math.Max(worst, await BackupAsync(app, root, cluster, culture));
        return worst;
    }

    private static Task<int> BackupAsync(WebApplication app, string root, Cluster cluster, string culture) =>
        TellAsync(culture, cluster, async said =>
    {
        if (!cluster.IsHome && (await TenantRows.ReadAsync(cluster, CancellationToken.None)).Count == 0)
        {
            await said.TellAsync(
                $"{cluster.Name}: chưa có tỉnh, thành phố nào, không có gì để sao lưu.",
                $"{cluster.Name}: no tenant stands there, so there is nothing to back up.");
            return 0;
        }
        var outcome = await app.Services.GetRequiredService<TakeBackup>().HandleAsync(cluster, root, CancellationToken.None);
        var manifest = outcome.Manifest;
        await said.TellAsync(
            $"{outcome.Folder}: {manifest.Tenants} tỉnh, thành phố, {manifest.Total} dòng; "
                + $"{outcome.Files} tệp, {outcome.Copied} tệp chép mới",
            $"{outcome.Folder}: {manifest.Tenants} tenants, {manifest.Total} rows; "
                + $"{outcome.Files} files, {outcome.Copied} of them copied now");
        if (outcome.Untold is { } untold)
            await said.TellAsync(
                $"  cơ sở dữ liệu chưa ghi được thời điểm sao lưu: {untold}", $"  the database was not told of this backup: {untold}");
        foreach (var name in manifest.Missing)
            await said.TellAsync($"  kho không có hoặc đã hỏng: {name}", $"  missing or damaged in the store: {name}");
        return manifest.Missing.Count == 0 ? 0 : 1;
    });

    public static Task<int> RestoreAsync(WebApplication app, RestoreBackup.Command command, string culture) =>
        TellAsync(culture, command.Target, async said =>
    {
        await RestoreTarget.MustBeWhatIsServedAsync(command.Target, CancellationToken.None);
        var outcome = await app.Services.GetRequiredService<RestoreBackup>().HandleAsync(command, CancellationToken.None);
        var manifest = outcome.Manifest;
        var moment = $"{manifest.TakenAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
        await said.TellAsync(
            $"Đã khôi phục đến {moment}: {manifest.Tenants} tỉnh, thành phố, {manifest.Total} dòng, {outcome.Files} tệp.",
            $"Restored to {moment}: {manifest.Tenants} tenants, {manifest.Total} rows, {outcome.Files} files.");
        var faults = outcome.Faults.ToList();
        var listed = await Verbs.TenantsAsync(app, slug: null);
        // The home cluster lists all of them; a further one may also keep, closed, the rows of one that has moved on.
        if (command.Target.IsHome && listed.Count != manifest.Tenants)
            faults.Add($"tenant: {listed.Count} ≠ {manifest.Tenants}");
        foreach (var tenant in listed.Where(tenant => (tenant.Cluster ?? Clusters.HomeName) == command.Target.Name))
            faults.AddRange(await FaultsAsync(app, tenant, manifest, culture));
        foreach (var fault in faults)
            await said.TellAsync($"  sai khác: {fault}", $"  differs: {fault}");
        foreach (var name in manifest.Missing)
            await said.TellAsync($"  đã thiếu khi sao lưu: {name}", $"  was missing when the backup was taken: {name}");
        await said.TellAsync(
            faults.Count == 0 ? "Số dòng, mã băm, nhật ký đều khớp." : "Chưa dùng được: xem “Khi lệnh từ chối” trong docs/operations.md.",
            faults.Count == 0 ? "Rows, digests and trail agree." : "Do not serve from it: see “When it says no” in docs/operations.md.");
        return faults.Count == 0 && manifest.Missing.Count == 0 ? 0 : 1;
    });

    /// <summary>Read as the application will: its rows, its files, its trail.</summary>
    private static async Task<IEnumerable<string>> FaultsAsync(
        WebApplication app, Tenant tenant, BackupManifest manifest, string culture)
    {
        await using var scope = Verbs.Enter(app, tenant);
        var trail = await scope.ServiceProvider.GetRequiredService<VerifyTrail>().HandleAsync([], CancellationToken.None);
        var files = await scope.ServiceProvider.GetRequiredService<VerifyStore>().HandleAsync(CancellationToken.None);
        var known = manifest.Missing.ToHashSet(StringComparer.Ordinal);
        return files.Faults.Where(fault => !known.Contains(EvidenceStore.NameOf(tenant.Id, fault.Split(' ')[^1])))
            .Select(fault => $"{tenant.Slug}: {fault}")
            .Concat(trail.Fault is { } broken ? [$"{tenant.Slug}: {broken.Sentence.In(culture)}"] : []);
    }

    /// <exception cref="UnknownCluster"/>
    public static Cluster Target(WebApplication app, string? name) =>
        app.Services.GetRequiredService<Clusters>().Named(name ?? Clusters.HomeName);

    private static async Task<int> TellAsync(string culture, Cluster cluster, Func<Said, Task<int>> act)
    {
        var clock = Stopwatch.StartNew();
        var said = new Said(culture);
        try
        {
            var code = await act(said);
            await said.TellAsync($"{clock.Elapsed.TotalSeconds:0.0} giây", $"{clock.Elapsed.TotalSeconds:0.0} seconds");
            return code;
        }
        catch (StoreAway away)
        {
            return await RefuseAsync($"{away.Address}: {away.InnerException?.Message ?? away.Sentence.In(culture)}");
        }
        catch (Exception failed) when (failed is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(failed.Message);
        }
        catch (RuleViolation refused)
        {
            return await Verbs.RefuseAsync(Where() + refused.Sentence.In(culture));
        }

        Task<int> RefuseAsync(string why) =>
            Verbs.RefuseAsync(Where() + new Bilingual($"Không hoàn thành: {why}", $"Not finished: {why}").In(culture));

        string Where() => cluster.IsHome ? "" : $"{cluster.Name}: ";
    }

    private sealed class Said(string culture)
    {
        public Task TellAsync(string vi, string en) => Console.Out.WriteLineAsync(new Bilingual(vi, en).In(culture));
    }
}
