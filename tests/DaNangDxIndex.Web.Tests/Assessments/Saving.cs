using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments;

/// <summary>A field that saves itself, as the page's script does it.</summary>
internal sealed class Saving(OpenEdition edition, Visitor visitor, string token)
{
    public static async Task<Saving> AsAsync(OpenEdition edition, Visitor visitor) =>
        new(edition, visitor, await visitor.TokenAsync($"{edition.Path}/components/A"));

    /// <param name="language">The language of the page; null as a program that sends invariant text.</param>
    public async Task<HttpResponseMessage> SaveAsync(
        string figure, string? value, int? version = 0, string? language = "vi", string? agency = null, string tenant = "da-nang")
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Patch,
            new Uri($"/{tenant}/api/v1/editions/{edition.Year}/agencies/{agency ?? edition.Agency}/figures/{figure}", UriKind.Relative))
        {
            Content = JsonContent.Create(new { value }),
        };
        if (language is not null)
            request.Content.Headers.ContentLanguage.Add(language);
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.AcceptLanguage.ParseAdd(language ?? "vi");
        return await visitor.Http.SendAsync(request);
    }

    /// <summary>Writes a sentence to a warning.</summary>
    public async Task<HttpResponseMessage> ClarifyAsync(string doubt, string? sentence, int version = 0)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Patch,
            new Uri(
                $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/doubts/{Uri.EscapeDataString(doubt)}",
                UriKind.Relative))
        {
            Content = JsonContent.Create(new { value = sentence }),
        };
        request.Content.Headers.ContentLanguage.Add("vi");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        request.Headers.Add("RequestVerificationToken", token);
        return await visitor.Http.SendAsync(request);
    }

    /// <summary>Saves and gives the answer's body.</summary>
    public async Task<JsonNode> SavedAsync(string figure, string? value, int version = 0, string? language = "vi")
    {
        using var answer = await SaveAsync(figure, value, version, language);
        var body = await BodyAsync(answer);
        answer.IsSuccessStatusCode.ShouldBeTrue(body.ToJsonString());
        return body;
    }

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
}
