using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Publishing;

/// <summary>What others had printed is frozen with a version: its marks say the same for ever, on page, in API and files.</summary>
public sealed class FrozenMarksTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_version_gives_the_same_bytes_after_the_printed_rows_changed()
    {
        var edition = await Signing.FinalAsync(app, illustrative: true);
        await PrintAsync(edition);
        await Signing.AcknowledgeAsync(app, edition);
        using (var signed = await (await app.SignedInAsync(Accounts.Role.Signatory)).SendFormAsync(edition.Publish, [], "main form"))
            signed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var before = await ReadAsync(app.Visitor(), edition);
        var standings = JsonNode.Parse(before["standings?group=small&version=1"]);
        ((string?)standings?["items"]?[0]?["provenance"]?["total"]).ShouldBe("press", "the printed total is marked");
        before["page"].ShouldContain("Báo thử");
        before["agency"].ShouldContain("98/100 = 98%");

        await TestApp.AskAsync<int>(app.Superuser, $"""
            UPDATE imported_standing SET total = '1.00', rank = 3 WHERE year = {edition.Year};
            UPDATE imported_tier_count SET agencies = agencies + 1 WHERE year = {edition.Year};
            UPDATE printed_figure SET numerator = 1, subject_vi = 'Khác' WHERE year = {edition.Year};
            UPDATE source SET name_vi = 'Báo khác' WHERE code = 'trial';
            """);

        // A program of its own, that has kept nothing.
        await using var another = TestCluster.Host(app.Application, owner: null);
        var visitor = new Visitor(
            another.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false }), "da-nang", "vi");
        var after = await ReadAsync(visitor, edition);
        foreach (var (what, bytes) in before)
            after[what].ShouldBe(bytes, what);
    }

    private async Task PrintAsync(RunningEdition edition)
    {
        await TestApp.AskAsync<int>(app.Superuser, $"""
            INSERT INTO source (tenant_id, code, name_vi, name_en) SELECT id, 'trial', 'Báo thử', 'Trial paper' FROM tenant WHERE slug = 'da-nang';
            INSERT INTO imported_standing (tenant_id, year, "group", agency, rank, total, tier, source)
                SELECT id, {edition.Year}, 'small', '{RunningEdition.OfOffice}', 1, '80.00', 'good', 'trial' FROM tenant WHERE slug = 'da-nang';
            INSERT INTO imported_tier_count (tenant_id, year, "group", tier, agencies, source)
                SELECT id, {edition.Year}, 'small', 'good', 2, 'trial' FROM tenant WHERE slug = 'da-nang';
            INSERT INTO printed_figure (tenant_id, number, year, kind, agency, figure, numerator, denominator, subject_vi, subject_en, source)
                SELECT tenant.id, 1 + max(number), {edition.Year}, 'figure', '{RunningEdition.Agency}', 'files-online', 98, 100, 'Hồ sơ', 'Files', 'trial'
                FROM tenant JOIN printed_figure ON tenant_id = tenant.id WHERE slug = 'da-nang' GROUP BY tenant.id;
            INSERT INTO printed_figure (tenant_id, number, year, kind, subject_vi, subject_en, source)
                SELECT tenant.id, 1 + max(number), {edition.Year}, 'note', 'Lưu ý thử', 'A note', 'trial'
                FROM tenant JOIN printed_figure ON tenant_id = tenant.id WHERE slug = 'da-nang' GROUP BY tenant.id;
            """);
        var total = await app.InTenantAsync("da-nang", services =>
            services.GetRequiredService<EditionResults>().ComputeAsync(edition.Year, CancellationToken.None));
        await TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE imported_standing SET total = '{total[0].Results[0].Total}' WHERE year = {edition.Year}");
    }

    /// <summary>By what it is; binary files in hexadecimal.</summary>
    private static async Task<Dictionary<string, string>> ReadAsync(Visitor visitor, RunningEdition edition)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["page"] = (await visitor.OpenAsync($"/editions/{edition.Year}?group=small&version=1"))
                .QuerySelector("main").ShouldNotBeNull().InnerHtml,
            ["agency"] = (await visitor.OpenAsync($"/editions/{edition.Year}/agencies/{RunningEdition.Agency}?version=1"))
                .QuerySelector("main").ShouldNotBeNull().InnerHtml,
        };
        foreach (var file in new[]
        {
            "standings?group=small&version=1",
            "standings?group=small&version=1&format=csv", "standings?group=small&version=1&format=csv&separator=semicolon",
            "standings?group=small&version=1&format=xlsx",
            "standings.pdf?group=small&version=1", $"agencies/{RunningEdition.Agency}/scorecard?version=1",
            $"agencies/{RunningEdition.Agency}/scorecard.pdf?version=1", "bundle.zip?version=1",
        })
        {
            using var answer = await visitor.GetApiAsync($"editions/{edition.Year}/{file}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            read[file] = file.Contains("xlsx") || file.Contains("pdf") || file.Contains("zip")
                ? Convert.ToHexString(bytes)
                : System.Text.Encoding.UTF8.GetString(bytes);
        }

        return read;
    }
}
