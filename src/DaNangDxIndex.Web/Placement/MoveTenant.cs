using System.Diagnostics;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Placement;

/// <summary>
/// Moves a tenant to another cluster. Until one statement at the home cluster says otherwise it stands where it stood; from then on it
/// stands whole at the new place. Whenever this ends, however it ends, the same command finishes what was begun or begins anew.
/// </summary>
internal sealed class MoveTenant(Clusters clusters, Tenants tenants, VerifyPlace verify)
{
    /// <summary>A process that hears of nothing goes on reading at the old place for so long.</summary>
    private static readonly TimeSpan Forgotten = Tenants.Remembered + TimeSpan.FromSeconds(10);

    /// <param name="Keep">The rows at the old place stay, closed.</param>
    /// <param name="Rest">
    /// Before they are removed: until every process reads at the new place, and what it began at the old one is over.
    /// </param>
    public sealed record Command(string Slug, string To, bool Keep = false, TimeSpan? Rest = null);

    /// <summary>What was done, and how long it took.</summary>
    public sealed record Step(Bilingual Done, TimeSpan Took);

    /// <exception cref="MoveRefusal">It stands where it stood.</exception>
    public async Task HandleAsync(Command command, Func<Step, Task> tell, CancellationToken ct)
    {
        var target = clusters.Named(command.To);
        await using var home = await HomeOfMoves.BeginAsync(clusters, ct);
        var id = await home.FindAsync(command.Slug, ct) ?? throw MoveRefusal.NoTenant(command.Slug);
        var place = await home.PlaceAsync(id, ct);
        await using var to = await OwnedPlace.OpenAsync(target, ct);
        var steps = new MoveSteps(tell);
        if (place == target.Name)
        {
            await FinishAsync(to, id, command, steps, ct);
            return;
        }
        var source = clusters.Of(place == Clusters.HomeName ? null : place);
        await using var from = await OwnedPlace.OpenAsync(source, ct);
        if (await from.WhichAsync(ct) == await to.WhichAsync(ct))
            throw MoveRefusal.SameDatabase(target.Name);
        await MakeRoomAsync(to, id, command.Slug, steps, ct);
        var tenant = (await tenants.AllAsync(ct)).Single(tenant => tenant.Id == id) with { Cluster = NameOf(source) };
        var compared = await verify.EvidenceAsync(tenant, new HashSet<string>(StringComparer.Ordinal), ct);
        await steps.ToldAsync(
            $"{compared.Count} tệp minh chứng đọc được, đúng mã băm", $"{compared.Count} files of evidence read, digests hold");
        await MoveAsync(home, from, to, tenant, compared, steps, ct);
        await EndAsync(from, id, command, steps, ct);
    }

    private async Task MoveAsync(HomeOfMoves home, OwnedPlace from, OwnedPlace to, Tenant tenant, IReadOnlySet<string> compared,
        MoveSteps steps, CancellationToken ct)
    {
        var closed = Stopwatch.StartNew();
        try
        {
            await from.CloseAsync(tenant.Id, ct);
            await from.WaitForOpenTransactionsAsync(ct);
            await steps.ToldAsync($"{tenant.Slug} ngừng nhận ghi ở {from.Cluster.Name}; giao dịch đang mở đã xong",
                $"{tenant.Slug} takes no writes on {from.Cluster.Name}; what was open has ended");
            var head = await from.AskAsync<string>(
                "SELECT number || ':' || encode(hash, 'hex') FROM audit_head WHERE tenant_id = $1", ct, tenant.Id);
            var copy = await new CopyOfTenant(from, to, tenant.Id).MakeAsync(ct);
            await steps.ToldAsync($"{copy.Rows} dòng của {copy.Tables} bảng đã chép; số dòng và mã băm từng bảng khớp",
                $"{copy.Rows} rows of {copy.Tables} tables copied; counts and digests of each table agree");
            var found = await verify.HandleAsync(
                tenant with { Cluster = NameOf(to.Cluster) }, head is null ? null : AuditChain.Head.Parse(head), compared, ct);
            await steps.ToldAsync(
                $"ở {to.Cluster.Name}: nhật ký {found.Entries} mục liền mạch, đầu chuỗi {head ?? "–"}; "
                    + $"{found.Publications} bản công bố đúng mã băm; {found.Files} tệp",
                $"on {to.Cluster.Name}: {found.Entries} entries of the trail hold, head {head ?? "–"}; "
                    + $"{found.Publications} publications have their digest; {found.Files} files");
            await home.SwitchAsync(tenant.Id, NameOf(from.Cluster), NameOf(to.Cluster), ct);
            await to.OpenAsync(tenant.Id, ct);
        }
        catch
        {
            await home.StayAsync(tenant.Id, from, CancellationToken.None);
            throw;
        }
        var took = closed.Elapsed;
        await steps.ToldAsync(
            $"{tenant.Slug} ở {to.Cluster.Name} và nhận ghi; ngừng ghi trong {NumberText.Seconds(took, "vi")} giây",
            $"{tenant.Slug} stands on {to.Cluster.Name} and takes writes; closed for {NumberText.Seconds(took, "en")} seconds");
    }

