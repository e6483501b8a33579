using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Editions;

public sealed class EditionsApiTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task All_editions_stand_with_stage_and_groups_newest_first()
    {
        var items = await ItemsAsync("da-nang");
        items.Select(item => item?["year"]?.GetValue<int>()).ShouldBe([2025, 2024, 2023, 2020, 2019, 2018, 2017, 2016]);
        items.Select(item => item?["stage"]?.GetValue<string>()).ShouldBe(["open", "published", .. Enumerable.Repeat("imported", 6)]);
        (items[0]?["groups"]?.AsArray().Count).ShouldBe(3);
        (items[1]?["groups"]?.AsArray().Select(group => group?["code"]?.GetValue<string>()))
            .ShouldBe(["departments", "central", "districts", "wards"]);
    }

    [Fact]
    public async Task Each_tenant_has_its_own() => (await ItemsAsync("khanh-hoa")).ToJsonString().ShouldNotContain("imported");

    [Fact]
    public async Task The_OpenAPI_document_describes_the_read_API()
    {
        var document = JsonNode.Parse(await app.Visitor().Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        (document?["openapi"]?.GetValue<string>()).ShouldNotBeNull().ShouldStartWith("3.1");
        var paths = document?["paths"]?.AsObject().Select(path => path.Key).ToList();
        paths.ShouldNotBeNull();
        paths.ShouldContain("/api/v1/editions");
        paths.ShouldContain("/api/v1/editions/{year}/standings");
        paths.ShouldContain("/api/v1/editions/{year}/agencies/{code}/scorecard.pdf");
        (document?["servers"]?[0]?["variables"]?["tenant"]?["default"]?.GetValue<string>()).ShouldBe("da-nang");
    }

    private async Task<JsonArray> ItemsAsync(string tenant)
    {
        var answer = JsonNode.Parse(await (await app.Visitor(tenant).GetApiAsync("editions")).Content.ReadAsStringAsync());
        return answer?["items"]?.AsArray() ?? throw new InvalidOperationException("There are no items.");
    }
}
