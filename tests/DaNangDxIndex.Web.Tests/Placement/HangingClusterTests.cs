using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Placement;

/// <summary>A further cluster that neither answers nor refuses: its own tenant says so, and nobody else waits for it.</summary>
public sealed class HangingClusterTests(TwoServers two) : IClassFixture<TwoServers>
{
    [Fact]
    public async Task While_a_cluster_hangs_its_own_tenant_says_so_and_the_others_and_their_rounds_are_served()
    {
        var (here, there) = (await two.App.SignedInAsync(Role.Office), await two.App.SignedInAsync(Role.Office, "khanh-hoa"));
        await two.MoveAsync("north", "khanh-hoa");
        (await there.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var tenants = two.App.Services.GetRequiredService<Tenants>();
        using (two.FreezeNorth())
        {
            // Each page asks for the list of tenants anew, as after half a minute.
            tenants.Forget();
            (await here.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
            tenants.Forget();
            (await two.App.Visitor().GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = await there.GetAsync("/work");
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.Headers.RetryAfter.ShouldNotBeNull();
            (await tenants.ReachableAsync(CancellationToken.None)).Select(tenant => tenant.Slug).ShouldBe(["da-nang"]);
            (await StatusAsync("/verify/ABCDEFGH")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await StatusAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
            await Should.ThrowAsync<NpgsqlException>(() => two.MoveAsync("home", "khanh-hoa"));
        }
        (await there.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tenants.ReachableAsync(CancellationToken.None)).Count.ShouldBe(2);
    }

    private async Task<HttpStatusCode> StatusAsync(string path) =>
        (await two.App.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;
}
