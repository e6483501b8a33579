using System.Net;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Agencies;

public sealed class ImportAgenciesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Headings = ["Mã", "Tên tiếng Việt", "Tên tiếng Anh", "Loại", "Khối",
        "Mã cơ quan chủ quản", "Hoạt động từ ngày", "Được đánh giá", "Mã thống kê", "Điện thoại", "Email"];

    [Fact]
    public async Task Planted_faults_are_named_by_their_cells_and_nothing_is_applied()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "loi-danh-muc");
        var file = FileOf(
            ["so-a", "Sở A", "Department A", "Sở, ban, ngành", "departments",
                "", "01/07/2025", "Có", "", "0236 3822 131", "a@danang.gov.vn"],
            ["So B", "Sở B", "Department B", "Phường", "departments"],
            ["so-a", "Sở C", "Department C", "Phường", "departments"],
            ["so-d", "", "", "Sở to", "Khối to"],
            ["so-e", "Sở E", "Department E", "Xã", "departments", "so-x", "31/02/2025", "đôi khi", "a-b", "gọi tôi", "e.danang.gov.vn"],
            ["so-f", "Sở F", "Department F", "Xã", "departments", "so-g"],
            ["so-g", "Sở G", "Department G", "Xã", "departments", "so-f"]);
        var (path, page) = await office.SendAsync("/agencies/import", file);

        string[] planted = ["A3", "A4", "B5", "C5", "D5", "E5", "F6", "G6", "H6", "I6", "J6", "K6", "F7", "F8"];
        page.QuerySelectorAll(".cell-faults tbody tr th").Select(cell => cell.TextContent).ShouldBe(planted);
        page.QuerySelectorAll(".cell-faults tbody tr td:first-child")
            .Select(cell => cell.TextContent).Distinct().ShouldBe(["Cơ quan, đơn vị"]);
        page.QuerySelectorAll(".cell-faults tbody tr")[4].TextContent.ShouldContain("Không có loại “Sở to”. Ghi một trong: ");
        var marked = await office.Visitor.GetAsync($"{path}?handler=Marked");
        var sheets = TypedWorkbook.Read(await marked.Content.ReadAsByteArrayAsync()).Sheets;
        sheets[1].Rows.Skip(1).Select(row => row.Cells[2].Text).ShouldBe(planted);
        (await office.Visitor.PostAsync(path.ShouldNotBeNull(), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.InDatabaseAsync(db => db.Set<Agency>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_list_comes_back_unchanged_and_shows_what_a_change_would_do_before_it_does_it()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "danh-muc");
        await office.ImportAsync([Make("so-a"), Make("so-b")]);
        var list = await (await office.Visitor.GetAsync("/agencies/import?handler=Template")).Content.ReadAsByteArrayAsync();
        var (_, same) = await office.SendAsync("/agencies/import", list);
        same.QuerySelector("main .lead").ShouldNotBeNull().TextContent.ShouldStartWith(
            "0 cơ quan mới, 0 cơ quan thay đổi, 2 cơ quan giữ nguyên.");

        var (path, page) = await office.SendAsync("/agencies/import", FileOf(
            ["so-a", "Sở A mới", "Name so-a", "Khác", "departments", "", "", "", "", "0236 3822 131"],
            ["so-c", "Sở C", "C", "Phường", "departments", "so-a"]));
        page.QuerySelector("main .lead").ShouldNotBeNull().TextContent.ShouldStartWith(
            "1 cơ quan mới, 1 cơ quan thay đổi, 0 cơ quan giữ nguyên.");
        page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(
                ["so-a | Tên tiếng Việt | Tên so-a | Sở A mới", "so-a | Điện thoại | – | 0236 3822 131"]);
        (await office.InDatabaseAsync(db => db.Set<Agency>().CountAsync())).ShouldBe(2);
        await office.Visitor.SendFormAsync(path.ShouldNotBeNull(), [], "main form[method=post]");

        var stored = await office.InDatabaseAsync(db => db.Set<Agency>().AsNoTracking().OrderBy(agency => agency.Code).ToListAsync());
        stored.Select(agency => (agency.Code, agency.Name.Vi, agency.ContactPhone, agency.Parent)).ShouldBe(
            [("so-a", "Sở A mới", "0236 3822 131", null), ("so-b", "Tên so-b", null, null), ("so-c", "Sở C", null, "so-a")]);
        (await office.Visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "an applied file is applied once");
    }

    [Fact]
    public async Task What_rests_on_results_or_acts_does_not_change_by_a_list()
    {
        var office = new OfficeOfNewTenant(app, await app.SignedInAsync(Accounts.Role.Office), "da-nang");
        var (_, page) = await office.SendAsync("/agencies/import", FileOf(["so-yt", "Sở Y tế mới", "Health", "Sở, ban, ngành", "wards"]));

        page.QuerySelectorAll(".cell-faults tbody tr th").Select(cell => cell.TextContent).ShouldBe(["B2", "E2"]);
        page.QuerySelector(".cell-faults tbody tr td:last-child").ShouldNotBeNull().TextContent.ShouldContain("hiện nay: Sở Y tế");
    }

    [Fact]
    public async Task A_file_that_is_no_spreadsheet_is_refused_beside_its_field()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "tep-csv");
        var (path, page) = await office.SendAsync("/agencies/import", "code,name"u8.ToArray(), "danh-muc.csv");

        path.ShouldBeNull();
        page.QuerySelector("#file-error").ShouldNotBeNull().TextContent.ShouldContain(".xlsx");
    }

    [Fact]
    public async Task Another_persons_file_is_not_there()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "cua-nguoi-khac");
        var (path, _) = await office.SendAsync("/agencies/import", FileOf(["so-a", "A", "A", "Khác", "departments"]));
        var other = await app.SignedInAsync(Accounts.Role.Office);

        (await other.GetAsync("/agencies/import/" + path?.Split('/')[^1])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static byte[] FileOf(params string[][] rows) => Workbook.Write(
        [new Sheet(
            "Cơ quan, đơn vị", [.. Headings.Select(heading => new Column(heading, 20))],
            [.. rows.Select(row => row.Select(Cell.Of).ToArray())])]);

    private static Agency Make(string code) =>
        new Agency(code, "departments", assessed: true, null, null, null, null, verified: true)
            .Named(new("Tên " + code, "Name " + code), []).Of(AgencyKind.Other);
}
