using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace DaNangDxIndex.Notices;

/// <summary>As much of a mail server as a sender meets: it takes a letter, refuses it, or hangs up with it in the hand.</summary>
internal sealed class SmallMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<MimeMessage> _taken = [];

    public SmallMailServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string AnswerToRecipient { get; init; } = "250 ok";

    public bool HangsUp { get; init; }

    public IReadOnlyCollection<MimeMessage> Taken => _taken;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync();
                await SpeakAsync(caller.GetStream());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private async Task SpeakAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 small");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                await TakeAsync(reader);
                if (HangsUp)
                    return;
            }
            await writer.WriteLineAsync(line switch
            {
                _ when line.StartsWith("RCPT", StringComparison.Ordinal) => AnswerToRecipient,
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        _taken.Enqueue(await MimeMessage.LoadAsync(bytes));
    }
}
