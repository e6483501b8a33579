using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Targets;

/// <summary>What a target says of the agencies' figures once the results that held them are out of force.</summary>
public sealed class WithdrawnFiguresTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Figures_that_were_withdrawn_are_not_said_to_be_unpublished()
    {
        const string Path = "editions/2024/targets";
        (await ItemAsync(Path))["withdrawn"].ShouldBeNull();
        var number = (int?)(await ItemAsync(Path))["results"]?["number"];
        using var answer = await (await app.SignedInAsync(Role.Signatory)).SendFormAsync(
            "/editions/2024/withdraw", Signing.Withdrawing("Khối quận, huyện được chấm theo bộ chỉ số chưa ban hành."), "main form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());

        foreach (var page in new[] { "/editions/2024/targets", "/editions/2024/targets/files-online" })
        {
            await SaysAsync(page, "vi", $"đã thu hồi cùng kết quả năm 2024, bản công bố số {number}", "chưa công bố");
            await SaysAsync(page, "en", $"were withdrawn with the results of 2024, publication {number}", "not published yet");
        }

        var item = await ItemAsync(Path);
        item["results"].ShouldBeNull();
        ((int?)item["withdrawn"]?["edition"], (int?)item["withdrawn"]?["number"]).ShouldBe((2024, number));
        item["groups"].ShouldNotBeNull().AsArray().ShouldBeEmpty();
    }

    private async Task SaysAsync(string path, string language, string said, string unsaid)
    {
        var text = (await app.Visitor("da-nang", language).OpenAsync(path)).QuerySelector("main").ShouldNotBeNull().TextContent;
        text.ShouldContain(said);
        text.ShouldNotContain(unsaid);
    }

    private async Task<JsonNode> ItemAsync(string path)
    {
        using var answer = await app.Visitor().GetApiAsync(path);
        var items = (JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["items"]).ShouldNotBeNull().AsArray();
        return items.First(item => (string?)item?["indicator"] == "files-online").ShouldNotBeNull();
    }
}
