using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

public sealed class LaterVersionTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    public async Task InitializeAsync() => await app.InDatabaseAsync("da-nang", async db =>
    {
        if (await db.Set<Publication>().AnyAsync(publication => publication.Year == 2024 && publication.Number == 2))
            return 0;
        var first = await db.Set<Publication>().SingleAsync(publication => publication.Year == 2024 && publication.Number == 1);
        var canonical = PublishedEditionJson.Canonical(PublishedEditionJson.Read(first.Canonical) with { Number = 2 });
        db.Add(new Publication(2024, 2, canonical, CanonicalJson.Digest(canonical), first.PublishedAt, null, first.AuditHead));
        return await db.SaveChangesAsync();
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_table_shows_the_newest_version_and_keeps_the_old_one_readable()
    {
        Version(await app.Visitor().GetApiAsync("editions/2024/standings?group=central")).ShouldBe(2);
        Version(await app.Visitor().GetApiAsync("editions/2024/standings?group=central&version=1")).ShouldBe(1);
        (await app.Visitor().OpenAsync("/editions/2024?group=central&version=1")).QuerySelector(".banner").ShouldNotBeNull().TextContent
            .ShouldContain("số 2");
        (await app.Visitor().OpenAsync("/editions/2024?group=central")).QuerySelector(".banner").ShouldBeNull();
    }

    [Fact]
    public async Task A_printed_scorecard_of_the_old_version_is_told_to_be_superseded()
    {
        var code = await app.InDatabaseAsync("da-nang", db =>
            db.Set<ScorecardCode>().Where(code => code.Year == 2024 && code.Number == 1 && code.Agency == "bhxh").Select(code => code.Code)
                .SingleAsync());
        var answer = await app.Visitor().Http.GetAsync(new Uri($"/verify/{code}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ReadAsync(answer);
        var verdict = page.QuerySelector(".verdict").ShouldNotBeNull();
        verdict.ClassList.ShouldContain("verdict-superseded");
        verdict.TextContent.ShouldContain("đã được thay thế bằng bản công bố số 2");
        page.QuerySelector(".outcome").ShouldNotBeNull().TextContent.ShouldContain("96,12");
    }

    [Fact]
    public async Task The_agencys_page_of_the_old_version_points_to_the_new_one() =>
        (await app.Visitor().OpenAsync("/editions/2024/agencies/bhxh?version=1")).QuerySelector(".banner").ShouldNotBeNull().TextContent
            .ShouldContain("số 2");

    private static int? Version(HttpResponseMessage answer) =>
        JsonNode.Parse(answer.Content.ReadAsStream())?["version"]?.GetValue<int>();
}
