using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Publishing;

/// <summary>What a publication is afterwards: one text, its digest, and nothing that follows changes it.</summary>
public sealed class FrozenPublicationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_stored_text_is_canonical_and_its_digest_is_its_sha_256()
    {
        var edition = await Signing.PublishedAsync(app);
        var publication = await Signing.PublicationAsync(app, edition);

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(publication.Canonical))).ShouldBe(publication.Digest);
        CanonicalJson.Write(JsonNode.Parse(publication.Canonical)).ShouldBe(publication.Canonical);
        PublishedEditionJson.Canonical(PublishedEditionJson.Read(publication.Canonical)).ShouldBe(publication.Canonical);
    }

    [Fact]
    public async Task A_publication_does_not_change_with_what_changes_later()
    {
        var edition = await Signing.PublishedAsync(app);
        var before = await StandingsAsync(edition);
        before.ShouldContain("\"72.00\"");
        await TestApp.AskAsync<int>(app.Superuser, $"""
            SET session_replication_role = replica;
            UPDATE figure_entry SET declared = '1' WHERE year = {edition.Year} AND figure = 'files-online';
            UPDATE edition_group SET criteria_file = replace(criteria_file, '"maximum": 60', '"maximum": 30') WHERE year = {edition.Year};
            """);

        (app.Services.GetRequiredService<IMemoryCache>() as MemoryCache).ShouldNotBeNull().Clear();
        (await StandingsAsync(edition)).ShouldBe(before);
    }

    [Fact]
    public async Task Another_tenant_finds_no_publication()
    {
        var edition = await Signing.PublishedAsync(app);
        (await app.Visitor("khanh-hoa").GetApiAsync($"editions/{edition.Year}/standings?group=small")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedInAsync(Role.Signatory, "khanh-hoa")).GetAsync($"/editions/{edition.Year}/published/1")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> StandingsAsync(RunningEdition edition) =>
        await (await app.Visitor().GetApiAsync($"editions/{edition.Year}/standings?group=small")).Content.ReadAsStringAsync();
}
