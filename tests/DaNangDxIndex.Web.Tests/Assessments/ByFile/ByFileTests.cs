using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using static DaNangDxIndex.Assessments.ByFile.SentForm;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>The form goes out as a spreadsheet and comes back: changes are shown first, and nothing is written over unseen.</summary>
[Collection(ByFileApp.Name)]
public sealed class ByFileTests(TestApp app)
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_template_that_comes_back_untouched_changes_nothing(string language)
    {
        var (edition, assessor) = await app.BeginAsync(
            ("files-received", "3471"), ("coverage", "98,06"), ("plan", "yes"), ("head", "chair"));
        using var template = await assessor.Http.GetAsync(
            new Uri($"/da-nang/{language}{edition.Path}/by-file?handler=Template", UriKind.Relative));
        var page = await SendAsync(edition, assessor, await template.Content.ReadAsByteArrayAsync());
        page.QuerySelector("#changes, #clashes, #moved").ShouldBeNull();
        page.QuerySelector("form input[name=upload] ~ button").ShouldBeNull();
    }

    [Fact]
    public async Task The_template_locks_all_but_what_is_filled_in_offers_lists_and_bounds_and_marks_its_version()
    {
        var (edition, assessor) = await app.BeginAsync();
        using var file = new MemoryStream(await TemplateAsync(edition, assessor));
        using var archive = new ZipArchive(file);
        var sheets = archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
            .Select(Load).ToList();

        sheets.Count(sheet => Named(sheet, "sheetProtection").Any()).ShouldBeGreaterThanOrEqualTo(2);
        sheets.SelectMany(sheet => Named(sheet, "dataValidation")).Count(allowed => allowed.Attribute("type")?.Value == "list")
            .ShouldBe(2, "yes or no, and one of several");
        sheets.SelectMany(sheet => Named(sheet, "dataValidation")).Select(allowed => allowed.Attribute("type")?.Value)
            .ShouldContain("whole");
        TypedWorkbook.Read(file.ToArray()).Find("dx-form").ShouldNotBeNull().Rows[1].Cells.Values.Take(2).Select(cell => cell.Text)
            .ShouldBe(["form", "1"]);

        static XDocument Load(ZipArchiveEntry entry)
        {
            using var content = entry.Open();
            return XDocument.Load(content);
        }
        static IEnumerable<XElement> Named(XContainer sheet, string name) =>
            sheet.Descendants().Where(element => element.Name.LocalName == name);
    }

    [Fact]
    public async Task Changes_are_shown_before_and_after_and_go_in_together()
    {
        var (edition, assessor) = await app.BeginAsync(("files-received", "3471"), ("plan", "yes"));
        var file = FilledForm.With(
            await TemplateAsync(edition, assessor), ("files-received", 4000m), ("coverage", "98,06"), ("plan", "Không"),
            ("head", "Người khác"), ("articles", 12m));

        var preview = await SendAsync(edition, assessor, file);
        Rows(preview, "#changes").ShouldBe(
        [
            "Hồ sơ tiếp nhận | 3.471 hồ sơ | 4.000 hồ sơ", "Tỷ lệ phủ sóng | (để trống) | 98,06 %", "Có kế hoạch | Có | Không",
            "Người đứng đầu | (để trống) | Người khác", "Tin, bài | (để trống) | 12 tin, bài",
        ], ignoreOrder: true);
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe("3471");

        using var answer = await ApplyAsync(edition, assessor, preview);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await assessor.OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString())).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Đã ghi nhận 5 số liệu từ tệp.");
        (await Task.WhenAll(new[] { "files-received", "coverage", "plan", "head", "articles" }.Select(edition.StoredAsync)))
            .Select(entry => entry?.Declared).ShouldBe(["4000", "98.06", "no", "other", "12"]);
        (await app.TrailAsync(edition, "figure.declare")).ShouldBe(7);

        Rows(await SendAsync(edition, assessor, file), "#changes").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_planted_fault_is_named_by_its_cell_and_nothing_goes_in()
    {
        var (edition, assessor) = await app.BeginAsync();
        var template = await TemplateAsync(edition, assessor);
        var file = FilledForm.With(
            template, ("files-received", -1m), ("files-online", 12.5m), ("files-paid", "1,234.5"), ("coverage", 100.01m),
            ("plan", "có lẽ"), ("head", "Phó Chủ tịch"), ("articles", 7m));

        var page = await SendAsync(edition, assessor, file, HttpStatusCode.UnprocessableEntity);
        var told = page.QuerySelectorAll(".cell-faults tbody tr").Select(row => row.Children[1].TextContent).ToList();
        told.ShouldBe(
            new[] { "files-received", "files-online", "coverage", "plan", "files-paid", "head" }
                .Select(figure => FilledForm.Address(template, figure)), ignoreOrder: true);
        page.QuerySelector(".cell-faults").ShouldNotBeNull().TextContent.ShouldContain("Chọn trong danh sách: Chủ tịch; Người khác.");
        (await edition.StoredAsync("articles")).ShouldBeNull();

        var marked = page.QuerySelectorAll("a").OfType<IHtmlAnchorElement>()
            .Single(link => link.Search.Contains("Marked", StringComparison.Ordinal));
        using var coloured = await assessor.Http.GetAsync(new Uri(marked.PathName + marked.Search, UriKind.Relative));
        TypedWorkbook.Read(await coloured.Content.ReadAsByteArrayAsync()).Find("Lỗi cần sửa").ShouldNotBeNull().Rows.Count.ShouldBe(7);
    }

    [Fact]
    public async Task What_somebody_changed_since_the_template_is_kept_unless_a_person_takes_the_files_value()
    {
        var (edition, assessor) = await app.BeginAsync(("files-received", "100"), ("files-online", "50"), ("articles", "5"));
        var file = FilledForm.With(await TemplateAsync(edition, assessor), ("files-received", 120m), ("files-online", 60m));
        var saving = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Approver));
        await saving.SavedAsync("files-received", "110", version: 1);
        await saving.SavedAsync("articles", "6", version: 1);

        var preview = await SendAsync(edition, assessor, file);
        Rows(preview, "#clashes").ShouldBe(["Hồ sơ tiếp nhận | 100 hồ sơ | 110 hồ sơ | 120 hồ sơ | "]);
        Rows(preview, "#moved").ShouldBe(["Tin, bài | 5 tin, bài | 6 tin, bài"]);
        Rows(preview, "#changes").ShouldBe(["Hồ sơ trực tuyến | 50 hồ sơ | 60 hồ sơ"]);
        (await ApplyAsync(edition, assessor, preview)).Dispose();
        (await StoredAsync(edition)).ShouldBe(["110", "60", "6"]);

        preview = await SendAsync(edition, assessor, file);
        (await ApplyAsync(edition, assessor, preview, take: "files-received")).Dispose();
        (await StoredAsync(edition)).ShouldBe(["120", "60", "6"]);
    }

    [Fact]
    public async Task A_figure_that_moves_between_preview_and_applying_lets_nothing_in()
    {
        var (edition, assessor) = await app.BeginAsync(("files-received", "100"));
        var file = FilledForm.With(await TemplateAsync(edition, assessor), ("files-received", 120m), ("articles", 9m));
        var preview = await SendAsync(edition, assessor, file);
        await (await Saving.AsAsync(edition, await app.SignedInAsync(Role.Approver))).SavedAsync("files-received", "130", version: 1);

        using var answer = await ApplyAsync(edition, assessor, preview);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var shown = await Visitor.ReadAsync(answer);
        Rows(shown, "#changes").ShouldBe(["Tin, bài | (để trống) | 9 tin, bài"]);
        Rows(shown, "#clashes").ShouldBe(["Hồ sơ tiếp nhận | 100 hồ sơ | 130 hồ sơ | 120 hồ sơ | "]);
        (await edition.StoredAsync("articles")).ShouldBeNull();
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe("130");
    }

    [Fact]
    public async Task A_file_of_another_year_or_of_no_template_is_refused_in_a_sentence()
    {
        var (edition, assessor) = await app.BeginAsync();
        var (other, _) = await app.BeginAsync();
        (await RefusalAsync(await TemplateAsync(other, assessor))).ShouldContain($"tệp mẫu của năm {other.Year}");
        (await RefusalAsync(Workbook.Write([new Sheet("A", [new("Mã số liệu", 20)], [])]))).ShouldContain("không phải là tệp mẫu");
        (await RefusalAsync(RawWorkbook.Of("", ("xl/media/x.xml", new string(' ', 3 * 1024 * 1024))))).ShouldContain("giải nén");

        async Task<string> RefusalAsync(byte[] file) =>
            (await SendAsync(edition, assessor, file, HttpStatusCode.UnprocessableEntity))
                .QuerySelector("#file-error").ShouldNotBeNull().TextContent;
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task A_program_is_given_the_template_of_the_page_with_its_numbers_in_the_language_of_its_words(string language)
    {
        var (edition, assessor) = await app.BeginAsync(("files-received", "3471"), ("coverage", "98,06"));
        var page = await assessor.Http.GetByteArrayAsync(
            new Uri($"/da-nang/{language}{edition.Path}/by-file?handler=Template", UriKind.Relative));
        var program = await assessor.Http.GetByteArrayAsync(new Uri(
            $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/form.xlsx?lang={language}", UriKind.Relative));

        Texts(program).ShouldBe(Texts(page));
        Texts(program).ShouldContain(language == "vi" ? "10,00" : "10.00", "the most that a criterion gives");

        static IEnumerable<string> Texts(byte[] file) => TypedWorkbook.Read(file).Sheets.SelectMany(sheet => sheet.Rows)
            .SelectMany(row => row.Cells.OrderBy(cell => cell.Key)).Select(cell => cell.Value.Text);
    }

    [Fact]
    public async Task The_template_of_an_agency_that_several_became_says_that_last_years_figures_are_their_sum()
    {
        var template = await TemplateAsync("/assessments/2025/w25-hai-chau", await app.SignedInAsync(Role.Assessor));

        TypedWorkbook.Read(template).Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells.Values)
            .Count(cell => cell.Text.EndsWith("cơ quan trước sáp nhập)", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_program_checks_and_stores_the_file_as_the_page_does()
    {
        var (edition, assessor) = await app.BeginAsync(("files-received", "100"));
        var file = FilledForm.With(await TemplateAsync(edition, assessor), ("files-received", 120m));

        var (status, body) = await SendApiAsync(edition, assessor, file, "");
        status.ShouldBe(HttpStatusCode.OK);
        body["applied"].ShouldBeNull();
        body["differences"].ShouldNotBeNull().ToJsonString().ShouldBe(
            """[{"figure":"files-received","does":"change","atTemplate":"100","stored":"100","inFile":"120"}]""");
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe("100");

        (status, body) = await SendApiAsync(edition, assessor, file, "?apply=true");
        (status, body["applied"]?.GetValue<int>()).ShouldBe((HttpStatusCode.OK, 1));
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe("120");

        (status, body) = await SendApiAsync(
            edition, assessor, FilledForm.With(file, ("coverage", "nhiều")), "?apply=true");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body["faults"].ShouldNotBeNull().AsArray().Count.ShouldBe(1);
    }

    private async Task<string?[]> StoredAsync(OpenEdition edition) =>
        [.. (await Task.WhenAll(new[] { "files-received", "files-online", "articles" }.Select(edition.StoredAsync)))
            .Select(entry => entry?.Declared)];

    private static async Task<(HttpStatusCode Status, JsonNode Body)> SendApiAsync(
        OpenEdition edition, Visitor assessor, byte[] file, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(
            $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/form.xlsx{query}", UriKind.Relative))
        {
            Content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(Workbook.ContentType) } },
        };
        request.Headers.Add("RequestVerificationToken", await assessor.TokenAsync("/accounts/password"));
        using var answer = await assessor.Http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull());
    }
}
