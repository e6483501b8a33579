using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database.Embedded;

namespace DaNangDxIndex.Demo;

public static class DemoNotice
{
    /// <summary>Tells the person at the terminal where to look and how to sign in. On standard error: standard output carries the log.</summary>
    public static void TellDemo(this WebApplication app)
    {
        if (app.Services.GetService<LocalPostgres>() is null)
            return;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault() ?? "";
            var lines = Enum.GetValues<Role>().Select(role => $"  {role,-14} {DemoAccounts.UserName(role, "da-nang")}");
            Console.Error.WriteLine($"""

                DaNang DX Index: {address}
                Second tenant:   {address}/khanh-hoa/vi/  (the same names, …@khanh-hoa.demo)

                Sign in at {address}/da-nang/vi/accounts/sign-in, password: {DemoAccounts.Password}
                {string.Join(Environment.NewLine, lines)}
                Nobody acts on the own agency; for that of the lead and the office there are leadAppraiser2@ and office2@.

                Ctrl+C stops it; the data stay.

                """);
        });
    }
}
