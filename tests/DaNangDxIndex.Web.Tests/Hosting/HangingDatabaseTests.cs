using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

public sealed class HangingDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dx-hanging-").FullName;

    [Fact]
    public async Task A_database_that_hangs_is_told_as_unavailable_with_a_time_to_come_again_and_served_again_afterwards()
    {
        await PreparedFolder.CopyToAsync(_folder);
        using var program = WebProcess.OverFolder(_folder);
        await program.UntilReadyAsync();
        var office = await program.SignInAsync(Role.Office);
        // Connections that lie in the pool are the ones that hang.
        (await office.GetAsync("/da-nang/vi/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using (new FrozenServer(_folder))
        {
            var health = program.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            var page = await office.GetAsync("/da-nang/vi/work");
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.Headers.RetryAfter.ShouldNotBeNull();
            (await health).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await health).Headers.RetryAfter.ShouldNotBeNull();
        }

        await program.UntilReadyAsync();
        (await office.GetAsync("/da-nang/vi/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        program.Signal("TERM");
        (await program.ExitCodeAsync()).ShouldBe(0);
    }

    public void Dispose() => PrivateServer.Remove(_folder);
}
