using System.Runtime.InteropServices;
using DaNangDxIndex.Database;
using DaNangDxIndex.Placement;
using DaNangDxIndex.Tenancy;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>Which tenant stands on which cluster, and moving one, told in the language of --lang (Vietnamese unless asked).</summary>
internal static class PlacementVerbs
{
    /// <summary>Exit code 1 where a tenant takes no writes, or takes them at two places, as after a restore to before a move.</summary>
    public static async Task<int> ListAsync(WebApplication app)
    {
        var clusters = app.Services.GetRequiredService<Clusters>();
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
                await Console.Error.WriteLineAsync($"{cluster.Name} does not answer: {away.Message}");
                amiss = true;
            }
        }
        foreach (var tenant in (await Verbs.TenantsAsync(app, null)).OrderBy(tenant => tenant.Slug, StringComparer.Ordinal))
        {
            var place = clusters.Of(tenant.Cluster);
            var closed = tenant.ClosedAt is { } since ? $", takes no writes since {since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "";
            var elsewhere = string.Concat(open.Where(one => one.Slug == tenant.Slug && one.Cluster != place.Name)
                .Select(one => $", OPEN ON {one.Cluster} AS WELL"));
            var unknown = place.IsSetUp ? "" : " (no setting names it)";
            await Console.Out.WriteLineAsync($"{tenant.Slug}: {place.Name}{unknown}{closed}{elsewhere}");
            amiss |= unknown.Length + closed.Length + elsewhere.Length > 0;
        }
        return amiss ? 1 : 0;
    }

    public static Task<int> MoveAsync(WebApplication app, MoveTenant.Command command, string culture) => TellAsync(culture, async ct =>
    {
        await app.Services.GetRequiredService<MoveTenant>().HandleAsync(command, step => Console.Out.WriteLineAsync(
            $"{step.Took.TotalSeconds,6:0.0} s  {step.Done.In(culture)}"), ct);
        return 0;
    });

    public static Task<int> OpenAsync(WebApplication app, string slug, string culture) => TellAsync(culture, async ct =>
    {
        var place = await app.Services.GetRequiredService<OpenTenant>().HandleAsync(slug, ct);
        await Console.Out.WriteLineAsync(
            new Bilingual($"{slug} nhận ghi ở {place}.", $"{slug} takes writes on {place}.").In(culture));
        return 0;
    });

    /// <summary>Asked to stop, it stops where the tenant is whole and takes writes.</summary>
    private static async Task<int> TellAsync(string culture, Func<CancellationToken, Task<int>> act)
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
            return await Verbs.RefuseAsync(new Bilingual(
                $"Chưa hoàn thành: {failed.Message} Chạy lại chính lệnh này.",
                $"Not finished: {failed.Message} Run the same command again.").In(culture));
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
