using DaNangDxIndex.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DaNangDxIndex.Demo;

/// <summary>
/// Tells the person at the terminal where to look and how to sign in. On standard error: standard output carries the log.
/// </summary>
internal sealed class DemoNotice(IHostApplicationLifetime lifetime, IServer server) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Tell);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Tell()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var lines = Enum.GetValues<Role>().Select(role => $"  {role,-14} {DemoAccounts.UserName(role, "da-nang")}");
        Console.Error.WriteLine($"""

            DaNang DX Index: {address}
            Second tenant:   {address}/khanh-hoa/vi/  (the same names, …@khanh-hoa.demo)

            Sign in at {address}/da-nang/vi/accounts/sign-in, password: {DemoAccounts.Password}
            {string.Join(Environment.NewLine, lines)}
            You cannot act on your own agency. For the agency of leadAppraiser@ and office@, sign in as leadAppraiser2@ or office2@.

            Ctrl+C stops it; the data stay.

            """);
    }
}
