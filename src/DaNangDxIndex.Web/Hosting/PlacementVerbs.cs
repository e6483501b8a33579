using System.Runtime.InteropServices;
using DaNangDxIndex.Placement;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>Which tenant stands on which cluster, and moving one.</summary>
internal static class PlacementVerbs
{
    /// <summary>Exit code 1 where a tenant takes no writes, or takes them at two places, as after a restore to before a move.</summary>
    public static async Task<int> ListAsync(VerbCall call)
    {
        var clusters = call.Clusters;
        var (open, amiss) = (new List<(string Cluster, string Slug)>(), false);
        foreach (var cluster in clusters.All)
        {
            try
            {
                open.AddRange((await TenantRows.ReadAsync(cluster, CancellationToken.None))
                    .Where(tenant => tenant.ClosedAt is null).Select(tenant => (cluster.Name, tenant.Slug)));
            }
            catch (NpgsqlException away) when (!cluster.IsHome)
            {
                await call.WarnAsync(new(
                    $"{cluster.Name} không trả lời: {away.Message}", $"{cluster.Name} does not answer: {away.Message}"));
                amiss = true;
            }
        }
        foreach (var tenant in (await call.TenantsAsync(null)).OrderBy(tenant => tenant.Slug, StringComparer.Ordinal))
        {
            var place = clusters.Of(tenant.Cluster);
            List<Bilingual> faults =
            [
                .. place.IsSetUp ? [] : (Bilingual[])[new("không có thiết lập nào nêu cụm này", "no setting names it")],
                .. tenant.ClosedAt is { } since ? (Bilingual[])[NotOpen(since)] : [],
                .. open.Where(other => other.Slug == tenant.Slug && other.Cluster != place.Name)
                    .Select(other => new Bilingual($"CŨNG ĐANG MỞ Ở {other.Cluster}", $"OPEN ON {other.Cluster} AS WELL")),
            ];
            await Console.Out.WriteLineAsync(string.Join(
                ", ", faults.Select(fault => fault.In(call.Language)).Prepend($"{tenant.Slug}: {place.Name}")));
            amiss |= faults.Count > 0;
        }
        return amiss ? 1 : 0;
    }

    private static Bilingual NotOpen(DateTimeOffset since) => new(
        $"ngừng ghi từ {Instant.Write(since)}",
        $"takes no writes since {Instant.Write(since)}");

    public static Task<int> MoveAsync(VerbCall call, MoveTenant.Command command) => TellAsync(call, async ct =>
    {
        await call.Services.GetRequiredService<MoveTenant>().HandleAsync(command, step => Console.Out.WriteLineAsync(
            $"{NumberText.Seconds(step.Took, call.Language),6} s  {step.Done.In(call.Language)}"), ct);
        return 0;
    });

    public static Task<int> OpenAsync(VerbCall call, string slug) => TellAsync(call, async ct =>
    {
        var place = await call.Services.GetRequiredService<OpenTenant>().HandleAsync(slug, ct);
        await call.TellAsync($"{slug} nhận ghi ở {place}.", $"{slug} takes writes on {place}.");
        return 0;
    });

    /// <summary>Asked to stop, it stops where the tenant is whole and takes writes.</summary>
    private static async Task<int> TellAsync(VerbCall call, Func<CancellationToken, Task<int>> act)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await act(stop.Token);
        }
        catch (Exception failed) when (failed is NpgsqlException or OperationCanceledException or IOException)
        {
            return await call.RefuseAsync(
                $"Chưa hoàn thành: {failed.Message} Chạy lại chính lệnh này.",
                $"Not finished: {failed.Message} Run the same command again.");
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
