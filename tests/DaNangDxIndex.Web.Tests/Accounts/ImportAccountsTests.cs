using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Accounts from a spreadsheet: faults by cell, all or none, and a slip for each person.</summary>
public sealed class ImportAccountsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Good = [
        "name", "Nguyễn Văn A", "Cán bộ nhập số liệu", RunningEdition.Agency, "0236 3822 000", "a@danang.gov.vn"];

    [Fact]
    public async Task Every_planted_fault_is_named_by_its_cell_and_nothing_is_made()
    {
        var (long201, before) = (new string('a', 201), await CountAsync());
        var page = await SendAsync(
            HttpStatusCode.UnprocessableEntity,
            With(0, "ok-one"), // row 2, faultless
            With(0, "ab"), With(0, "có dấu"), With(0, ""), With(0, "ok-one"), With(0, "assessor@da-nang.demo"), // A3 to A7
            With(1, ""), With(1, long201), // B8 B9
            With(2, ""), With(2, "Giám đốc"), With(2, "Cán bộ nhập số liệu; Lãnh đạo duyệt"), With(2, "appraiser; signatory"), // C10 to C13
            With(3, "khong-co"), With(3, ""), // D14 D15
            With(4, "gọi sau"), With(5, "a.danang.gov.vn")); // E16 F17

        var told = page.QuerySelectorAll(".cell-faults tbody tr")
            .ToDictionary(row => row.Children[1].TextContent, row => row.Children[2].TextContent, StringComparer.Ordinal);
        told.Keys.Order(StringComparer.Ordinal).ShouldBe(
            ["A3", "A4", "A5", "A6", "A7", "B8", "B9", "C10", "C11", "C12", "C13", "D14", "D15", "E16", "F17"], ignoreOrder: true);
        told["A6"].ShouldContain("đã có ở ô A2");
        told["A7"].ShouldContain("đã có. Chọn tên khác");
        told["C11"].ShouldContain("Không có vai trò “Giám đốc”. Các vai trò: Cán bộ nhập số liệu;");
        told["C12"].ShouldContain("không được đồng thời là người duyệt");
        told["D15"].ShouldContain("phải thuộc một cơ quan");
        (await CountAsync()).ShouldBe(before);

        var marked = page.QuerySelectorAll("a").OfType<IHtmlAnchorElement>()
            .Single(link => link.Search.Contains("Marked", StringComparison.Ordinal));
        using var file = await (await app.SignedInAsync(Role.Administrator)).Http.GetAsync(
            new Uri(marked.PathName + marked.Search, UriKind.Relative));
        TypedWorkbook.Read(await file.Content.ReadAsByteArrayAsync()).Sheets.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Forty_accounts_are_made_at_once_with_a_slip_each_and_links_that_work()
    {
        var rows = Enumerable.Range(1, 40).Select(number => With(0, $"forty-{number}")).ToArray();
        var preview = await SendAsync(HttpStatusCode.OK, rows);
        preview.QuerySelectorAll("main tbody tr").Length.ShouldBe(40);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Account>().AnyAsync(account => account.UserName == "forty-1"))).ShouldBeFalse();

        var upload = preview.QuerySelector("input[name=upload]").ShouldNotBeNull().GetAttribute("value").ShouldNotBeNull();
        var administrator = await app.SignedInAsync(Role.Administrator);
        using var applied = await administrator.PostAsync("/accounts/import?handler=Apply", new() { ["upload"] = upload });
        var slips = (await Visitor.ReadAsync(applied)).QuerySelectorAll(".slip code").Select(code => code.TextContent).ToList();
        slips.Distinct(StringComparer.Ordinal).Count().ShouldBe(40);
        var person = await app.AccountAsync("forty-7");
        (person.FullName, person.AgencyCode, person.Phone, person.Mail).ShouldBe(
            ("Nguyễn Văn A", RunningEdition.Agency, "0236 3822 000", "a@danang.gov.vn"));
        await app.Visitor().ChooseAsync(new Uri(slips[0]).PathAndQuery, "một câu chỉ mình tôi biết");

        using var again = await administrator.PostAsync("/accounts/import?handler=Apply", new() { ["upload"] = upload });
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_agencys_administrator_makes_nobody_of_another_agency_and_gives_no_other_role()
    {
        var page = await SendAsync(
            HttpStatusCode.UnprocessableEntity, Role.AgencyAdministrator,
            With(0, "own-people"), With(3, RunningEdition.Third), With(2, "Người thẩm định"));
        page.QuerySelectorAll(".cell-faults tbody th").Select(cell => cell.TextContent).ShouldBe(["D3", "D4"]);
    }

    [Fact]
    public async Task A_role_of_weight_from_a_file_waits_as_well()
    {
        var preview = await SendAsync(HttpStatusCode.OK, [["filed-signatory", "Võ Văn Ký", "signatory", "", "", ""]]);
        using var applied = await (await app.SignedInAsync(Role.Administrator)).PostAsync(
            "/accounts/import?handler=Apply",
            new() { ["upload"] = preview.QuerySelector("input[name=upload]").ShouldNotBeNull().GetAttribute("value") ?? "" });
        (await app.AccountAsync("filed-signatory")).Roles.ShouldBeEmpty();
        (await app.WaitingAsync("filed-signatory")).ShouldNotBeNull();
    }

    private static int Serial;

    /// <summary>A faultless row but for one cell; its own user name.</summary>
    private static string[] With(int column, string text)
    {
        string[] row = [.. Good];
        row[0] = $"row-{Interlocked.Increment(ref Serial)}";
        row[column] = text;
        return row;
    }

    private Task<IHtmlDocument> SendAsync(HttpStatusCode status, params string[][] rows) => SendAsync(status, Role.Administrator, rows);

    private async Task<IHtmlDocument> SendAsync(HttpStatusCode status, Role role, params string[][] rows)
    {
        var sheet = new Sheet(
            "Tài khoản", [.. AccountColumns.All.Select(column => new Column(column.Name.Vi, 20))],
            [.. rows.Select(row => row.Select(Cell.Of).ToArray())]);
        var keeper = await app.SignedInAsync(role);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await keeper.TokenAsync("/work")), "__RequestVerificationToken" },
            { new ByteArrayContent(Workbook.Write([sheet])), "file", "accounts.xlsx" },
        };
        using var answer = await keeper.Http.PostAsync(new Uri(keeper.Address("/accounts/import"), UriKind.Relative), content);
        answer.StatusCode.ShouldBe(status);
        return await Visitor.ReadAsync(answer);
    }

    private Task<int> CountAsync() => app.InDatabaseAsync("da-nang", db => db.Set<Account>().CountAsync());
}
