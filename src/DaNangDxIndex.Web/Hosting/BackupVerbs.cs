using System.Diagnostics;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>Taking a backup and restoring one.</summary>
internal static class BackupVerbs
{
    private const string ClusterOption = "--cluster";

    /// <summary>Of every cluster, one after the other: one that is away or refuses keeps none of the others from its backup.</summary>
    public static async Task<int> BackupAsync(VerbCall call, string root)
    {
        var worst = 0;
        foreach (var cluster in call.Option(ClusterOption) is { } only ? [call.Clusters.Named(only)] : call.Clusters.All)
            worst = Math.Max(worst, await BackupAsync(call, root, cluster));
        return worst;
    }

    private static Task<int> BackupAsync(VerbCall call, string root, Cluster cluster) => TellAsync(call, cluster, async () =>
    {
        if (!cluster.IsHome && (await TenantRows.ReadAsync(cluster, CancellationToken.None)).Count == 0)
        {
            await call.TellAsync(
                $"{cluster.Name}: chưa có tỉnh, thành phố nào, không có gì để sao lưu.",
                $"{cluster.Name}: no tenant stands there, so there is nothing to back up.");
            return 0;
        }
        var outcome = await call.Services.GetRequiredService<TakeBackup>().HandleAsync(cluster, root, CancellationToken.None);
        var manifest = outcome.Manifest;
        await call.TellAsync(
            $"{outcome.Folder}: {manifest.Tenants} tỉnh, thành phố, {manifest.Total} dòng; "
                + $"{outcome.Files} tệp, {outcome.Copied} tệp chép mới",
            $"{outcome.Folder}: {manifest.Tenants} tenants, {manifest.Total} rows; "
                + $"{outcome.Files} files, {outcome.Copied} of them copied now");
        if (outcome.Untold is { } untold)
            await call.TellAsync(
                $"  cơ sở dữ liệu chưa ghi được thời điểm sao lưu: {untold}", $"  the database was not told of this backup: {untold}");
        foreach (var name in manifest.Missing)
            await call.TellAsync($"  kho không có hoặc đã hỏng: {name}", $"  missing or damaged in the store: {name}");
        return manifest.Missing.Count == 0 ? 0 : 1;
    });

    public static Task<int> RestoreAsync(VerbCall call, string folder)
    {
        var target = call.Clusters.Named(call.Option(ClusterOption) ?? Clusters.HomeName);
        return RestoreAsync(call, new RestoreBackup.Command(folder, target, call.Has("--keep-evidence")));
    }

    private static Task<int> RestoreAsync(VerbCall call, RestoreBackup.Command command) => TellAsync(call, command.Target, async () =>
    {
        await RestoreTarget.MustBeWhatIsServedAsync(command.Target, CancellationToken.None);
        var outcome = await call.Services.GetRequiredService<RestoreBackup>().HandleAsync(command, CancellationToken.None);
        var manifest = outcome.Manifest;
        var moment = Instant.Write(manifest.TakenAt);
        await call.TellAsync(
            $"Đã khôi phục đến {moment}: {manifest.Tenants} tỉnh, thành phố, {manifest.Total} dòng, {outcome.Files} tệp.",
            $"Restored to {moment}: {manifest.Tenants} tenants, {manifest.Total} rows, {outcome.Files} files.");
        var (faults, fileFaults) = (outcome.Faults.ToList(), outcome.FileFaults.ToList());
        var listed = await call.TenantsAsync(null);
        // The home cluster lists all of them; a further one may also keep, closed, the rows of one that has moved on.
        if (command.Target.IsHome && listed.Count != manifest.Tenants)
            faults.Add($"tenant: {listed.Count} ≠ {manifest.Tenants}");
        foreach (var tenant in listed.Where(tenant => (tenant.Cluster ?? Clusters.HomeName) == command.Target.Name))
        {
            await using var scope = call.Enter(tenant);
            faults.AddRange(await FaultsAsync(call, scope, tenant));
            fileFaults.AddRange(await FileFaultsAsync(scope, tenant, manifest));
        }
        foreach (var fault in faults.Concat(fileFaults))
            await call.TellAsync($"  sai khác: {fault}", $"  differs: {fault}");
        foreach (var name in manifest.Missing)
            await call.TellAsync($"  đã thiếu khi sao lưu: {name}", $"  was missing when the backup was taken: {name}");
        var verdict = Verdict(faults.Count, fileFaults.Count);
        await call.TellAsync(verdict.Vi, verdict.En);
        return faults.Count + fileFaults.Count + manifest.Missing.Count == 0 ? 0 : 1;
    });

    /// <summary>Whether people may work with it: they may while files alone are lost.</summary>
    private static Bilingual Verdict(int faults, int fileFaults) => (faults, fileFaults) switch
    {
        (0, 0) => new("Số dòng, mã băm, nhật ký đều khớp.", "Rows, digests and trail agree."),
        (0, _) => new(
            "Cơ sở dữ liệu nguyên vẹn, phục vụ được; thiếu các tệp trên: xem “Khi lệnh từ chối” trong docs/operations.md.",
            "The database is whole and may be served; the files above are lost: see “When it says no” in docs/operations.md."),
        _ => new(
            "Chưa dùng được: xem “Khi lệnh từ chối” trong docs/operations.md.",
            "Do not serve from it: see “When it says no” in docs/operations.md."),
    };

    /// <summary>Read as the application will: its trail, what it published.</summary>
    private static async Task<IEnumerable<string>> FaultsAsync(VerbCall call, AsyncServiceScope scope, Tenant tenant)
    {
        var trail = await scope.ServiceProvider.GetRequiredService<VerifyTrail>().HandleAsync([], CancellationToken.None);
        var published = await scope.ServiceProvider.GetRequiredService<VerifyPublications>().HandleAsync(CancellationToken.None);
        return published.Faults.Concat(trail.Fault is { } broken ? [broken.Sentence] : [])
            .Select(fault => $"{tenant.Slug}: {fault.In(call.Language)}");
    }

    /// <summary>Its files, but those that were known to be missing.</summary>
    private static async Task<IEnumerable<string>> FileFaultsAsync(AsyncServiceScope scope, Tenant tenant, BackupManifest manifest)
    {
        var files = await scope.ServiceProvider.GetRequiredService<VerifyStore>().HandleAsync(CancellationToken.None);
        var known = manifest.Missing.ToHashSet(StringComparer.Ordinal);
        return files.Faults.Where(fault => !known.Contains(EvidenceStore.NameOf(tenant.Id, fault.Split(' ')[^1])))
            .Select(fault => $"{tenant.Slug}: {fault}");
    }

    private static async Task<int> TellAsync(VerbCall call, Cluster cluster, Func<Task<int>> act)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var code = await act();
            var took = clock.Elapsed;
            await call.TellAsync($"{NumberText.Seconds(took, "vi")} giây", $"{NumberText.Seconds(took, "en")} seconds");
            return code;
        }
        catch (StoreAway away)
        {
            return await RefuseAsync($"{away.Address}: {away.InnerException?.Message ?? away.Sentence.In(call.Language)}");
        }
        catch (Exception failed) when (failed is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(failed.Message);
        }
        catch (RuleViolation refused)
        {
            return await call.RefuseAsync(Where() + refused.Sentence.Vi, Where() + refused.Sentence.En);
        }

        Task<int> RefuseAsync(string why) =>
            call.RefuseAsync($"{Where()}Không hoàn thành: {why}", $"{Where()}Not finished: {why}");

        string Where() => cluster.IsHome ? "" : $"{cluster.Name}: ";
    }
}
