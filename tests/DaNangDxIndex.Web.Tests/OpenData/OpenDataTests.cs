using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.OpenData;

[Collection(OnlyRead.Name)]
public sealed class OpenDataTests(TestApp app)
{
    private const string Version = "editions/2024/versions/1/data/";

    [Theory]
    [InlineData(Version, "ranking.csv", "scores.csv", "criteria.csv", "agencies.csv")]
    [InlineData("data/", "points.csv", "lineage.csv")]
    public async Task A_data_package_is_valid_and_every_file_is_what_its_schema_says(string folder, params string[] files)
    {
        var package = await JsonAsync(folder + "datapackage.json");

        PackageRules.Faults(package).ShouldBeEmpty();
        package["resources"].ShouldNotBeNull().AsArray().Select(resource => resource?["path"]?.GetValue<string>()).ShouldBe(files);
        foreach (var resource in package["resources"].ShouldNotBeNull().AsArray().OfType<JsonObject>())
        {
            var path = Said(resource, "path");
            var csv = await (await app.Visitor().GetApiAsync(folder + path)).Content.ReadAsByteArrayAsync();
            (csv.Length, "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(csv))).ShouldBe(
                (resource["bytes"].ShouldNotBeNull().GetValue<int>(), Said(resource, "hash")));
            TableRules.Faults(SchemaOf(resource), Encoding.UTF8.GetString(csv)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task The_manifest_of_a_bundle_is_valid_too_and_its_tables_are_what_it_says()
    {
        var zip = await (await app.Visitor().GetApiAsync("editions/2024/bundle.zip")).Content.ReadAsByteArrayAsync();
        var files = BundleZip.Read(new MemoryStream(zip)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var package = JsonNode.Parse(files[Bundle.ManifestPath].Text).ShouldNotBeNull().AsObject();

        PackageRules.Faults(package).ShouldBeEmpty();
        foreach (var table in package["resources"].ShouldNotBeNull().AsArray().OfType<JsonObject>()
            .Where(resource => resource["schema"] is not null))
            TableRules.Faults(SchemaOf(table), files[Said(table, "path")].Text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("agency,total\na,1\nb,x\n", "3: total")]
    [InlineData("agency,total\na,1\na,2\n", "3: primaryKey")]
    [InlineData("agency,total\n,1\n", "2: agency")]
    [InlineData("total,agency\n1,a\n", "1: fields")]
    public void What_breaks_a_schema_is_found(string csv, string fault) => TableRules.Faults(
        JsonNode.Parse("""
            { "fields": [ { "name": "agency", "type": "string", "constraints": { "required": true } },
                { "name": "total", "type": "number" } ],
              "primaryKey": ["agency"] }
            """).ShouldNotBeNull().AsObject(), csv).ShouldHaveSingleItem().ShouldBe(fault);

    [Fact]
    public async Task The_ranking_and_the_points_say_what_was_published()
    {
        var table = await JsonAsync("editions/2024/standings?group=districts");
        var first = table["items"].ShouldNotBeNull().AsArray()[0].ShouldNotBeNull().AsObject();
        var (agency, total) = (Said(first["agency"].ShouldNotBeNull().AsObject(), "code"), Said(first, "total"));

        (await TextAsync(Version + "ranking.csv")).Split('\n')
            .ShouldContain(line => line.StartsWith($"districts,{agency},", StringComparison.Ordinal) && line.Contains($",{total},100,"));
        (await TextAsync("data/points.csv")).Split('\n')
            .ShouldContain(line => line.StartsWith($"{agency},2024,digital-transformation,total,{total},100,districts,1,"));
    }

    [Theory]
    [InlineData("departments")]
    [InlineData("wards")]
    public async Task The_long_table_tells_of_each_total_the_source_that_the_ranked_table_tells(string group)
    {
        var items = (await JsonAsync($"editions/2024/standings?group={group}"))["items"].ShouldNotBeNull().AsArray();
        var told = items.Select(item => item.ShouldNotBeNull().AsObject())
            .ToDictionary(item => Said(item["agency"].ShouldNotBeNull().AsObject(), "code"),
                item => Said(item["provenance"].ShouldNotBeNull().AsObject(), "total"), StringComparer.Ordinal);
        var rows = (await TextAsync("data/points.csv")).Split('\n').Select(line => line.TrimEnd('\r').Split(','))
            .Where(row => row.Length > 9 && row[1] == "2024" && row[6] == group).ToList();

        told.Values.ShouldContain("press");
        rows.Where(row => row[3] == "total").ToDictionary(row => row[0], row => row[9], StringComparer.Ordinal)
            .ShouldBe(told, ignoreOrder: true);
        rows.Where(row => row[3] != "total").ShouldAllBe(row => row[9] == "illustrative");
    }

    [Fact]
    public async Task Results_from_print_stand_in_the_long_table_under_their_source_and_mergers_lead_to_today()
    {
        var points = (await TextAsync("data/points.csv")).Split('\n').Select(line => line.Split(',')).ToList();

        points.ShouldContain(row => row.Length > 9 && row[1] == "2023" && row[9] == "press" && row[7].Length == 0);
        points.ShouldContain(row => row.Length > 9 && row[0].StartsWith("p-", StringComparison.Ordinal)
            && row[8].StartsWith("w25-", StringComparison.Ordinal));
        (await TextAsync("data/lineage.csv")).Split('\n').ShouldContain(line => line.StartsWith("p-hoa-khe,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Version + "scores.csv", true)]
    [InlineData(Version + "data.xlsx", true)]
    [InlineData(Version + "datapackage.json", true)]
    [InlineData("editions/2024/data/scores.csv", false)]
    [InlineData("data/points.csv", false)]
    [InlineData("data/catalog.jsonld", false)]
    public async Task A_file_has_a_strong_tag_and_only_that_of_a_version_is_kept_for_good(string path, bool immutable)
    {
        var http = app.Visitor().Http;
        var answer = await app.Visitor().GetApiAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tag = answer.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeFalse();
        (answer.Headers.CacheControl.ShouldNotBeNull().ToString().Contains("immutable", StringComparison.Ordinal)).ShouldBe(immutable);

        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri($"/da-nang/api/v1/{path}", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(tag);
        (await http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_catalogue_has_what_dcat_asks_of_every_one()
    {
        var catalogue = await JsonAsync("data/catalog.jsonld");

        Need(catalogue, "dct:title", "dct:description", "dct:publisher", "dct:license", "dcat:dataset");
        var sets = catalogue["dcat:dataset"].ShouldNotBeNull().AsArray().OfType<JsonObject>().ToList();
        sets.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var set in sets)
        {
            Need(set, "dct:title", "dct:description", "dct:publisher", "dct:license", "dcat:distribution");
            foreach (var file in set["dcat:distribution"].ShouldNotBeNull().AsArray().OfType<JsonObject>())
            {
                Need(file, "dcat:accessURL", "dcat:mediaType", "dct:license");
                var address = new Uri(Said(file["dcat:accessURL"].ShouldNotBeNull().AsObject(), "@id"));
                (await app.Visitor().Http.GetAsync(new Uri(address.PathAndQuery, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
            }
        }
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_page_lists_every_file_with_a_sentence_and_each_is_there(string language)
    {
        var page = await app.Visitor(language: language).OpenAsync("/data");

        foreach (var line in page.QuerySelectorAll("main dl > div"))
            line.QuerySelector("dd").ShouldNotBeNull().TextContent.Trim().Length.ShouldBeGreaterThan(2);
        var links = page.QuerySelectorAll("main a[href^='/da-nang/api/v1/']")
            .Select(link => link.GetAttribute("href")).OfType<string>().ToList();
        links.Count.ShouldBeGreaterThan(10);
        foreach (var link in links)
            (await app.Visitor().Http.GetAsync(new Uri(link, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, link);
    }

    [Fact]
    public async Task No_name_of_a_person_stands_in_any_file()
    {
        var people = (await app.InDatabaseAsync(
            "da-nang", db => db.Set<Accounts.Account>().Select(account => account.FullName).ToListAsync()))
            .Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        people.ShouldNotBeEmpty();

        foreach (var file in (string[])["ranking.csv", "scores.csv", "criteria.csv", "agencies.csv", "datapackage.json"])
        {
            var text = await TextAsync(Version + file);
            people.ShouldAllBe(name => !text.Contains(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_answered_with_those_that_are()
    {
        var answer = await app.Visitor().GetApiAsync(Version + "rankings.csv");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync())
            .ShouldContain("ranking.csv, scores.csv, criteria.csv, agencies.csv, datapackage.json, data.xlsx");
    }

    private static JsonObject SchemaOf(JsonObject resource) => resource["schema"].ShouldNotBeNull().AsObject();

    private static string Said(JsonObject json, string member) => json[member].ShouldNotBeNull().GetValue<string>();

    private static void Need(JsonObject json, params string[] members) => members.ShouldAllBe(member => json[member] != null);

    private async Task<JsonObject> JsonAsync(string path) => JsonNode.Parse(await TextAsync(path)).ShouldNotBeNull().AsObject();

    private async Task<string> TextAsync(string path)
    {
        var answer = await app.Visitor().GetApiAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }
}
