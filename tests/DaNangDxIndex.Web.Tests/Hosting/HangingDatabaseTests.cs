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
        foreach (var asked in Visits(program))
            (await asked).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (new FrozenServer(_folder))
        {
            // All are asked at once, and each is raced against what docs/operations.md promises and a machine that does other things: to
            // give the question up as well takes eight seconds, and whoever has to wait for a thread meanwhile waits for sixteen.
            var bound = TimeSpan.FromSeconds(7);
            Task[] pages =
            [
                UnavailableWithinAsync(bound, office.GetAsync("/da-nang/vi/work")),
                .. Visits(program).Select(asked => UnavailableWithinAsync(bound, asked)),
            ];
            await UnavailableWithinAsync(
                TimeSpan.FromSeconds(4), program.Http.GetAsync(new Uri("/health/ready", UriKind.Relative)));
            await Task.WhenAll(pages);
        }

        await program.UntilReadyAsync();
        (await office.GetAsync("/da-nang/vi/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        program.Signal("TERM");
        (await program.ExitCodeAsync()).ShouldBe(0);
    }

    /// <summary>Many at once, each of them asking the database.</summary>
    private static List<Task<HttpResponseMessage>> Visits(WebProcess program) =>
    [
        .. Enumerable.Range(1000, 40).Select(
            number => program.Http.GetAsync(new Uri($"/da-nang/vi/verify/ABCD{number}", UriKind.Relative))),
    ];

    private static async Task UnavailableWithinAsync(TimeSpan bound, Task<HttpResponseMessage> asked)
    {
        (await Task.WhenAny(asked, Task.Delay(bound))).ShouldBe(asked, $"no answer within {bound.TotalSeconds} seconds");
        using var answer = await asked;
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    public void Dispose() => PrivateServer.Remove(_folder);
}
