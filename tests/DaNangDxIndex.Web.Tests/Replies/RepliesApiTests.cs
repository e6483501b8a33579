using System.Net;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Replies;

/// <summary>Programs of an agency reply by the same rules, and pieces of evidence go with a reply.</summary>
[Collection(RepliesApp.Name)]
public sealed class RepliesApiTests(TestApp app)
{
    private readonly TwoRounds _rounds = new(app);

    [Fact]
    public async Task Programs_of_the_agency_reply_by_the_same_rules()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        var approver = await app.SignedInAsync(Role.Approver);
        var api = $"/da-nang/api/v1/editions/{edition.Year}/agencies/{RunningEdition.Agency}/replies";
        using var blind = await SendJsonAsync(approver, HttpMethod.Put, $"{api}/A.1", new { sentence = TwoRounds.Grounds }, version: null);
        blind.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        using var put = await SendJsonAsync(
            approver, HttpMethod.Put, $"{api}/A.1",
            new { sentence = TwoRounds.Grounds, claims = new Dictionary<string, string> { ["files-online"] = "80" } }, 0);
        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await SendJsonAsync(approver, HttpMethod.Put, $"{api}/A.1", new { sentence = TwoRounds.Grounds }, 0);
        again.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var there = await ReadAsync(approver, api);
        there.Replies.ShouldHaveSingleItem().Claims.ShouldBe(new Dictionary<string, string> { ["files-online"] = "80" });
        there.Allowed.ShouldBe([AssessmentVerb.Reply, AssessmentVerb.Explain]);

        using var sent = await SendJsonAsync(approver, HttpMethod.Post, $"{api}/send", new { digest = there.Digest }, null);
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var recalled = await SendJsonAsync(approver, HttpMethod.Post, $"{api}/recall", new { }, null);
        recalled.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var dropped = await SendJsonAsync(approver, HttpMethod.Delete, $"{api}/A.1", null, 1);
        dropped.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(approver, api)).Replies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pieces_attached_to_the_criterion_go_with_the_reply_and_are_frozen_when_it_is_sent()
    {
        var edition = await _rounds.AppraisedAsync();
        await _rounds.MoveOnAsync(edition, EditionStage.Explanation);
        using var written = await _rounds.WriteAsync(edition, "A.1", TwoRounds.Grounds);
        var approver = await app.SignedInAsync(Role.Approver);
        var without = (await ReadAsync(approver, Api(edition))).Digest;
        var piece = await CiteAsync(approver, "12/BC-UBND");
        using var attached = await SendJsonAsync(
            approver, HttpMethod.Post, $"/da-nang/api/v1/editions/{edition.Year}/agencies/{RunningEdition.Agency}/evidence",
            new { piece, criteria = new[] { "A.1" } }, null);
        attached.IsSuccessStatusCode.ShouldBeTrue();
        var there = await ReadAsync(approver, Api(edition));
        there.Digest.ShouldNotBe(without, "the approver signs the pieces too");
        var attachment = there.Replies.ShouldHaveSingleItem().Evidence.ShouldHaveSingleItem();
        (await approver.OpenAsync(TwoRounds.Replies(edition))).QuerySelector(".reply .attached").ShouldNotBeNull().TextContent
            .ShouldContain("12/BC-UBND");

        using var sent = await _rounds.SendAsync(edition);
        var frozen = await AttachmentAsync(attachment);
        frozen.SubmittedRevision.ShouldBe(1);
        (await ReadAsync(approver, Api(edition))).Digest.ShouldBe((await edition.AssessmentAsync()).RepliesDigest);
        (await _rounds.BenchTextAsync(edition, "A.1")).ShouldContain("Gửi kèm giải trình");

        using var recalled = await approver.SendFormAsync(TwoRounds.Replies(edition), [], "form[action*=Recall]");
        (await AttachmentAsync(attachment)).SubmittedRevision.ShouldBeNull();
        (await ReadAsync(approver, Api(edition))).Digest.ShouldBe(there.Digest);
    }

    private static async Task<Guid> CiteAsync(Visitor approver, string number)
    {
        using var cited = await SendJsonAsync(
            approver, HttpMethod.Post, $"/da-nang/api/v1/agencies/{RunningEdition.Agency}/evidence/documents",
            new { number, date = "2026-03-05", issuer = "UBND phường", title = $"Báo cáo {number}" }, null);
        return (await cited.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>())?["id"]?.GetValue<Guid>() ?? Guid.Empty;
    }

    private Task<DaNangDxIndex.Evidence.Attachment> AttachmentAsync(Guid id) => app.InDatabaseAsync("da-nang", db =>
        db.Set<DaNangDxIndex.Evidence.Attachment>().SingleAsync(attachment => attachment.Id == id));

    private static string Api(RunningEdition edition) =>
        $"/da-nang/api/v1/editions/{edition.Year}/agencies/{RunningEdition.Agency}/replies";

    private static async Task<HttpResponseMessage> SendJsonAsync(
        Visitor visitor, HttpMethod method, string path, object? body, int? version)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        request.Headers.TryAddWithoutValidation("RequestVerificationToken", await visitor.TokenAsync("/work"));
        return await visitor.Http.SendAsync(request);
    }

    private static async Task<Told> ReadAsync(Visitor visitor, string path) =>
        (await visitor.Http.GetFromJsonAsync<Told>(new Uri(path, UriKind.Relative), Json)).ShouldNotBeNull();

    private static readonly System.Text.Json.JsonSerializerOptions Json = new(System.Text.Json.JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase) },
    };

    private sealed record Told(AssessmentState State, List<AssessmentVerb> Allowed, string Digest, List<RepliesController.Written> Replies);
}
