using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Agencies;

/// <summary>A tenant that has nothing but its office, and what the office does on the pages of agencies.</summary>
internal sealed class OfficeOfNewTenant(TestApp app, Visitor visitor, string tenant)
{
    public static async Task<OfficeOfNewTenant> BeginAsync(TestApp app, string tenant)
    {
        await TestApp.AskAsync<object>(app.Owner,
            $$"""
            INSERT INTO tenant (slug, name_vi, name_en, kind, second_factor) VALUES ('{{tenant}}', 'Thử', 'Trial', 'city', '{}')
            """);
        app.Services.GetRequiredService<Tenants>().Forget();
        await app.InTenantAsync(tenant, async services =>
        {
            var account = Account.New("office", "OFFICE", "Văn thư", [Role.Office], agency: null);
            account.TakePassword(services.GetRequiredService<Microsoft.AspNetCore.Identity.IPasswordHasher<Account>>()
                .HashPassword(account, DemoAccounts.Password));
            var db = services.GetRequiredService<DxIndexDb>();
            db.Add(account);
            return await db.SaveChangesAsync();
        });
        return new(app, await app.SignInAsync("office", DemoAccounts.Password, tenant), tenant);
    }

    public Visitor Visitor => visitor;

    public Task<T> InDatabaseAsync<T>(Func<DxIndexDb, Task<T>> act) => app.InDatabaseAsync(tenant, act);

    /// <summary>The page that answers a sent file, after the redirect; the path is null where the file was refused at once.</summary>
    public async Task<(string? Path, IHtmlDocument Page)> SendAsync(string path, byte[] file, string name = "danh-muc.xlsx")
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await visitor.TokenAsync(path)), "__RequestVerificationToken" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue(Workbook.ContentType);
        content.Add(part, "file", name);
        var answer = await visitor.Http.PostAsync(new Uri(visitor.Address(path), UriKind.Relative), content);
        return answer.Headers.Location?.OriginalString is { } checkedAt
            ? (checkedAt, await visitor.OpenAsync(checkedAt))
            : (null, await Harness.Visitor.ReadAsync(answer));
    }

    /// <summary>Sends a list of agencies and applies it; nothing in it may be wrong.</summary>
    public async Task ImportAsync(IEnumerable<Agency> agencies)
    {
        var (path, page) = await SendAsync("/agencies/import", Workbook.Write(AgencyColumns.Template(agencies, "vi")));
        page.QuerySelectorAll(".cell-faults tbody tr").Select(row => row.TextContent).ShouldBeEmpty();
        var done = await visitor.SendFormAsync(path.ShouldNotBeNull(), [], "main form[method=post]");
        done.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await visitor.OpenAsync(done.Headers.Location.ShouldNotBeNull().OriginalString)).QuerySelector(".banner-success")
            .ShouldNotBeNull().TextContent.ShouldContain("Đã ghi nhận danh mục");
    }

    /// <summary>Fills in an act, reads what follows, and records it; the sentences that were read.</summary>
    public async Task<List<string>> RecordAsync(string kind, Dictionary<string, string> fields)
    {
        var (asked, sentences) = await AskAsync(kind, fields);
        asked["Input.Seen"] = sentences.Seen.ShouldNotBeNull(
            $"{kind} {string.Join(' ', fields.Values)}: {sentences.Page.QuerySelector("main")?.TextContent}");
        var answer = await visitor.PostAsync($"/agencies/acts/{kind}", asked);
        answer.StatusCode.ShouldBe(
            System.Net.HttpStatusCode.Redirect, (await Harness.Visitor.ReadAsync(answer)).QuerySelector("main")?.TextContent);
        return sentences.Told;
    }

    /// <summary>The faults that the page shows for an act.</summary>
    public async Task<List<string>> FaultsAsync(string kind, Dictionary<string, string> fields)
    {
        var (_, answer) = await AskAsync(kind, fields);
        answer.Seen.ShouldBeNull();
        return [.. answer.Page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];
    }

    private async Task<(Dictionary<string, string> Asked, (string? Seen, List<string> Told, IHtmlDocument Page) Answer)> AskAsync(
        string kind, Dictionary<string, string> fields)
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Document"] = "Nghị quyết số 1659/NQ-UBTVQH15",
            ["Input.DocumentDate"] = "16/06/2025",
        };
        foreach (var (name, value) in fields)
            asked[name] = value;
        var page = await Harness.Visitor.ReadAsync(await visitor.PostAsync($"/agencies/acts/{kind}", asked));
        return (asked, (
            page.QuerySelector("button[name='Input.Seen']")?.GetAttribute("value"),
            [.. page.QuerySelectorAll("[aria-labelledby=consequences] li").Select(item => item.TextContent.Trim())],
            page));
    }
}
