using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Audit;

/// <summary>From where a request came is kept beside the chain, for administrators alone, and forgotten without a break in it.</summary>
public sealed class OriginTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_address_is_kept_beside_its_entry_and_the_chain_holds_with_and_without_it()
    {
        await ActAsync("::ffff:203.0.113.7", "first");
        await ActAsync("2001:db8::1", "second");
        var origins = await OriginsAsync();
        origins.Select(origin => origin.Ip.ToString()).ShouldBe(["203.0.113.7", "2001:db8::1"]);
        (await FaultAsync()).ShouldBeNull();
        (await TextAsync(Role.Administrator)).ShouldContain("203.0.113.7");
        (await TextAsync(Role.Auditor)).ShouldNotContain("203.0.113.7");

        await TestApp.AskAsync<int>(app.Superuser,
            $"UPDATE audit_origin SET at = at - interval '366 days' WHERE number = {origins[0].Number} RETURNING 1");
        (await app.InTenantAsync("da-nang", services =>
            services.GetRequiredService<ForgetOrigins>().HandleAsync(CancellationToken.None))).ShouldBe(1);
        (await OriginsAsync()).Select(origin => origin.Ip.ToString()).ShouldBe(["2001:db8::1"]);
        (await FaultAsync()).ShouldBeNull();
        (await TextAsync(Role.Administrator)).ShouldNotContain("203.0.113.7");
    }

    private Task<int> ActAsync(string address, string subject) => app.InTenantAsync("da-nang", async services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            Connection = { RemoteIpAddress = IPAddress.Parse(address) },
        };
        await using var act = await services.GetRequiredService<Acts>().BeginAsync(CancellationToken.None);
        await act.KeepAsync("demo.load", subject, null, null, CancellationToken.None);
        return 0;
    });

    private Task<List<EntryOrigin>> OriginsAsync() => app.InDatabaseAsync("da-nang", db =>
        db.Set<EntryOrigin>().AsNoTracking().OrderBy(origin => origin.Number).ToListAsync());

    private Task<AuditFault?> FaultAsync() => app.InTenantAsync("da-nang", async services =>
        (await services.GetRequiredService<VerifyTrail>().HandleAsync([], CancellationToken.None)).Fault);

    private async Task<string> TextAsync(Role role) =>
        (await (await app.SignedInAsync(role)).OpenAsync("/audit")).Body.ShouldNotBeNull().TextContent;
}
