using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Evidence;

/// <summary>Somebody at the evidence folder of an agency, by its API and its pages.</summary>
internal sealed class Shelf(Visitor visitor, string agency)
{
    private static int Serial;

    public Visitor Visitor => visitor;

    public string Folder => $"/evidence/{agency}";

    public static async Task<Shelf> OfAsync(TestApp app, OpenEdition edition, Role role = Role.Assessor) =>
        new(await app.SignedInAsync(role), edition.Agency);

    /// <summary>A PDF like no other.</summary>
    public static byte[] Pdf(string mark = "") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Mark ({mark}{Interlocked.Increment(ref Serial)}) >>\nendobj\ntrailer\n<< /Root 1 0 R "
            + ">>\n%%EOF\n");

    /// <summary>A piece that has just been uploaded, by its id.</summary>
    public async Task<Guid> UploadedAsync(byte[]? content = null, string name = "ke-hoach.pdf", string? title = null)
    {
        using var answer = await UploadAsync(content ?? Pdf(), name, title);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await BodyAsync(answer))["id"].ShouldNotBeNull().GetValue<Guid>();
    }

    public async Task<HttpResponseMessage> UploadAsync(byte[] content, string name, string? title = null, Guid? piece = null) =>
        await SendAsync(
        HttpMethod.Post, piece is null ? $"agencies/{agency}/evidence/files" : $"agencies/{agency}/evidence/{piece}/revisions/files",
            Form(content, name, title));

    public async Task<Guid> CitedAsync(string number, string date = "05/03/2025", string issuer = "UBND phường")
    {
        using var answer = await SendAsync(
            HttpMethod.Post, $"agencies/{agency}/evidence/documents",
                JsonContent.Create(new { number, date, issuer, title = "Về việc thử" }));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await BodyAsync(answer))["id"].ShouldNotBeNull().GetValue<Guid>();
    }

    public Task<HttpResponseMessage> AttachAsync(OpenEdition edition, Guid piece, params string[] criteria) => SendAsync(
        HttpMethod.Post, $"editions/{edition.Year}/agencies/{agency}/evidence",
            JsonContent.Create(new { piece, criteria, note = "Trang 2" }));

    public Task<HttpResponseMessage> DetachAsync(OpenEdition edition, string criterion, Guid attachment) =>
        SendAsync(HttpMethod.Delete, $"editions/{edition.Year}/agencies/{agency}/criteria/{criterion}/evidence/{attachment}");

    public Task<HttpResponseMessage> SayWhyAsync(OpenEdition edition, string criterion, string sentence, int version = 0) => SendAsync(
        HttpMethod.Put, $"editions/{edition.Year}/agencies/{agency}/criteria/{criterion}/reason-without-evidence",
            JsonContent.Create(new { sentence, version }));

    public Task<HttpResponseMessage> SetHiddenAsync(Guid piece, bool hidden, int version = 0) => SendAsync(
        HttpMethod.Put, $"agencies/{agency}/evidence/{piece}/visibility", JsonContent.Create(new { hidden, version }));

    /// <summary>What the criterion shows, as the API tells it.</summary>
    public async Task<JsonNode> ShownAsync(OpenEdition edition, string criterion) =>
        (await BodyAsync(await visitor.GetApiAsync($"editions/{edition.Year}/agencies/{agency}/evidence"))).AsArray()
            .Single(item => item?["criterion"]?.GetValue<string>() == criterion).ShouldNotBeNull();

    public async Task<Guid> AttachmentAsync(OpenEdition edition, string criterion, Guid piece) =>
        (await ShownAsync(edition, criterion))["evidence"].ShouldNotBeNull().AsArray()
            .Single(item => item?["piece"]?.GetValue<Guid>() == piece)?["id"]?.GetValue<Guid>() ?? Guid.Empty;

    public async Task<HttpResponseMessage> ActAsync(OpenEdition edition, string act)
    {
        var path = $"editions/{edition.Year}/agencies/{agency}/assessment";
        var digest = (await BodyAsync(await visitor.GetApiAsync(path)))["digest"].ShouldNotBeNull().GetValue<string>();
        return await SendAsync(HttpMethod.Post, $"{path}/{act}", JsonContent.Create(new { digest }));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/da-nang/api/v1/{path}", UriKind.Relative)) { Content = content };
        request.Headers.Add("RequestVerificationToken", await visitor.TokenAsync("/work"));
        return await visitor.Http.SendAsync(request);
    }

    /// <summary>As the page's form sends it, without a script.</summary>
    public async Task<HttpResponseMessage> SendPageAsync(string path, byte[] content, string name,
        params (string Name, string Value)[] fields)
    {
        var form = Form(content, name, null);
        form.Add(new StringContent(await visitor.TokenAsync("/work")), "__RequestVerificationToken");
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        return await visitor.Http.PostAsync(new Uri(visitor.Address(path), UriKind.Relative), form);
    }

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();

    private static MultipartFormDataContent Form(byte[] content, string name, string? title)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        var form = new MultipartFormDataContent { { file, "file", name } };
        if (title is not null)
            form.Add(new StringContent(title), "title");
        return form;
    }
}
