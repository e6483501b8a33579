using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Placement;

/// <summary>The further cluster is a PostgreSQL of its own, which can be stopped without the home one.</summary>
public sealed class TwoServers : TwoClusters
{
    private readonly string _folder = RunFolder.Make("north");
    private Func<Task> _stop = () => Task.CompletedTask;

    internal FrozenServer FreezeNorth() => new(_folder);

    protected override async Task<Func<string, string>> NorthAsync()
    {
        var north = new LocalPostgres(_folder, durable: false);
        _stop = () => north.DisposeAsync().AsTask();
        await north.EnsureRunningAsync(CancellationToken.None);
        // A command that works as the owner waits for a connection as long as its string says, else the fifteen seconds of the driver.
        return role => role == "dx_owner" ? $"{north.Connection(role)};Timeout=3" : north.Connection(role);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _stop();
        PrivateServer.Remove(_folder);
    }
}
