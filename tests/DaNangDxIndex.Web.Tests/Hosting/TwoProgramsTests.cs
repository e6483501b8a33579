using System.Diagnostics;
using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Xunit.Abstractions;

namespace DaNangDxIndex.Hosting;

/// <summary>Two web processes over one database: one is replaced, or freezes, and who works at it goes on at the other.</summary>
public sealed class TwoProgramsTests(TwoPrograms programs, ITestOutputHelper output) : IClassFixture<TwoPrograms>
{
    private const string Cause = "Phát hiện sai sót trong số liệu.";
    private readonly TestApp _app = programs.App;

    [Fact]
    public async Task While_they_are_restarted_in_turn_whoever_works_stays_signed_in_and_no_request_fails()
    {
        var edition = await OpenEdition.AddAsync(_app);
        var (session, token) = await SignInAsync(edition);
        var writer = Writer(edition, "files-received", token);
        var current = programs[1];
        var pages = 0;
        using var enough = new CancellationTokenSource();
        var working = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                var there = session.At(current);
                (await writer.TrySaveAsync(there)).ShouldBeTrue("a save was put off or not answered");
                using var page = await there.GetAsync("/da-nang/vi/work");
                page.StatusCode.ShouldBe(HttpStatusCode.OK);
                pages++;
            }
        });
        for (var number = 0; number < 2; number++)
        {
            // As a proxy does: nobody new is sent there, what is under way is finished.
            current = programs[1 - number];
            var before = pages;
            await UntilAsync(() => pages > before + 1, working);
            programs[number].Signal("TERM");
            (await programs[number].ExitCodeAsync()).ShouldBe(0);
            await programs.ReplaceAsync(number);
            before = pages;
            await UntilAsync(() => pages > before + 1, working);
        }
        await enough.CancelAsync();
        await working;
        writer.Acknowledged.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task When_one_freezes_amid_its_saves_the_other_goes_on()
    {
        var edition = await OpenEdition.AddAsync(_app);
        var (session, token) = await SignInAsync(edition);
        var (frozen, beside) = (Writer(edition, "files-online", token), Writer(edition, "files-paid", token));
        var elsewhere = Writer(await OpenEdition.AddAsync(_app), "files-paid", token);
        using var enough = new CancellationTokenSource();
        var storm = Task.Run(() => frozen.WriteAsync(() => session.At(programs[0]), enough.Token));
        await UntilAsync(() => frozen.Acknowledged > 5, storm);
        programs[0].Signal("STOP");
        try
        {
            var there = session.At(programs[1]);
            (await elsewhere.TrySaveAsync(there)).ShouldBeTrue("another assessment is held up");
            using var page = await there.GetAsync("/da-nang/vi/work");
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            // The lock of its own assessment may be frozen with it, no longer than the database lets a transaction do nothing.
            var tries = 0;
            while (!await beside.TrySaveAsync(there))
                (++tries).ShouldBeLessThan(5, "the assessment stays locked");
        }
        finally
        {
            programs[0].Signal("CONT");
        }
        var before = frozen.Acknowledged;
        await UntilAsync(() => frozen.Acknowledged > before + 2, storm);
        await enough.CancelAsync();
        await storm;
    }

    [Fact]
    public Task What_is_published_or_withdrawn_at_one_is_shown_by_the_other_at_once() => PublishAsync(times: 1);

    [Fact, Trait("Length", "Long")]
    public Task Twenty_times_what_is_published_or_withdrawn_at_one_is_shown_by_the_other_at_once() => PublishAsync(times: 20);

    private async Task PublishAsync(int times)
    {
        var signatory = await programs[0].SignInAsync(Role.Signatory);
        var waited = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var edition = await Signing.FinalAsync(_app);
            await Signing.AcknowledgeAsync(_app, edition);
            var shown = new Uri($"/da-nang/vi/editions/{edition.Year}", UriKind.Relative);
            await KeptAsync(shown);
            await SignAsync(signatory, edition.Publish, Signing.Decision());
            waited.Add(await ShownAsync(shown, "684/QĐ-UBND"));
            await KeptAsync(shown);
            await SignAsync(signatory, $"/editions/{edition.Year}/withdraw", Signing.Withdrawing(Cause));
            waited.Add(await ShownAsync(shown, Cause));
        }
        output.WriteLine($"shown by the other after {waited.Average():0} ms on average, {waited.Max():0} ms at most, of {waited.Count}");
    }

    private static async Task SignAsync(Session signatory, string path, Dictionary<string, string> filled)
    {
        var form = await Signing.FormAsync(await signatory.GetAsync("/da-nang/vi" + path), "main form", filled);
        using var answer = await signatory.PostAsync("/da-nang/vi" + path, form, form["__RequestVerificationToken"]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Until the other one gives an answer that it has made before.</summary>
    private Task KeptAsync(Uri page) => Eventually.HoldsAsync(async () =>
    {
        using var answer = await programs[1].Http.GetAsync(page);
        return answer.Headers.Age is not null;
    });

    private async Task<double> ShownAsync(Uri page, string text)
    {
        var clock = Stopwatch.StartNew();
        await Eventually.HoldsAsync(
            async () => (await programs[1].Http.GetStringAsync(page)).Contains(text, StringComparison.Ordinal));
        return clock.Elapsed.TotalMilliseconds;
    }

    private async Task<(Session Session, string Token)> SignInAsync(OpenEdition edition)
    {
        var session = await programs[0].SignInAsync(Role.Assessor);
        return (session, await session.TokenAsync($"/da-nang/vi{edition.Path}/components/A"));
    }

    private static FigureWriter Writer(OpenEdition edition, string figure, string token) =>
        new(new($"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures/{figure}", UriKind.Relative), token);

    private static async Task UntilAsync(Func<bool> reached, Task working)
    {
        for (var tries = 0; !reached(); tries++)
        {
            if (working.IsCompleted)
                await working;
            tries.ShouldBeLessThan(1200);
            await Task.Delay(50);
        }
    }
}
