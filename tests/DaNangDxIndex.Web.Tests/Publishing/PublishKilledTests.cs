using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace DaNangDxIndex.Publishing;

/// <summary>The web process is killed while it publishes, at moments that a seed chooses.</summary>
public sealed class PublishKilledTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    [Fact, Trait("Length", "Long")]
    public async Task A_publication_is_there_whole_or_not_at_all_and_the_next_one_works()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var program = WebProcess.OverDatabase(app.Application);
        try
        {
            await program.UntilReadyAsync();
            var signatory = await program.SignInAsync(Role.Signatory);
            var took = await TimedAsync(signatory);
            var whole = 0;
            for (var kill = 0; kill < 20; kill++)
            {
                var edition = await ReadyAsync();
                var form = await FormAsync(await signatory.GetAsync($"/da-nang/vi{edition.Publish}"));
                var publishing = AnswerAsync(signatory, $"/da-nang/vi{edition.Publish}", form);
                await Task.Delay(took * random.NextDouble() * 1.2);
                program.Kill();
                await publishing;
                if (await IsWholeAsync(edition, $"seed {seed}, kill {kill}"))
                    whole++;
                else
                    (await PublishAsync(await app.SignedInAsync(Role.Signatory), edition)).ShouldBe(
                        HttpStatusCode.Redirect, $"seed {seed}, kill {kill}");
                program.Dispose();
                program = WebProcess.OverDatabase(app.Application);
                await program.UntilReadyAsync();
                signatory = signatory.At(program);
                // What comes first takes longer: a page is compiled, a connection opened.
                await signatory.GetAsync($"/da-nang/vi/editions/{edition.Year}/progress");
            }
            output.WriteLine(
                $"seed {seed}: 20 kills within {took.TotalMilliseconds * 1.2:0} ms, "
                + $"{whole} publications were whole, {20 - whole} not there");
        }
        finally
        {
            program.Dispose();
        }
    }

    private async Task<RunningEdition> ReadyAsync()
    {
        var edition = await Signing.FinalAsync(app);
        await Signing.AcknowledgeAsync(app, edition);
        return edition;
    }

    /// <summary>How long one takes, when the page has been used once.</summary>
    private async Task<TimeSpan> TimedAsync(Session signatory)
    {
        var clock = Stopwatch.StartNew();
        for (var time = 0; time < 2; time++)
        {
            var edition = await ReadyAsync();
            var form = await FormAsync(await signatory.GetAsync($"/da-nang/vi{edition.Publish}"));
            clock.Restart();
            (await AnswerAsync(signatory, $"/da-nang/vi{edition.Publish}", form)).ShouldBe(HttpStatusCode.Redirect);
        }
        return clock.Elapsed;
    }

    /// <returns>Null where the answer never came.</returns>
    private static async Task<HttpStatusCode?> AnswerAsync(Session signatory, string path, Dictionary<string, string> form)
    {
        try
        {
            using var answer = await signatory.PostAsync(path, form, form["__RequestVerificationToken"]);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<HttpStatusCode> PublishAsync(Visitor signatory, RunningEdition edition) =>
        (await signatory.SendFormAsync(edition.Publish, Signing.Decision(), "main form")).StatusCode;

    private static async Task<Dictionary<string, string>> FormAsync(HttpResponseMessage page)
    {
        var hidden = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>();
        var form = Signing.Decision();
        foreach (var input in hidden)
            form[input.Name ?? ""] = input.Value;
        return form;
    }

    private async Task<bool> IsWholeAsync(RunningEdition edition, string why)
    {
        // Until the database has seen that the process is gone.
        for (var tries = 0; tries < 100 && await TestApp.AskAsync<long>(
            app.Superuser,
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'") > 0; tries++)
            await Task.Delay(50);
        var publications = await app.InDatabaseAsync(
            "da-nang", db => db.Set<Publication>().AsNoTracking().Where(one => one.Year == edition.Year).ToListAsync());
        var codes = await app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>().CountAsync(code => code.Year == edition.Year));
        var told = (await edition.TrailAsync()).Count(entry => entry.Verb == "edition.publish");
        var stage = (await edition.EditionAsync()).Stage;
        if (publications.Count == 0)
        {
            (stage, codes, told).ShouldBe((EditionStage.Final, 0, 0), why);
            return false;
        }
        var publication = publications.ShouldHaveSingleItem(why);
        (stage, codes, told).ShouldBe((EditionStage.Published, 3, 1), why);
        CanonicalJson.Digest(publication.Canonical).ShouldBe(publication.Digest, why);
        PublishedEditionJson.Read(publication.Canonical).Groups.ShouldHaveSingleItem(why).Results.Count.ShouldBe(3, why);
        return true;
    }
}
