using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>What a program reads of a code, and what dx-verify makes of it.</summary>
[Collection(OnlyRead.Name)]
public sealed class VerifyCodeTests(TestApp app)
{
    [Fact]
    public async Task The_answer_to_a_code_agrees_with_the_publication_and_a_changed_digit_in_it_is_named()
    {
        var code = await CodeAsync("bhxh");
        var answer = await app.Visitor().GetApiAsync($"verify/{code.ToLowerInvariant()}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var said = await answer.Content.ReadAsStringAsync();
        var json = JsonNode.Parse(said);
        (json?["state"]?.GetValue<string>()).ShouldBe("sample");
        (json?["result"]?["code"]?.GetValue<string>()).ShouldBe(code);
        var (published, digest) = await PublishedAsync();

        CodedResult.Differences(said, published, digest).ShouldBeEmpty();
        var total = (json?["result"]?["total"]?.GetValue<string>()).ShouldNotBeNull();
        CodedResult.Differences(said.Replace($"\"total\":\"{total}\"", "\"total\":\"99.99\"", StringComparison.Ordinal), published, digest)
            .ShouldBe([new("total", "99.99", total)]);
        Should.Throw<PaperFault>(() => CodedResult.Differences("{\"total\":1}", published, digest));
    }

    [Fact]
    public async Task An_unknown_code_is_a_problem_that_says_what_a_code_is()
    {
        var answer = await app.Visitor().GetApiAsync("verify/ZZZZ");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("/problems/code.unknown");
    }

    private async Task<(PublishedEdition Published, string Digest)> PublishedAsync()
    {
        var stored = await app.InDatabaseAsync("da-nang", db =>
            db.Set<Publication>().SingleAsync(publication => publication.Year == 2024 && publication.Number == 1));
        return (PublishedEditionJson.Read(stored.Canonical), CanonicalJson.Digest(stored.Canonical));
    }

    private Task<string> CodeAsync(string agency) => app.InDatabaseAsync("da-nang", db =>
        db.Set<ScorecardCode>().Where(code => code.Year == 2024 && code.Number == 1 && code.Agency == agency)
            .Select(code => code.Code).SingleAsync());
}
