using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments;

/// <summary>One kill of the web process; the long storm is in <see cref="StormOfSavesTests"/>.</summary>
public sealed class EntrySurvivesKillTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Figures = ["files-received", "files-online", "files-paid", "articles"];

    [Fact]
    public async Task Every_field_that_showed_saved_is_there_after_the_program_was_killed()
    {
        var edition = await OpenEdition.AddAsync(app);
        using var program = WebProcess.OverDatabase(app.Application);
        await program.UntilReadyAsync();
        var session = await program.SignInAsync(Role.Assessor);
        var token = await session.TokenAsync($"/da-nang/vi{edition.Path}/components/A");
        var writers = Figures.Select(figure =>
            new FigureWriter(
                new($"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures/{figure}", UriKind.Relative),
                token)).ToList();

        using var enough = new CancellationTokenSource();
        var writing = writers.Select(writer => Task.Run(() => writer.WriteAsync(() => session, enough.Token))).ToList();
        while (!writers.TrueForAll(writer => writer.Acknowledged > 10))
            await Task.WhenAny([.. writing, Task.Delay(20)]);
        program.Kill();
        await enough.CancelAsync();
        await Task.WhenAll(writing);

        foreach (var (figure, writer) in Figures.Zip(writers))
        {
            // One more may have been stored whose answer never arrived; none that was acknowledged may be missing.
            var stored = (await edition.StoredAsync(figure)).ShouldNotBeNull();
            stored.Version.ShouldBeInRange(writer.Acknowledged, writer.Acknowledged + 1, figure);
            stored.Declared.ShouldBe($"{stored.Version}", figure);
        }
    }
}
