using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>Two web processes over one database: one is replaced, or freezes, and who works at it goes on at the other.</summary>
public sealed class TwoProgramsTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private readonly List<WebProcess> _programs = [];

    public async Task InitializeAsync()
    {
        _programs.AddRange(Enumerable.Range(0, 2).Select(_ => WebProcess.OverDatabase(app.Application)));
        await Task.WhenAll(_programs.Select(program => program.UntilReadyAsync()));
    }

    public Task DisposeAsync()
    {
        _programs.ForEach(program => program.Dispose());
        return Task.CompletedTask;
    }

    [Fact]
    public async Task While_they_are_restarted_in_turn_whoever_works_stays_signed_in_and_no_request_fails()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (session, token) = await SignInAsync(edition);
        var writer = Writer(edition, "files-received", token);
        var current = _programs[1];
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
            current = _programs[1 - number];
            var before = pages;
            await UntilAsync(() => pages > before + 1, working);
            _programs[number].Signal("TERM");
            (await _programs[number].ExitCodeAsync()).ShouldBe(0);
            _programs[number].Dispose();
            _programs[number] = WebProcess.OverDatabase(app.Application);
            await _programs[number].UntilReadyAsync();
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
        var edition = await OpenEdition.AddAsync(app);
        var (session, token) = await SignInAsync(edition);
        var (frozen, beside) = (Writer(edition, "files-online", token), Writer(edition, "files-paid", token));
        var elsewhere = Writer(await OpenEdition.AddAsync(app), "files-paid", token);
        using var enough = new CancellationTokenSource();
        var storm = Task.Run(() => frozen.WriteAsync(() => session.At(_programs[0]), enough.Token));
        await UntilAsync(() => frozen.Acknowledged > 5, storm);
        _programs[0].Signal("STOP");
        try
        {
            var there = session.At(_programs[1]);
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
            _programs[0].Signal("CONT");
        }
        var before = frozen.Acknowledged;
        await UntilAsync(() => frozen.Acknowledged > before + 2, storm);
        await enough.CancelAsync();
        await storm;
    }

    private async Task<(Session Session, string Token)> SignInAsync(OpenEdition edition)
    {
        var session = await _programs[0].SignInAsync(Role.Assessor);
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
