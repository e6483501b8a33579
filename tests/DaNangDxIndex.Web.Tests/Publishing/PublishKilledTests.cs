using System.Diagnostics;
using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace DaNangDxIndex.Publishing;

/// <summary>The web process is killed while it publishes, corrects or withdraws, at moments that a seed chooses.</summary>
public sealed class PublishKilledTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    /// <summary>A program that has just started takes longer than one that was used: kills fall before, into and after the act.</summary>
    private const double Reach = 8;

    [Theory, Trait("Length", "Long")]
    [InlineData(Signed.Publication)]
    [InlineData(Signed.Correction)]
    [InlineData(Signed.Withdrawal)]
    public async Task A_version_is_there_whole_or_not_at_all_and_the_next_try_works(Signed what)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var program = WebProcess.OverDatabase(app.Application);
        try
        {
            await program.UntilReadyAsync();
            var signatory = await program.SignInAsync(Role.Signatory);
            var took = await TimedAsync(signatory, what);
            var whole = 0;
            for (var kill = 0; kill < 20; kill++)
            {
                var edition = await ReadyAsync(what);
                var form = await FormAsync(await signatory.GetAsync(PageOf(edition, what)), what);
                var publishing = AnswerAsync(signatory, ActOf(edition, what), form);
                await Task.Delay(took * random.NextDouble() * Reach);
                program.Kill();
                await publishing;
                if (await IsWholeAsync(edition, what, $"seed {seed}, kill {kill}"))
                    whole++;
                else
                    (await SignAsync(await app.SignedInAsync(Role.Signatory), edition, what)).ShouldBe(
                        HttpStatusCode.Redirect, $"seed {seed}, kill {kill}");
                program.Dispose();
                program = WebProcess.OverDatabase(app.Application);
                await program.UntilReadyAsync();
                signatory = signatory.At(program);
                // What comes first takes longer: a page is compiled, a connection opened.
                await signatory.GetAsync($"/da-nang/vi/editions/{edition.Year}/progress");
            }
            output.WriteLine(
                $"seed {seed}: 20 kills within {took.TotalMilliseconds * Reach:0} ms, "
                + $"{whole} signatures were whole, {20 - whole} not there");
        }
        finally
        {
            program.Dispose();
        }
    }

    public enum Signed
    {
        Publication,
        Correction,
        Withdrawal,
    }

    private async Task<RunningEdition> ReadyAsync(Signed what)
    {
        var edition = await Signing.FinalAsync(app);
        await Signing.AcknowledgeAsync(app, edition);
        if (what == Signed.Publication)
            return edition;
        await SignAsync(await app.SignedInAsync(Role.Signatory), edition, Signed.Publication);
        if (what == Signed.Withdrawal)
            return edition;
        await app.InDatabaseAsync("da-nang", db =>
        {
            var by = db.Set<Account>().Select(account => account.Id).First();
            db.Add(new CorrectionDraft(edition.Year, 1, "Nguyên nhân", Finder.Office, null, by, DateTimeOffset.UtcNow));
            db.SaveChanges();
            db.Add(new DraftedChange(edition.Year, RunningEdition.Third, "files-online", "").Take("70", ReasonCode.Other));
            return db.SaveChangesAsync();
        });
        return edition;
    }

    private static string PageOf(RunningEdition edition, Signed what) => what switch
    {
        Signed.Publication => $"/da-nang/vi{edition.Publish}",
        Signed.Correction => $"/da-nang/vi/editions/{edition.Year}/correction",
        Signed.Withdrawal => $"/da-nang/vi/editions/{edition.Year}/withdraw",
    };

    private static string ActOf(RunningEdition edition, Signed what) =>
        PageOf(edition, what) + (what == Signed.Correction ? "?handler=Sign" : "");

    /// <summary>How long one takes, when the page has been used once.</summary>
    private async Task<TimeSpan> TimedAsync(Session signatory, Signed what)
    {
        var clock = Stopwatch.StartNew();
        for (var time = 0; time < 2; time++)
        {
            var edition = await ReadyAsync(what);
            var form = await FormAsync(await signatory.GetAsync(PageOf(edition, what)), what);
            clock.Restart();
            (await AnswerAsync(signatory, ActOf(edition, what), form)).ShouldBe(HttpStatusCode.Redirect);
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

    private static async Task<HttpStatusCode> SignAsync(Visitor signatory, RunningEdition edition, Signed what) =>
        (await signatory.SendFormAsync(PageOf(edition, what)["/da-nang/vi".Length..], Typed(what), FormOf(what))).StatusCode;

    private static string FormOf(Signed what) => what == Signed.Correction ? "main form[action*=Sign]" : "main form";

    private static Dictionary<string, string> Typed(Signed what) =>
        what == Signed.Withdrawal ? Signing.Withdrawing("Khối nhỏ chấm theo bộ chỉ số chưa ban hành.") : Signing.Decision();

    private static Task<Dictionary<string, string>> FormAsync(HttpResponseMessage page, Signed what) =>
        Signing.FormAsync(page, FormOf(what), Typed(what));

    private async Task<bool> IsWholeAsync(RunningEdition edition, Signed what, string why)
    {
        // Until the database has seen that the process is gone.
        for (var tries = 0; tries < 100 && await TestApp.AskAsync<long>(
            app.Superuser,
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'") > 0; tries++)
            await Task.Delay(50);
        if (what == Signed.Withdrawal)
            return await IsWithdrawnAsync(edition, why);
        var publications = await app.InDatabaseAsync("da-nang", db => db.Set<Publication>().AsNoTracking()
            .Where(publication => publication.Year == edition.Year).OrderBy(publication => publication.Number).ToListAsync());
        var codes = await app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>().CountAsync(code => code.Year == edition.Year));
        var drafts = await app.InDatabaseAsync("da-nang", db => db.Set<CorrectionDraft>().CountAsync(one => one.Year == edition.Year));
        var told = (await edition.TrailAsync()).Count(entry => entry.Verb is "edition.publish" or "edition.correct");
        var stage = (await edition.EditionAsync()).Stage;
        var before = what == Signed.Publication ? 0 : 1;
        if (publications.Count == before)
        {
            var unsigned = before == 0 ? EditionStage.Final : EditionStage.Published;
            (stage, codes, told, drafts).ShouldBe((unsigned, 3 * before, before, before), why);
            return false;
        }

        publications.Count.ShouldBe(before + 1, why);
        (stage, codes, told, drafts).ShouldBe((EditionStage.Published, 3 * (before + 1), before + 1, 0), why);
        var newest = publications[^1];
        CanonicalJson.Digest(newest.Canonical).ShouldBe(newest.Digest, why);
        PublishedEditionJson.Read(newest.Canonical).Groups.ShouldHaveSingleItem(why).Results.Count.ShouldBe(3, why);
        return true;
    }

    /// <summary>With its entry in the trail and every agency told, or without any of them.</summary>
    private async Task<bool> IsWithdrawnAsync(RunningEdition edition, string why)
    {
        var withdrawn = await app.InDatabaseAsync("da-nang", db => db.Set<Withdrawal>().CountAsync(one => one.Year == edition.Year));
        var told = (await edition.TrailAsync()).Count(entry => entry.Verb == "edition.withdraw");
        var notices = await app.InDatabaseAsync("da-nang", db =>
            db.Set<Notice>().CountAsync(notice => notice.Key == $"withdrawn/{edition.Year}/1"));
        (told, notices > 0).ShouldBe((withdrawn, withdrawn == 1), why);
        return withdrawn == 1;
    }
}
