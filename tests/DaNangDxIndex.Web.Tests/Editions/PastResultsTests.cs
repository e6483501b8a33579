using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Editions;

public sealed class PastResultsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[][] Edition = [["2022", "digital-transformation", "", "", "Thông báo số 1/TB-UBND", "Notice 1/TB-UBND"]];
    private static readonly string[][] Groups = [["departments", "Sở, ban, ngành", "Departments"]];
    private static readonly string[][] Tiers = [["excellent", "Xuất sắc", "Excellent"], ["upper", "Trung bình khá", "Upper average"]];
    private static readonly string[][] Sources = [
        ["bdn", "Báo Đà Nẵng, 4/2023", "Da Nang newspaper, April 2023", "https://baodanang.vn/x"]];
    private static readonly string[][] Results = [
        ["departments", "so-a", "1", "93,3", "excellent", "bdn"], ["departments", "so-b", "", "", "upper", "bdn"]];
    private static readonly string[][] Counts = [["departments", "excellent", "4", "bdn"], ["departments", "upper", "20", "bdn"]];

    [Fact]
    public async Task Results_are_shown_as_they_were_printed_with_their_source_and_nothing_more()
    {
        var office = await OfficeAsync("nam-truoc");
        var (path, page) = await office.SendAsync("/past-results", FileOf());
        page.QuerySelector("main .lead").ShouldNotBeNull().TextContent.ShouldStartWith("Năm 2022: 1 khối, 2 kết quả, 2 số lượng.");
        (await office.InDatabaseAsync(db => db.Set<ImportedStanding>().CountAsync())).ShouldBe(0);
        (await office.Visitor.SendFormAsync(path.ShouldNotBeNull(), [], "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var shown = (await app.Visitor("nam-truoc").OpenAsync("/editions/2022")).QuerySelector("main").ShouldNotBeNull().TextContent;
        foreach (var text in new[] { "Sở so-a", "93,3", "Trung bình khá", "Báo Đà Nẵng, 4/2023", "Thông báo số 1/TB-UBND" })
            shown.ShouldContain(text);
        var stored = await office.InDatabaseAsync(db => db.Set<ImportedStanding>().OrderBy(standing => standing.Agency).ToListAsync());
        stored.Select(standing => (standing.Agency, standing.Rank, standing.Total, standing.Tier)).ShouldBe(
            [("so-a", 1, "93.3", "excellent"), ("so-b", null, null, "upper")]);
    }

    [Fact]
    public async Task Planted_faults_are_named_by_sheet_and_cell_and_nothing_is_stored()
    {
        var office = await OfficeAsync("nam-loi");
        var (path, page) = await office.SendAsync("/past-results", FileOf(
            groups: [["departments", "Sở, ban, ngành", ""], ["departments", "x", "x"]],
            sources: [["bdn", "Báo Đà Nẵng", "Newspaper", "baodanang.vn"]],
            results:
            [
                ["departments", "so-a", "nhất", "93,3 điểm", "excellent", "bdn"],
                ["departments", "so-a", "2", "", "", "bdn"],
                ["phòng", "so-x", "", "", "", "báo"],
                ["departments", "so-cu", "3", "", "great", "bdn"],
            ],
            counts: [
                ["departments", "excellent", "-4", "bdn"], ["departments", "upper", "20", "bdn"], ["departments", "upper", "21", "bdn"]]));

        var told = page.QuerySelectorAll(".cell-faults tbody tr")
            .Select(row => $"{row.Children[0].TextContent}!{row.Children[1].TextContent}").ToList();
        told.ShouldBe(
        [
            "Khối!C2", "Khối!A3", "Nguồn!D2", "Kết quả!C2", "Kết quả!D2",
            "Kết quả!B3", "Kết quả!A4", "Kết quả!B4", "Kết quả!F4", "Kết quả!C4",
            "Kết quả!B5", "Kết quả!E5", "Số lượng!C2", "Số lượng!B4",
        ], ignoreOrder: true);
        var marked = TypedWorkbook.Read(await (await office.Visitor.GetAsync($"{path}?handler=Marked")).Content.ReadAsByteArrayAsync());
        marked.Sheets[^1].Rows.Count.ShouldBe(told.Count + 1);
        await office.Visitor.PostAsync(path.ShouldNotBeNull(), []);
        (await office.InDatabaseAsync(db => db.Set<Edition>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_year_with_an_edition_of_ours_is_refused_at_its_cell()
    {
        var office = new OfficeOfNewTenant(app, await app.SignedInAsync(Role.Office), "da-nang");
        var (_, page) = await office.SendAsync("/past-results", FileOf(edition: [["2024", "digital-transformation"]]));

        page.QuerySelector(".cell-faults tbody tr").ShouldNotBeNull().TextContent.ShouldContain("Năm 2024 đã có kỳ đánh giá");
        (_, page) = await office.SendAsync("/past-results", FileOf(edition: [["2023", "digital-transformation"]]));
        page.QuerySelector(".cell-faults tbody tr").ShouldNotBeNull().TextContent.ShouldContain("không gỡ được");
    }

    [Fact]
    public async Task Results_are_replaced_and_removed_with_a_reason_only()
    {
        var office = await OfficeAsync("nam-thay");
        var (path, _) = await office.SendAsync("/past-results", FileOf());
        await office.Visitor.SendFormAsync(path.ShouldNotBeNull(), [], "main form[method=post]");

        var (again, _) = await office.SendAsync("/past-results", FileOf(results: [["departments", "so-b", "1", "", "", "bdn"]]));
        (await office.Visitor.SendFormAsync(again.ShouldNotBeNull(), new() { ["reason"] = " " }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.Visitor.SendFormAsync(again, new() { ["reason"] = "Nhập nhầm tệp" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.InDatabaseAsync(db => db.Set<ImportedStanding>().Select(standing => standing.Agency).ToListAsync()))
            .ShouldBe(["so-b"]);

        (await office.Visitor.SendFormAsync("/past-results/2022/remove", new() { ["reason"] = "" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.Visitor.SendFormAsync("/past-results/2022/remove", new() { ["reason"] = "Chưa có nguồn" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Visitor("nam-thay").GetAsync("/editions/2022")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_rests_on_imported_results_holds_them()
    {
        var office = await app.SignedInAsync(Role.Office);
        var page = await Visitor.ReadAsync(
            await office.SendFormAsync("/past-results/2023/remove", new() { ["reason"] = "Thử" }, "main form[method=post]"));

        page.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("không gỡ được");
    }

    [Fact]
    public async Task The_database_deletes_no_edition_but_an_imported_one()
    {
        await Should.ThrowAsync<PostgresException>(
            () => app.InDatabaseAsync("da-nang", db => db.Set<Edition>().Where(edition => edition.Year == 2024).ExecuteDeleteAsync()));
        await Should.ThrowAsync<PostgresException>(
            () => app.InDatabaseAsync("da-nang", db => db.Set<EditionGroup>().Where(group => group.Year == 2024).ExecuteDeleteAsync()));
    }

    private async Task<OfficeOfNewTenant> OfficeAsync(string tenant)
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, tenant);
        await office.ImportAsync([Make("so-a"), Make("so-b"), Make("so-cu", new(2023, 1, 1))]);
        return office;
    }

    private static Agency Make(string code, DateOnly? from = null) =>
        new Agency(code, "departments", assessed: true, null, from, null, null, verified: true)
            .Named(new("Sở " + code, "Department " + code), []).Of(AgencyKind.Department);

    private static byte[] FileOf(
        string[][]? edition = null, string[][]? groups = null,
        string[][]? sources = null, string[][]? results = null, string[][]? counts = null) =>
        Workbook.Write([.. new (string Name, string Headings, string[][] Rows)[]
        {
            ("Kỳ đánh giá",
                "Năm|Mã bộ chỉ số|Tên bộ chỉ số|Tên bộ chỉ số tiếng Anh|Văn bản công bố|Văn bản công bố tiếng Anh",
                edition ?? Edition),
            ("Khối", "Mã khối|Tên khối|Tên khối tiếng Anh", groups ?? Groups),
            ("Xếp loại", "Mã xếp loại|Tên xếp loại|Tên xếp loại tiếng Anh", Tiers),
            ("Nguồn", "Mã nguồn|Tên nguồn|Tên nguồn tiếng Anh|Địa chỉ", sources ?? Sources),
            ("Kết quả", "Mã khối|Mã cơ quan|Thứ hạng|Tổng điểm|Mã xếp loại|Mã nguồn", results ?? Results),
            ("Số lượng", "Mã khối|Mã xếp loại|Số cơ quan|Mã nguồn", counts ?? Counts),
        }.Select(sheet => new Sheet(
            sheet.Name, [.. sheet.Headings.Split('|').Select(heading => new Column(heading, 20))],
            [.. sheet.Rows.Select(row => row.Select(Cell.Of).ToArray())]))]);
}
