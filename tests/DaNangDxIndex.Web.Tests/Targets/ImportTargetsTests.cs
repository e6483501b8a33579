using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Targets;

/// <summary>The office enters the targets of a year from a file: checked first, then all of it or nothing.</summary>
[Collection(TargetsApp.Name)]
public sealed class ImportTargetsTests(TestApp app)
{
    private const string Page = "/editions/2023/targets/import";
    [Fact]
    public async Task A_file_is_shown_before_it_is_stored_and_then_read_by_everybody_with_its_sources()
    {
        var office = await OfficeAsync();
        var (path, check) = await office.SendAsync(Page, TargetFile.Of(TargetFile.Rows), "chi-tieu.csv");

        Faults(check).ShouldBeEmpty();
        check.QuerySelector("main .lead").ShouldNotBeNull().TextContent.ShouldStartWith("Dòng mới: 4; thay đổi: 0; bỏ: 0");
        (await app.StoredTargetsAsync()).ShouldBeEmpty();
        (await office.Visitor.SendFormAsync(path.ShouldNotBeNull(), [], "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var rows = (await app.Visitor().OpenAsync("/editions/2023/targets")).QuerySelectorAll(".targets tbody tr")
            .Select(row => Flat(row.TextContent)).ToList();
        foreach (var part in new[] { "tối đa 40 hồ sơ", "52 hồ sơ", "Không đạt, vượt 12 hồ sơ", "57/TB-UBND, 15/02/2023" })
            rows[0].ShouldContain(part);
        rows[1].ShouldContain("Chưa đạt mức chỉ tiêu: tháng 11/2023 còn thấp hơn 5 điểm phần trăm");
        (await app.Visitor("da-nang", "en").OpenAsync("/editions/2023/targets")).QuerySelectorAll(".targets tbody tr")[0].TextContent
            .ShouldContain("at most 40 files");
        await app.LeaveTargetsAsync();
    }

    [Fact]
    public async Task The_template_sent_back_changes_nothing_and_a_changed_row_needs_a_reason()
    {
        var office = await OfficeAsync();
        await StoreAsync(office, TargetFile.Rows);
        var template = await (await office.Visitor.GetAsync(Page + "?handler=Template")).Content.ReadAsByteArrayAsync();
        var (_, same) = await office.SendAsync(Page, template);
        Faults(same).ShouldBeEmpty();
        same.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Tệp không thay đổi gì.");

        var (path, check) = await office.SendAsync(
            Page, TargetFile.Of([TargetFile.Rows[0].Replace(",40,", ",60,", StringComparison.Ordinal), TargetFile.Rows[1]]));
        check.QuerySelectorAll("#differences tbody tr").Select(row => Flat(row.Children[2].TextContent))
            .ShouldBe(["Thay đổi", "Bỏ", "Bỏ"]);
        (await office.Visitor.SendFormAsync(path.ShouldNotBeNull(), new() { ["reason"] = " " }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.Visitor.SendFormAsync(path, new() { ["reason"] = "Thành phố điều chỉnh" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await app.StoredTargetsAsync()).ShouldBe(["late-files 60", "late-files 52"]);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Audit.AuditEntry>().Where(entry => entry.Verb == "target.import")
            .OrderByDescending(entry => entry.Number).Select(entry => entry.After).FirstAsync()))
            .ShouldNotBeNull().ShouldContain("Thành phố điều chỉnh");
        await app.LeaveTargetsAsync();
    }

    [Fact]
    public async Task The_agencies_behind_a_count_stand_with_what_each_counts()
    {
        var office = await OfficeAsync();
        const string Sample = "/editions/2024/targets/import";
        var before = await (await office.Visitor.GetAsync(Sample + "?handler=Template")).Content.ReadAsByteArrayAsync();
        var rows = new[]
        {
            $"Chỉ tiêu,online-count,,Hồ sơ trực tuyến,Files online,Ít nhất,40888,,hồ sơ,files,,,2025,files-online,,,,{TargetFile.Source}",
        };
        await StoreAsync(office, rows, page: Sample);

        var page = await app.Visitor().OpenAsync("/editions/2024/targets/online-count");
        var tables = page.QuerySelectorAll(".target-agencies");
        Flat(tables[2].QuerySelector("caption").ShouldNotBeNull().TextContent)
            .ShouldMatch(@"^Khối quận, huyện: tổng [\d.]+ hồ sơ; 7/7 cơ quan, đơn vị có số liệu");
        tables[2].QuerySelectorAll("tbody tr").Select(row => Flat(row.TextContent))
            .ShouldContain("Ủy ban nhân dân huyện Hòa Vang 3.468 báo chí");
        var groups = (JsonNode.Parse(await (await app.Visitor().GetApiAsync("editions/2024/targets")).Content.ReadAsStringAsync())
            ?["items"]?[0]?["groups"]).ShouldNotBeNull().AsArray();
        groups.ShouldAllBe(group => group!["count"] != null && group["percent"] == null && group["reaching"] == null);

        await StoreAsync(office, before, page: Sample);
        (await office.Visitor.GetAsync("/editions/2024/targets/online-count")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Headings_without_a_row_take_the_last_target_of_a_year_away_and_say_so_first()
    {
        var office = await OfficeAsync();
        await StoreAsync(office, TargetFile.Rows);

        var (path, check) = await office.SendAsync(Page, TargetFile.Of([]));
        Faults(check).ShouldBeEmpty();
        check.QuerySelector("main").ShouldNotBeNull().TextContent
            .ShouldContain("Tệp không có dòng nào: bỏ toàn bộ 2 chỉ tiêu và 2 giá trị thực hiện của năm 2023.");
        (await app.StoredTargetsAsync()).Count.ShouldBe(4);
        (await office.Visitor.SendFormAsync(path.ShouldNotBeNull(), new() { ["reason"] = "" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.Visitor.SendFormAsync(path, new() { ["reason"] = "Bãi bỏ" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await app.StoredTargetsAsync()).ShouldBeEmpty();
        (await app.Visitor().OpenAsync("/editions/2023/targets")).QuerySelector(".empty").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public async Task What_was_there_before_any_file_is_in_the_template_and_comes_back_unchanged(int year)
    {
        var office = await OfficeAsync();
        var page = $"/editions/{year}/targets/import";
        var template = await (await office.Visitor.GetAsync(page + "?handler=Template")).Content.ReadAsByteArrayAsync();

        var (_, check) = await office.SendAsync(page, template);

        Faults(check).ShouldBeEmpty();
        check.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Tệp không thay đổi gì.");
    }

    [Theory]
    [InlineData("Mục tiêu,a,,A,A,,1,,%,%,,,2025,,,,,bdn,,,,,", "A2")]
    [InlineData("Chỉ tiêu,A b,,A,A,,1,,%,%,,,2025,,,,,bdn,,,,,", "B2")]
    [InlineData("Chỉ tiêu,import,,A,A,,1,,%,%,,,2025,,,,,bdn,,,,,", "B2")]
    [InlineData("Chỉ tiêu,a,khối,A,A,,1,,%,%,,,2025,,,,,bdn,,,,,", "C2")]
    [InlineData("Chỉ tiêu,a,,,,,1,,%,%,,,2025,,,,,bdn,,,,,", "D2")]
    [InlineData("Chỉ tiêu,a,,A,,,1,,%,%,,,2025,,,,,bdn,,,,,", "E2")]
    [InlineData("Chỉ tiêu,a,,A,A,Khoảng,1,,%,%,,,2025,,,,,bdn,,,,,", "F2")]
    [InlineData("Chỉ tiêu,a,,A,A,,nhiều,,%,%,,,2025,,,,,bdn,,,,,", "G2")]
    [InlineData("Chỉ tiêu,a,,A,A,,40.888,,hồ sơ,files,,,2025,,,,,bdn,,,,,", "G2")]
    [InlineData("Chỉ tiêu,a,,A,A,,,,,,,,2025,,,,,bdn,,,,,", "G2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,2,,,,,2025,,,,,bdn,,,,,", "H2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,,,,,2025,,,,,bdn,,,,,", "I2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,%,%,,,năm nay,,,,,bdn,,,,,", "M2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,%,%,,,2025,no-figure,,,,bdn,,,,,", "N2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,%,%,,,2025,files-online,,,,bdn,,,,,", "O2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,hồ sơ,files,,,2025,files-online,files-received,,,bdn,,,,,", "O2")]
    [InlineData("Chỉ tiêu,a,,A,A,,,,,,nhiều,many,2025,files-online,files-received,,,bdn,,,,,", "N2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,%,%,,,2025,,,,,new-source,,,,,", "S2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,%,%,,,2025,,,,,bdn,Báo khác,Another paper,,,", "S2")]
    [InlineData("Chỉ tiêu,a,,A,A,,1,,%,%,,,2025,,,,,bdn,,,,hôm qua,", "V2")]
    [InlineData("Thực hiện,digital-economy-share,,A,A,,20.7,,%,%,,,2023,,,,,invest-2024,,,,,", "B2")]
    [InlineData("Thực hiện,nothing,,A,A,,1,,%,%,,,2025,,,,,bdn,,,,,", "B2")]
    public async Task A_fault_is_told_by_its_cell_and_nothing_is_stored(string row, string cell)
    {
        var office = await OfficeAsync();
        var (path, check) = await office.SendAsync(Page, TargetFile.Of([row]));

        Faults(check).ShouldContain(cell);
        await office.Visitor.PostAsync(path.ShouldNotBeNull(), []);
        (await app.StoredTargetsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_whose_text_is_broken_is_refused_by_its_line()
    {
        var office = await OfficeAsync();
        foreach (var (file, said) in new[]
        {
            (TargetFile.Head + "\nChỉ tiêu,\"a", "Dòng 2"), (TargetFile.Head.Replace(',', ';') + "\n", "không ngăn bằng dấu phẩy"),
        })
        {
            var (path, page) = await office.SendAsync(Page, Encoding.UTF8.GetBytes(file));
            path.ShouldBeNull();
            page.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain(said);
        }
    }

    [Fact]
    public async Task Nothing_else_that_was_printed_is_deleted() => (await Should.ThrowAsync<PostgresException>(
        () => app.InDatabaseAsync("da-nang", db => db.Set<PrintedFigure>()
            .Where(printed => printed.Kind == PrintedKind.Note).ExecuteDeleteAsync())))
        .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    private async Task<OfficeOfNewTenant> OfficeAsync() => new(app, await app.SignedInAsync(Role.Office), "da-nang");

    private static Task StoreAsync(OfficeOfNewTenant office, string[] rows, string page = Page) =>
        StoreAsync(office, TargetFile.Of(rows), page);

    private static async Task StoreAsync(OfficeOfNewTenant office, byte[] file, string page)
    {
        var (path, check) = await office.SendAsync(page, file);
        Faults(check).ShouldBeEmpty();
        (await office.Visitor.SendFormAsync(path.ShouldNotBeNull(), new() { ["reason"] = "Thử" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static List<string> Faults(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll(".cell-faults tbody tr").Select(row => row.Children[1].TextContent)];

    private static string Flat(string text) =>
        string.Join(' ', text.Replace('\u00a0', ' ').Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
