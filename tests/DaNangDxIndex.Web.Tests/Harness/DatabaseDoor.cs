using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DaNangDxIndex.Harness;

/// <summary>The way to the database by a machine's name and a port, which can be shut as if that machine had gone.</summary>
internal sealed class DatabaseDoor : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _shut = new();
    private EndPoint? _leadsTo;

    public DatabaseDoor()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>For <see cref="TestApp.More"/>.</summary>
    public string Settings => $";Host=localhost;Port={Port}";

    public void LeadTo(string connection)
    {
        var there = new NpgsqlConnectionStringBuilder(connection);
        _leadsTo = there.Host is ['/', ..] folder
            ? new UnixDomainSocketEndPoint(Path.Combine(folder, $".s.PGSQL.{there.Port}"))
            : new DnsEndPoint(there.Host ?? "", there.Port);
    }

    /// <summary>Whoever is in the middle of it is thrown out.</summary>
    public void Shut()
    {
        _shut.Cancel();
        _listener.Stop();
    }

    public void Dispose()
    {
        Shut();
        _listener.Dispose();
        _shut.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptSocketAsync(_shut.Token), _shut.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was shut.
        }
    }

    private async Task PassAsync(Socket near, CancellationToken shut)
    {
        try
        {
            var there = _leadsTo.ShouldNotBeNull();
            var isLocal = there is UnixDomainSocketEndPoint;
            using var far = isLocal ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await far.ConnectAsync(there, shut);
            await using var here = new NetworkStream(near, ownsSocket: true);
            await using var beyond = new NetworkStream(far);
            await Task.WhenAny(here.CopyToAsync(beyond, shut), beyond.CopyToAsync(here, shut));
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException)
        {
            near.Dispose();
        }
    }
}
