using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>An administrator of Khanh Hoa, whose cookie is shown to Da Nang under the name of Da Nang's own.</summary>
internal static class Elsewhere
{
    private const string Home = "khanh-hoa";

    public static async Task<Visitor> VisitorAsync(TestApp app)
    {
        using var signIn = await app.Visitor(Home).SendFormAsync("/accounts/sign-in",
            new() { ["UserName"] = DemoAccounts.UserName(Role.Administrator, Home), ["Password"] = DemoAccounts.Password });
        var cookie = signIn.Headers.GetValues("Set-Cookie")
            .Single(set => set.StartsWith($"__Host-dx-{Home}=", StringComparison.Ordinal)).Split(';')[0];
        using var atHome = await Carrying(app, cookie).Http.GetAsync(new Uri($"/{Home}/vi/accounts", UriKind.Relative));
        atHome.StatusCode.ShouldBe(HttpStatusCode.OK, "the cookie opens its own tenant");
        return Carrying(app, cookie.Replace(Home, "da-nang", StringComparison.Ordinal));
    }

    private static Visitor Carrying(TestApp app, string cookie)
    {
        var visitor = app.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        return visitor;
    }
}
