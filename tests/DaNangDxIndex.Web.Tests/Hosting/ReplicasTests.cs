using System.Diagnostics;
using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Xunit.Abstractions;

namespace DaNangDxIndex.Hosting;

/// <summary>Several web processes over one database, as docker-compose.yml starts them.</summary>
public sealed class ReplicasTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
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

    /// <summary>
    /// The requests of the one who signs and of the one who reads go to the two in turn, as a proxy without memory sends them. How long it
    /// took from the answer to the signature until the other showed it is written, not asserted.
    /// </summary>
    [Fact, Trait("Length", "Long")]
    public async Task What_is_published_at_one_is_shown_by_the_other_twenty_times()
    {
        WebProcess[] programs = [WebProcess.OverDatabase(app.Application), WebProcess.OverDatabase(app.Application)];
        try
        {
            await Task.WhenAll(programs.Select(program => program.UntilReadyAsync()));
            var signatory = await programs[0].SignInAsync(Role.Signatory);
            var took = new List<double>();
            for (var turn = 0; turn < 20; turn++)
            {
                var (signed, read) = (programs[turn % 2], programs[(turn + 1) % 2]);
                var edition = await Signing.FinalAsync(app);
                await Signing.AcknowledgeAsync(app, edition);
                var page = $"/da-nang/vi/editions/{edition.Year}";
                // The old page is kept by both before anything is signed.
                foreach (var program in programs)
                    await Eventually.HoldsAsync(
                        async () => (await program.Http.GetAsync(new Uri(page, UriKind.Relative))).Headers.Age is not null);
                var publish = $"/da-nang/vi{edition.Publish}";
                var form = await Signing.FormAsync(await signatory.At(read).GetAsync(publish), "main form", Signing.Decision());
                using var answer = await signatory.At(signed).PostAsync(publish, form, form["__RequestVerificationToken"]);
                var clock = Stopwatch.StartNew();
                answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
                await Eventually.HoldsAsync(async () => (await read.Http.GetStringAsync(new Uri(page, UriKind.Relative)))
                    .Contains("class=\"digest\"", StringComparison.Ordinal));
                took.Add(clock.Elapsed.TotalMilliseconds);
            }

            took.Sort();
            output.WriteLine($"shown after {took[10]:0} ms in the middle, {took[^1]:0} ms at most, of {took.Count} publications");
        }
        finally
        {
            foreach (var program in programs)
                program.Dispose();
        }
    }
}
