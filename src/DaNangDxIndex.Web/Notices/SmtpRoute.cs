using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DaNangDxIndex.Notices;

/// <summary>
/// By a mail server. Until the letter itself is handed over every failure is certain; from then on only the server's own refusal is.
/// </summary>
internal sealed class SmtpRoute(MailboxAddress from, SmtpRoute.Server server) : MailRoute(from)
{
    private const int TimeoutMilliseconds = 20_000;
    private const int PortOfTls = 465;

    /// <param name="Tls">False only for a relay inside one's own network.</param>
    internal sealed record Server(string Host, int Port, bool Tls, string? User, string? Password);

    public override async Task CarryAsync(Letter letter, CancellationToken ct)
    {
        var message = Written(letter);
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await ConnectAsync(client, ct);
        try
        {
            await client.SendAsync(message, ct);
        }
        catch (SmtpCommandException refused)
        {
            // 5xx is for good: no such mail box, not allowed. 4xx asks to come again.
            throw new NotCarried(refused.Message, (int)refused.StatusCode >= 500, refused);
        }
        await LeaveAsync(client, ct);
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.ConnectAsync(server.Host, server.Port, !server.Tls ? SecureSocketOptions.None
                : server.Port == PortOfTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, ct);
            if (!string.IsNullOrEmpty(server.User))
                await client.AuthenticateAsync(server.User, server.Password ?? "", ct);
        }
        catch (Exception failed) when (failed is CommandException or ProtocolException or AuthenticationException or SslHandshakeException
            or SocketException or IOException or TimeoutException or NotSupportedException or OperationCanceledException
                && !ct.IsCancellationRequested)
        {
            throw new NotCarried(failed.Message, forGood: false, failed);
        }
    }

    /// <summary>The letter has gone; a server that hangs up rudely changes nothing about it.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception rude) when (rude is ProtocolException or CommandException or IOException or SocketException)
        {
        }
    }
}
