using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// A scanner that speaks clamd's protocol over TCP: it finds the EICAR text, and can be stopped, be slow or talk nonsense.
/// </summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    public const string Eicar = """X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*""";

    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;
    private readonly Task _serving;

    public FakeClamd(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString() ?? "";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Completes before an answer is given: a scanner that takes its time.</summary>
    public Task Patience { get; set; } = Task.CompletedTask;

    /// <summary>What it answers instead of a verdict.</summary>
    public string? Nonsense { get; set; }

    /// <summary>How many files came.</summary>
    public int Asked { get; private set; }

    public async ValueTask DisposeAsync()
    {
        // A test may stop it before its own end.
        if (_end.IsCancellationRequested)
            return;
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // Stopped, or the other side went away.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, _end.Token);
        Encoding.ASCII.GetString(command).ShouldBe("zINSTREAM\0");
        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _end.Token);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is var next && next == 0)
                break;
            var piece = new byte[next];
            await stream.ReadExactlyAsync(piece, _end.Token);
            file.Write(piece);
        }
        Asked++;
        await Patience.WaitAsync(_end.Token);
        var found = Encoding.Latin1.GetString(file.ToArray()).Contains(Eicar, StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Nonsense ?? (found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK")}\0"),
            _end.Token);
    }
}
