using System.Text;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Publications;

/// <summary>What the database keeps of every version for whoever wants many of them, and who it is that wants no more.</summary>
public sealed class OutlinesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_outline_of_every_published_version_says_what_its_text_says()
    {
        var kept = await AskAsync("SELECT canonical, outline FROM publication", []);
        kept.Count.ShouldBeGreaterThan(1);
        foreach (var (canonical, outline) in kept)
            ShouldBeOf(canonical, outline);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_database_makes_an_outline_of_every_form_there_was_corrections_and_answers_among_them(int form)
    {
        await using var bundle = File.OpenRead(
            Path.Combine(Repository.Root, $"tests/DaNangDxIndex.Domain.Tests/Publishing/Kept/form-{form}.zip"));
        var text = BundleZip.Read(bundle).Single(file => file.Path == Bundle.PublicationPath).Text;
        var made = (await AskAsync("SELECT $1, publication_outline($1)", text)).ShouldHaveSingleItem();
        ShouldBeOf(text, made.Outline);
    }

    [Theory]
    [InlineData("/editions/2024/story")]
    [InlineData("/editions/2024/agencies/so-tttt")]
    public async Task A_page_that_shows_figures_reads_one_whole_version(string path)
    {
        await using var own = new Own();
        await own.App.InitializeAsync();
        await own.App.Visitor().OpenAsync(path);
        VersionsRead(own.App).ShouldBe(1);
    }

    [Theory]
    [InlineData("/editions/2024")]
    [InlineData("/editions/2024?group=wards")]
    [InlineData("/editions/2024/levels")]
    [InlineData("/editions/2024/find?q=hoa")]
    [InlineData("/editions/2024/methodology")]
    [InlineData("/editions/2024/corrections")]
    [InlineData("/data")]
    public async Task Any_other_page_reads_none(string path)
    {
        await app.Visitor().OpenAsync(path);
        VersionsRead(app).ShouldBe(0);
    }

    [Theory]
    [InlineData("data/points.csv")]
    [InlineData("data/data.xlsx")]
    [InlineData("data/catalog.jsonld")]
    [InlineData("editions/2024/standings?group=wards")]
    [InlineData("editions/2024/versions")]
    public async Task What_is_told_of_many_years_is_told_without_reading_a_whole_version(string path)
    {
        (await app.Visitor().GetApiAsync(path)).IsSuccessStatusCode.ShouldBeTrue();
        VersionsRead(app).ShouldBe(0);
    }

    private static long VersionsRead(TestApp of) => of.Services.GetRequiredService<KeptVersions>().Read;

    private static void ShouldBeOf(string canonical, string outline) =>
        PublishedEditionJson.Canonical(PublishedEditionJson.Read((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(outline)))
            .ShouldBe(PublishedEditionJson.Canonical(PublishedOutline.Of(PublishedEditionJson.Read(canonical)).Edition));

    private async Task<List<(string Canonical, string Outline)>> AskAsync(string sql, params string[] values)
    {
        await using var source = NpgsqlDataSource.Create(app.Superuser);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await rows.ReadAsync())
            found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }

    /// <summary>A program that nothing was asked of before.</summary>
    private sealed class Own : IAsyncDisposable
    {
        public TestApp App { get; } = new();

        public async ValueTask DisposeAsync() => await App.DisposeAsync();
    }
}
