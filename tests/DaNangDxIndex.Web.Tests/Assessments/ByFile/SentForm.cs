using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>The form goes out as a file, comes back, is looked at and applied.</summary>
internal static class SentForm
{
    public static async Task<(OpenEdition Edition, Visitor Assessor)> BeginAsync(
        this TestApp app, params (string Figure, string Value)[] figures)
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var saving = await Saving.AsAsync(edition, assessor);
        foreach (var (figure, value) in figures)
            await saving.SavedAsync(figure, value);
        return (edition, assessor);
    }

    public static Task<int> TrailAsync(this TestApp app, OpenEdition edition, string verb) =>
        app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>().CountAsync(entry =>
            entry.Verb == verb && entry.Subject.StartsWith($"editions/{edition.Year}/agencies/{edition.Agency}/")));

    public static Task<byte[]> TemplateAsync(OpenEdition edition, Visitor assessor) => TemplateAsync(edition.Path, assessor);

    public static async Task<byte[]> TemplateAsync(string form, Visitor assessor)
    {
        using var answer = await assessor.GetAsync($"{form}/by-file?handler=Template");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public static Task<IHtmlDocument> SendAsync(
        OpenEdition edition, Visitor assessor, byte[] file, HttpStatusCode status = HttpStatusCode.OK) =>
        SendAsync(edition.Path, assessor, file, status);

    public static async Task<IHtmlDocument> SendAsync(
        string form, Visitor assessor, byte[] file, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await assessor.TokenAsync("/accounts/password")), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "form.xlsx" },
        };
        using var answer = await assessor.Http.PostAsync(new Uri(assessor.Address($"{form}/by-file"), UriKind.Relative), content);
        answer.StatusCode.ShouldBe(status);
        return await Visitor.ReadAsync(answer);
    }

    public static Task<HttpResponseMessage> ApplyAsync(
        OpenEdition edition, Visitor assessor, IHtmlDocument preview, string? take = null) =>
        ApplyAsync(edition.Path, assessor, preview, take);

    public static async Task<HttpResponseMessage> ApplyAsync(
        string form, Visitor assessor, IHtmlDocument preview, string? take = null)
    {
        var fields = preview.QuerySelectorAll("form[action*=Apply] input[type=hidden]").OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        if (take is not null)
            fields["take"] = take;
        return await assessor.Http.PostAsync(
            new Uri(assessor.Address($"{form}/by-file?handler=Apply"), UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    public static IEnumerable<string> Rows(IHtmlDocument page, string table) => page.QuerySelectorAll($"{table} tbody tr")
        .Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())));
}
