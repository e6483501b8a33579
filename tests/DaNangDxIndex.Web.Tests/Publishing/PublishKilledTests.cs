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
    /// <summary>How much later the next kill comes after one before anything was written, and earlier after one too late.</summary>
    private const double Step = 1.15;

    private const int Kills = 20;

    /// <summary>So many where none of them fell while something was being written.</summary>
    private const int MostKills = 3 * Kills;

    /// <summary>Who is about to be killed has written something and not yet kept it.</summary>
    private const string IsWriting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()";

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
            var within = await TimedAsync(signatory, what);
            var kills = new List<Kill>();
            for (var kill = 0; kill < Kills || (kill < MostKills && !kills.Exists(happened => happened.Wrote)); kill++)
            {
                program.Dispose();
                program = WebProcess.OverDatabase(app.Application);
                await program.UntilReadyAsync();
                signatory = signatory.At(program);
                var happened = await KillAsync(program, signatory, what, within * (0.5 + random.NextDouble()), $"seed {seed}, kill {kill}");
                kills.Add(happened);
                // The act of a program that has just started takes as long as it takes: the kills look for it.
                within = happened.Wrote ? within : happened.Whole ? within / Step : within * Step;
            }

            output.WriteLine(
                $"{what}, seed {seed}: {kills.Count} kills after {kills.Min(kill => kill.After):0} to "
                + $"{kills.Max(kill => kill.After):0} ms, "
                + $"{kills.Count(kill => kill.Wrote)} while it wrote, {kills.Count(kill => kill.Answered)} after it had answered; "
                + $"{kills.Count(kill => kill.Whole)} were whole, {kills.Count(kill => !kill.Whole)} not there");
            kills.ShouldContain(kill => kill.Wrote, $"no kill of {kills.Count} fell while it wrote, seed {seed}");
        }
        finally
        {
            program.Dispose();
        }
    }

    /// <param name="Wrote">Something was written and not yet kept.</param>
    private sealed record Kill(double After, bool Wrote, bool Answered, bool Whole);

    private async Task<Kill> KillAsync(WebProcess program, Session signatory, Signed what, TimeSpan after, string why)
    {
        var edition = await ReadyAsync(what);
        var form = await FormAsync(await signatory.GetAsync(PageOf(edition, what)), what);
        var signing = AnswerAsync(signatory, ActOf(edition, what), form);
        await Task.Delay(after);
        var wrote = await TestApp.AskAsync<long>(app.Superuser, IsWriting) > 0;
        program.Kill();
        var answered = await signing is not null;
        var whole = await IsWholeAsync(edition, what, why);
        if (!whole)
            (await SignAsync(await app.SignedInAsync(Role.Signatory), edition, what)).ShouldBe(HttpStatusCode.Redirect, why);
        return new(after.TotalMilliseconds, wrote, answered, whole);
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

    /// <summary>How long the first one takes; this is what each kill waits for, in a program that has just started.</summary>
    private async Task<TimeSpan> TimedAsync(Session signatory, Signed what)
    {
        var edition = await ReadyAsync(what);
        var form = await FormAsync(await signatory.GetAsync(PageOf(edition, what)), what);
        var clock = Stopwatch.StartNew();
        (await AnswerAsync(signatory, ActOf(edition, what), form)).ShouldBe(HttpStatusCode.Redirect);
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
        var drafts = await app.InDatabaseAsync("da-nang", db => db.Set<CorrectionDraft>().CountAsync(draft => draft.Year == edition.Year));
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
        var withdrawn = await app.InDatabaseAsync("da-nang",
            db => db.Set<Withdrawal>().CountAsync(withdrawal => withdrawal.Year == edition.Year));
        var told = (await edition.TrailAsync()).Count(entry => entry.Verb == "edition.withdraw");
        var notices = await app.InDatabaseAsync("da-nang", db =>
            db.Set<Notice>().CountAsync(notice => notice.Key == $"withdrawn/{edition.Year}/1"));
        (told, notices > 0).ShouldBe((withdrawn, withdrawn == 1), why);
        return withdrawn == 1;
    }
}
