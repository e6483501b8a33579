using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>Several web processes over one database, as docker-compose.yml starts them.</summary>
public sealed class ReplicasTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Started_together_on_a_new_database_they_share_one_key_and_take_each_others_sign_ins()
    {
        await TestApp.AskAsync<int>(app.Owner, "DELETE FROM data_protection_key");
        var programs = Enumerable.Range(0, 3).Select(_ => WebProcess.OverDatabase(app.Application)).ToList();
        try
        {
            await Task.WhenAll(programs.Select(program => program.UntilReadyAsync()));
            (await TestApp.AskAsync<long>(app.Owner, "SELECT count(*) FROM data_protection_key")).ShouldBe(1);
            var session = await programs[0].SignInAsync(Role.Auditor);
            foreach (var program in programs)
                (await session.At(program).GetAsync("/da-nang/vi/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            programs.ForEach(program => program.Dispose());
        }
    }
}
