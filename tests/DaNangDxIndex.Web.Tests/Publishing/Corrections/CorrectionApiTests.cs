using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>Requests for review and corrections by programs with tokens; what is signed wants somebody present.</summary>
public sealed class CorrectionApiTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Ground = "Cổng dịch vụ công đếm thiếu 12 hồ sơ, xem công văn số 7.";

    [Fact]
    public async Task A_program_is_told_what_can_hardly_be_true_in_what_is_prepared()
    {
        var edition = await Signing.PublishedAsync(app);
        var path = $"{Year(edition)}/correction";
        var office = await ProgramAsync(Role.Office, TokenScope.Office);
        await JsonAsync(await office.SendAsync(HttpMethod.Put, path, new { cause = Ground, foundBy = "public" }, "0"));

        var figure = $"{path}/agencies/{RunningEdition.Third}/figures/files-received";
        var changed = await JsonAsync(await office.SendAsync(HttpMethod.Put, figure, new { right = "0", reason = "other" }, "1"));

        var doubt = changed["doubts"].ShouldBeOfType<JsonArray>().ShouldHaveSingleItem().ShouldNotBeNull();
        ((string?)doubt["agency"], (bool?)doubt["isError"]).ShouldBe((RunningEdition.Third, true));
        ((string?)doubt["sentence"]?["vi"]).ShouldNotBeNull().ShouldContain("không thể có khi");
    }

    [Fact]
    public async Task A_review_is_filed_by_the_approver_answered_by_the_office_and_read_by_both()
    {
        var edition = await Signing.PublishedAsync(app);
        var (own, all) = ($"{Year(edition)}/agencies/{RunningEdition.Agency}/reviews", $"{Year(edition)}/reviews");
        var approver = await ProgramAsync(Role.Approver, TokenScope.Enter);

        var (asked, key) = (new { criterion = "A.1", sentence = Ground }, $"review-{edition.Year}");
        using var filed = await approver.SendAsync(HttpMethod.Post, own, asked, key: key);
        filed.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var again = await approver.SendAsync(HttpMethod.Post, own, asked, key: key);
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await ItemsAsync(await approver.GetAsync(own))).Count.ShouldBe(1);

        var office = await ProgramAsync(Role.Office, TokenScope.Office);
        using var answered = await office.SendAsync(
            HttpMethod.Put, $"{all}/1/answer", new { outcome = "upheld", answer = "Đúng như cơ quan nêu." });
        answered.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var twice = await office.SendAsync(
            HttpMethod.Put, $"{all}/1/answer", new { outcome = "rejected", answer = "Không đúng như cơ quan nêu." });
        twice.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)(await ItemsAsync(await office.GetAsync(all)))[0]?["outcome"]).ShouldBe("upheld");

        using var brief = await approver.SendAsync(HttpMethod.Post, own, new { sentence = "ngắn" });
        (await TypeAsync(brief)).ShouldBe("/problems/review.sentence");
        using var foreign = await approver.SendAsync(
            HttpMethod.Post, $"{Year(edition)}/agencies/{RunningEdition.Third}/reviews", new { sentence = Ground });
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_correction_is_prepared_with_versions_and_shows_whom_it_moves()
    {
        var edition = await Signing.PublishedAsync(app);
        var path = $"{Year(edition)}/correction";
        var office = await ProgramAsync(Role.Office, TokenScope.Office);
        ((int?)(await JsonAsync(await office.GetAsync(path)))["version"]).ShouldBe(0);

        using var unread = await office.SendAsync(HttpMethod.Put, path, new { cause = Ground, foundBy = "public" });
        unread.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        var begun = await JsonAsync(await office.SendAsync(HttpMethod.Put, path, new { cause = Ground, foundBy = "public" }, "0"));
        ((int?)begun["version"], (string?)begun["cause"]).ShouldBe((1, Ground));
        using var late = await office.SendAsync(HttpMethod.Put, path, new { cause = Ground, foundBy = "public" }, "0");
        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        var figure = $"{path}/agencies/{RunningEdition.Third}/figures/files-online";
        var changed = await JsonAsync(await office.SendAsync(HttpMethod.Put, figure, new { right = "70", reason = "other" }, "1"));
        (changed["changes"]?.AsArray().Count, changed["moved"]?.AsArray().Count, (int?)changed["version"]).ShouldBe((1, 2, 2));
        var decision = $"{path}/agencies/{RunningEdition.Third}/criteria/A.1";
        using var empty = await office.SendAsync(HttpMethod.Put, decision, new { reason = "other" }, "2");
        (await TypeAsync(empty)).ShouldBe("/problems/correction.decision");
        var decided = await JsonAsync(
            await office.SendAsync(HttpMethod.Put, decision, new { decide = "points", points = 12.5, reason = "ruleMisread" }, "2"));
        (decided["changes"]?.AsArray().Count).ShouldBe(2);
        var left = await JsonAsync(await office.SendAsync(HttpMethod.Delete, decision, null, "3"));
        (left["changes"]?.AsArray().Count, (int?)left["version"]).ShouldBe((1, 4));

        using var dropped = await office.SendAsync(HttpMethod.Delete, path, null, "4");
        dropped.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        ((int?)(await JsonAsync(await office.GetAsync(path)))["version"]).ShouldBe(0);
    }

    [Fact]
    public async Task A_token_of_the_committee_reads_what_is_prepared_and_changes_nothing()
    {
        var edition = await Signing.PublishedAsync(app);
        var path = $"{Year(edition)}/correction";
        var signatory = await ProgramAsync(Role.Signatory, TokenScope.Read);

        (await signatory.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await signatory.SendAsync(HttpMethod.Put, path, new { cause = Ground, foundBy = "public" }, "0")).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<AskingProgram> ProgramAsync(Role role, TokenScope scope) =>
        new(app, await AskingProgram.IssueAsync(app, role, scope));

    private static string Year(RunningEdition edition) => $"/da-nang/api/v1/editions/{edition.Year}";

    private static async Task<JsonArray> ItemsAsync(HttpResponseMessage answer) =>
        (await JsonAsync(answer))["items"].ShouldBeOfType<JsonArray>();

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>()).ShouldNotBeNull();
    }

    private static async Task<string?> TypeAsync(HttpResponseMessage answer) =>
        (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())?["type"];
}
