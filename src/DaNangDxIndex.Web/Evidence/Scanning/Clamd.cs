using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DaNangDxIndex.Evidence.Scanning;

/// <summary>
/// The virus scanner, by its own protocol (INSTREAM): at "host:port" or at the path of a socket, as DX_CLAMD says; nobody where it says
/// nothing.
/// </summary>
public sealed class Clamd(string? address)
{
    private const int Step = 64 * 1024;
    private const int LongestReply = 4096;
    private const int DefaultPort = 3310;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public bool IsSetUp => !string.IsNullOrWhiteSpace(address);

    /// <returns>What the scanner calls what it found; null for a clean file.</returns>
    /// <exception cref="ScannerAway">It does not answer, not in time, or not in its own words.</exception>
    /// <exception cref="ScannerRefused">It is there, and will not judge this file.</exception>
    public async Task<string?> ScanAsync(Stream file, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = await ConnectAsync(limit.Token);
            await using var stream = new NetworkStream(socket);
            if (!await IsSentAsync(file, stream, limit.Token))
                throw await RefusalAsync(limit.Token);
            return Read(await ReplyAsync(stream, limit.Token));
        }
        catch (Exception away) when (away is SocketException or IOException or FormatException
            || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ScannerAway(away.Message, away);
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var at = address ?? throw new InvalidOperationException("No scanner is set up.");
        if (at.StartsWith('/'))
        {
            var local = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await local.ConnectAsync(new UnixDomainSocketEndPoint(at), ct);
            return local;
        }

        var colon = at.LastIndexOf(':');
        var port = colon < 0 ? DefaultPort : int.Parse(at[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
        var remote = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await remote.ConnectAsync(colon < 0 ? at : at[..colon], port, ct);
        return remote;
    }

    /// <returns>False where the scanner hung up before it had heard the end: it takes no file of this length.</returns>
    private static async Task<bool> IsSentAsync(Stream file, NetworkStream to, CancellationToken ct)
    {
        try
        {
            await SendAsync(file, to, ct);
            return true;
        }
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Somebody who still answers has hung up on purpose.</summary>
    private async Task<ScannerRefused> RefusalAsync(CancellationToken ct)
    {
        using var socket = await ConnectAsync(ct);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zPING\0"u8.ToArray(), ct);
        return await ReplyAsync(stream, ct) is "PONG"
            ? new("It hung up while the file was sent.")
            : throw new FormatException("It hung up.");
    }

    /// <summary>The file in pieces, each after its length; a length of zero ends it.</summary>
    private static async Task SendAsync(Stream file, NetworkStream to, CancellationToken ct)
    {
        await to.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var piece = new byte[4 + Step];
        for (int read; (read = await file.ReadAsync(piece.AsMemory(4), ct)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await to.WriteAsync(piece.AsMemory(0, 4 + read), ct);
        }
        await to.WriteAsync(new byte[4], ct);
    }

    private static async Task<string> ReplyAsync(NetworkStream from, CancellationToken ct)
    {
        var reply = new byte[LongestReply];
        var length = 0;
        for (int read; length < reply.Length && (read = await from.ReadAsync(reply.AsMemory(length), ct)) > 0;)
        {
            length += read;
            if (reply[length - 1] == 0)
                break;
        }
        return Encoding.ASCII.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }

    private static string? Read(string reply)
    {
        if (reply.EndsWith(" OK", StringComparison.Ordinal))
            return null;
        const string Found = " FOUND";
        if (reply.EndsWith(" ERROR", StringComparison.Ordinal))
            throw new ScannerRefused(reply);
        return reply.EndsWith(Found, StringComparison.Ordinal)
            ? reply[(reply.IndexOf(':', StringComparison.Ordinal) + 1)..^Found.Length].Trim()
            : throw new FormatException(reply.Length == 0 ? "It closed the connection." : reply);
    }
}