    /// <summary>What an earlier move left at the target goes; what is not of this tenant, or is open there, stays and refuses.</summary>
    private static async Task MakeRoomAsync(OwnedPlace to, Guid id, string slug, MoveSteps steps, CancellationToken ct)
    {
        if (await to.AskAsync<bool>("SELECT EXISTS (SELECT FROM tenant WHERE slug = $1 AND id <> $2)", ct, slug, id)
            || (await to.HoldsRowsAsync(id, ct) && await to.IsOpenAsync(id, ct)))
            throw MoveRefusal.TargetHolds(slug, to.Cluster.Name);
        if (!await to.HoldsRowsAsync(id, ct))
            return;
        await to.RemoveAsync(id, ct);
        await steps.ToldAsync($"bản chép cũ ở {to.Cluster.Name} đã xóa", $"an earlier copy on {to.Cluster.Name} was removed");
    }

    /// <summary>It stands there already: opened where that was left out, and what lies elsewhere is removed.</summary>
    private async Task FinishAsync(OwnedPlace to, Guid id, Command command, MoveSteps steps, CancellationToken ct)
    {
        var left = !await to.IsOpenAsync(id, ct);
        if (left)
        {
            await to.OpenAsync(id, ct);
            await steps.ToldAsync(
                $"{command.Slug} ở {to.Cluster.Name} và nhận ghi", $"{command.Slug} stands on {to.Cluster.Name} and takes writes");
        }
        foreach (var cluster in clusters.All.Where(cluster => cluster.Name != to.Cluster.Name && cluster.Addresses.Owner is not null))
        {
            await using var other = await OwnedPlace.OpenAsync(cluster, ct);
            if (!await other.HoldsRowsAsync(id, ct))
                continue;
            left = true;
            await EndAsync(other, id, command, steps, ct);
        }
        if (!left)
            throw MoveRefusal.AlreadyThere(command.Slug, to.Cluster.Name);
    }

    private static async Task EndAsync(OwnedPlace from, Guid id, Command command, MoveSteps steps, CancellationToken ct)
    {
        if (command.Keep)
        {
            await steps.ToldAsync(
                $"các dòng ở {from.Cluster.Name} được giữ lại, không nhận ghi", $"the rows on {from.Cluster.Name} stay, closed");
            return;
        }
        await Task.Delay(command.Rest ?? Forgotten, ct);
        await steps.ToldAsync("mọi tiến trình web đã đọc ở nơi mới", "every web process reads at the new place by now");
        await from.RemoveAsync(id, ct);
        await steps.ToldAsync($"các dòng ở {from.Cluster.Name} đã xóa", $"the rows on {from.Cluster.Name} are removed");
    }

    private static string? NameOf(Cluster cluster) => cluster.IsHome ? null : cluster.Name;
}
