using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria.Sheets;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Criteria;

/// <summary>A whole set by file: checked and compared first, then applied in one act.</summary>
public sealed class CriteriaFilePageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_exported_workbook_comes_back_as_no_change()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var workbook = await (await office.GetAsync(edition.Path + "/file?handler=Workbook")).Content.ReadAsByteArrayAsync();
        var page = await office.OpenAsync(await SendAsync(office, edition, workbook));

        page.QuerySelector("main strong").ShouldNotBeNull().TextContent.ShouldBe("2 tiêu chí giữ nguyên.");
        TypedWorkbook.Read(workbook).Sheets.Select(sheet => sheet.Name).ShouldBe(["Tiêu chí", "Số liệu", "Hướng dẫn"]);
    }

    [Fact]
    public async Task A_changed_workbook_is_shown_beside_what_stands_and_applied_as_it_was_shown()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var set = await edition.SetAsync();
        var (component, (first, second)) = (set.Components[0], (set.Components[0].Criteria[0], set.Components[0].Criteria[1]));
        var changed = set with
        {
            Components = [component with { Criteria = [first with { Maximum = 70 }, second with { Maximum = 30 }] }],
        };
        var path = await SendAsync(office, edition, CriteriaWorkbook.Write(changed, "vi"));
        var page = await office.OpenAsync(path);
        page.QuerySelector("main strong").ShouldNotBeNull().TextContent.ShouldBe("Thay đổi 2 tiêu chí; 0 tiêu chí giữ nguyên.");
        (await edition.SetAsync()).Criterion("A.1").ShouldNotBeNull().Maximum.ShouldBe(60);

        using var applied = await ApplyAsync(office, edition, page, path);
        applied.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        CriteriaFile.Write(await edition.SetAsync()).ShouldBe(CriteriaFile.Write(changed));
        (await edition.TrailAsync()).ShouldHaveSingleItem().Verb.ShouldBe("criteria.change");
        (await office.OpenAsync(applied.Headers.Location.ShouldNotBeNull().OriginalString)).QuerySelector(".banner-success")
            .ShouldNotBeNull().TextContent.Trim().ShouldBe("Đã lưu", "nothing lacks, and no field of this page says more");
    }

    [Fact]
    public async Task The_criteria_file_of_another_year_is_taken_over_into_this_one()
    {
        var (from, to, office) =
            (await DraftEdition.AddAsync(app), await DraftEdition.AddAsync(app, empty: true), await app.SignedInAsync(Role.Office));
        var file = await (await office.GetAsync(from.Path + "/file?handler=Json")).Content.ReadAsByteArrayAsync();
        var path = await SendAsync(office, to, file, "criteria.json");
        await ApplyAsync(office, to, await office.OpenAsync(path), path);

        (await to.SetAsync()).ShouldSatisfyAllConditions(set => set.Edition.ShouldBe(to.Year), set => set.Criteria.Count().ShouldBe(2));
    }

    [Fact]
    public async Task A_faulty_workbook_is_told_cell_by_cell_comes_back_marked_and_changes_nothing()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var set = await edition.SetAsync();
        var (component, (first, second)) = (set.Components[0], (set.Components[0].Criteria[0], set.Components[0].Criteria[1]));
        var faulty = set with
        {
            Components = [component with { Criteria = [first with { Maximum = 70 }, second with { VerifyingUnit = "Sở TT" }] }],
        };
        var path = await SendAsync(office, edition, CriteriaWorkbook.Write(faulty, "vi"));
        var page = await office.OpenAsync(path);

        page.QuerySelectorAll("table.cell-faults tbody tr").Select(row => row.QuerySelector("th")?.TextContent).ShouldContain("J3");
        page.QuerySelector("form[action*=Apply]").ShouldBeNull();
        var marked = page.QuerySelector<IHtmlAnchorElement>("a[href*=Marked]").ShouldNotBeNull();
        TypedWorkbook.Read(await (await office.GetAsync(edition.Path + "/file" + marked.GetAttribute("href")))
            .Content.ReadAsByteArrayAsync()).Sheets.Count.ShouldBe(4);
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ \"edition\": 2026 }", "\"figures\"")]
    [InlineData("no json", "JSON")]
    public async Task A_faulty_criteria_file_is_told_line_by_line(string content, string told)
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var page = await office.OpenAsync(await SendAsync(office, edition, Encoding.UTF8.GetBytes(content), "c.json"));

        page.QuerySelector(".missing").ShouldNotBeNull().TextContent.ShouldContain(
            told.Replace("\"figures\"", "“figures”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_changed_since_the_check_is_not_overwritten()
    {
        var (edition, office) = (await DraftEdition.AddAsync(app), await app.SignedInAsync(Role.Office));
        var path = await SendAsync(office, edition, CriteriaWorkbook.Write(await edition.SetAsync(), "vi"));
        var page = await office.OpenAsync(path);
        await office.SendFormAsync(edition.Path + "/component/A",
            new() { ["code"] = "A", ["name.vi"] = "Tên mới", ["name.en"] = "New", ["block"] = "base" }, "form:has([name=Seen])");

        (await ApplyAsync(office, edition, page, path)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await edition.SetAsync()).Components[0].Name.Vi.ShouldBe("Tên mới");
    }

    private static async Task<string> SendAsync(Visitor office, DraftEdition edition, byte[] content, string name = "criteria.xlsx")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await office.TokenAsync(edition.Path + "/file")), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "file", name },
        };
        using var answer = await office.Http.PostAsync(new Uri(office.Address(edition.Path + "/file"), UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location?.OriginalString ?? "";
    }

    private static Task<HttpResponseMessage> ApplyAsync(Visitor office, DraftEdition edition, IHtmlDocument page, string path)
    {
        var fields = page.QuerySelectorAll<IHtmlInputElement>("form[action*=Apply] input[type=hidden]")
            .Where(input => input.Name is "Upload" or "Seen")
            .ToDictionary(input => input.Name ?? "", input => input.Value);
        return office.PostAsync(edition.Path + "/file?handler=Apply", fields, path);
    }
}
