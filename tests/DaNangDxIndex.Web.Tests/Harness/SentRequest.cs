using System.Net;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Harness;

internal static class SentRequest
{
    /// <summary>The answer of the API to what was sent, where its status is the one that is expected; null where it has no body.</summary>
    public static async Task<JsonNode?> AnsweredAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
