using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Agencies;

public sealed class LineageActsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_renaming_keeps_the_code_and_what_was_printed_before()
    {
        var office = await OfficeAsync();
        await office.RecordAsync("rename", new()
        {
            ["Input.From[0]"] = "dai-ptth",
            ["Input.NameVi"] = "Báo và Phát thanh, truyền hình Đà Nẵng",
            ["Input.NameEn"] = "Da Nang Press, Radio and Television",
            ["Input.Day"] = "01/07/2025",
        });

        var anybody = app.Visitor();
        (await anybody.OpenAsync("/editions/2023/agencies/dai-ptth")).QuerySelector("h1")
            .ShouldNotBeNull().TextContent.ShouldBe("Đài Phát thanh - Truyền hình");
        (await anybody.OpenAsync("/editions/2024/agencies/dai-ptth")).QuerySelector("h1")
            .ShouldNotBeNull().TextContent.ShouldBe("Đài Phát thanh - Truyền hình");
        (await anybody.OpenAsync("/editions/2023/agencies/dai-ptth")).QuerySelector(".lineage").ShouldNotBeNull().TextContent.ShouldBe(
            "Từ ngày 01/07/2025: đổi tên Đài Phát thanh - Truyền hình thành Báo và Phát thanh, "
            + "truyền hình Đà Nẵng (Nghị quyết số 1659/NQ-UBTVQH15, ngày 16/06/2025).");
        (await office.Visitor.OpenAsync("/agencies/dai-ptth")).QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe(
            "Báo và Phát thanh, truyền hình Đà Nẵng");
    }

    [Fact]
    public async Task A_merger_tells_first_what_it_does_and_moves_the_people_and_nothing_that_is_published()
    {
        var office = await OfficeAsync();
        var digest = await DigestAsync();
        await app.InDatabaseAsync("da-nang", async db =>
        {
            db.Add(Account.New("ngoai-vu", "NGOAI-VU", "Nguyễn Thị Ngoại Vụ", [Role.Assessor], "cuc-thue"));
            return await db.SaveChangesAsync();
        });
        // Nobody of these is assessed in 2025 in the copy of this test.
        await TestApp.AskAsync<object>(
            app.Superuser,
            "DELETE FROM figure_entry WHERE year = 2025 AND agency = 'cuc-thue'; "
            + "DELETE FROM assessment WHERE year = 2025 AND agency = 'cuc-thue'");

        var told = await office.RecordAsync("merge", new()
        {
            ["Input.From[0]"] = "cuc-thue", ["Input.Heir"] = "kho-bac", ["Input.Day"] = "01/03/2026",
        });

        told.ShouldContain(sentence =>
            sentence.Contains("Kết quả các năm 2024 của Cục Thuế thành phố giữ nguyên", StringComparison.Ordinal));
        told.ShouldContain("1 tài khoản của Cục Thuế thành phố chuyển sang Kho bạc Nhà nước Đà Nẵng: Nguyễn Thị Ngoại Vụ.");
        (await app.InDatabaseAsync(
            "da-nang", db => db.Set<Account>().Where(account => account.UserName == "ngoai-vu")
                .Select(account => account.AgencyCode).SingleAsync()))
            .ShouldBe("kho-bac");
        (await DigestAsync()).ShouldBe(digest);
        (await app.Visitor().OpenAsync("/editions/2024/agencies/kho-bac")).QuerySelectorAll(".lineage").ShouldHaveSingleItem().TextContent
            .ShouldContain("sáp nhập Cục Thuế thành phố vào Kho bạc Nhà nước Đà Nẵng");
    }

    [Fact]
    public async Task Who_takes_part_in_a_running_edition_does_not_end_before_its_day()
    {
        var office = await OfficeAsync();

        (await office.FaultsAsync("dissolve", new() { ["Input.From[0]"] = "so-yt", ["Input.Day"] = "01/10/2025" })).ShouldHaveSingleItem()
            .ShouldContain("đang có hồ sơ trong kỳ đánh giá năm 2025");
        (await office.FaultsAsync("dissolve", new() { ["Input.From[0]"] = "q-hai-chau", ["Input.Day"] = "01/10/2025" }))
            .ShouldHaveSingleItem()
            .ShouldBe("Ủy ban nhân dân quận Hải Châu đã kết thúc hoạt động ngày 30/06/2025.");
        (await office.FaultsAsync(
            "dissolve", new() { ["Input.From[0]"] = "so-gddt", ["Input.Day"] = "01/10/2030", ["Input.DocumentDate"] = "01/10/2030" }))
            .Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_everything_typed_is_kept()
    {
        var office = await OfficeAsync();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.From[0]"] = "so-yt", ["Input.Day"] = "01/01/2026", ["Input.Document"] = "", ["Input.DocumentDate"] = "hôm qua",
            ["Input.New[0].Code"] = "So Y Te", ["Input.New[0].NameVi"] = "Sở Y tế và Dân số",
        };
        var page = await Visitor.ReadAsync(await office.Visitor.PostAsync("/agencies/acts/merge", fields));

        page.QuerySelector("#Input_DocumentDate-error").ShouldNotBeNull().TextContent.ShouldContain("15/01/2027");
        page.QuerySelector("#Input_New_0__NameVi").ShouldNotBeNull().GetAttribute("value").ShouldBe("Sở Y tế và Dân số");
        fields["Input.DocumentDate"] = "01/12/2025";
        page = await Visitor.ReadAsync(await office.Visitor.PostAsync("/agencies/acts/merge", fields));
        string[] faulty = ["Input_Document", "Input_From", "Input_New_0__Code", "Input_New_0__NameEn", "Input_New_0__Group"];
        page.QuerySelectorAll(".govuk-error-summary__list a")
            .Select(link => link.GetAttribute("href")?[1..]).Distinct().ShouldBe(faulty, ignoreOrder: true);
    }

    [Fact]
    public async Task Agencies_are_named_by_code_or_by_name_with_or_without_accents()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "goi-ten");
        await office.ImportAsync([Make("so-a"), Make("so-b"), Make("so-c")]);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.From[0]"] = " ten so-a ", ["Input.From[1]"] = "so-b", ["Input.From[2]"] = "Tên so-d", ["Input.Heir"] = "NAME SO-C",
            ["Input.Day"] = "01/07/2025",
        };

        (await office.FaultsAsync("merge", fields)).ShouldHaveSingleItem().ShouldContain("Tên so-d");
        fields.Remove("Input.From[2]");
        await office.RecordAsync("merge", fields);

        var act = await office.InDatabaseAsync(db => db.Set<LineageAct>().SingleAsync());
        act.From.ShouldBe(["so-a", "so-b"]);
        act.To.ShouldBe(["so-c"]);
    }

    [Fact]
    public async Task Agencies_that_stand_under_another_hold_it_up()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "truc-thuoc");
        await office.ImportAsync([Make("huyen"), Make("xa-a", "huyen"), Make("xa-b", "huyen")]);

        (await office.FaultsAsync("dissolve", new() { ["Input.From[0]"] = "huyen", ["Input.Day"] = "01/07/2025" })).ShouldHaveSingleItem()
            .ShouldContain("Còn 2 cơ quan, đơn vị trực thuộc Tên huyen");
        foreach (var commune in new[] { "xa-a", "xa-b" })
            await office.RecordAsync("move", new()
            {
                ["Input.From[0]"] = commune,
                ["Input.Group"] = "communes",
                ["Input.Kind"] = "Commune",
                ["Input.Day"] = "01/07/2025",
            });
        await office.RecordAsync("dissolve", new() { ["Input.From[0]"] = "huyen", ["Input.Day"] = "01/07/2025" });

        var before = await office.InDatabaseAsync(db => db.Set<AgencyBefore>().OrderBy(earlier => earlier.Agency).ToListAsync());
        before.Select(earlier => (earlier.Agency, earlier.Until, earlier.Parent)).ShouldBe(
            [("xa-a", new(2025, 6, 30), "huyen"), ("xa-b", new(2025, 6, 30), "huyen")]);
    }

    [Fact]
    public async Task A_new_agency_comes_out_of_one_that_goes_on()
    {
        var office = await OfficeOfNewTenant.BeginAsync(app, "tach-ra");
        await office.ImportAsync([Make("so-a")]);
        await office.RecordAsync("split", new()
        {
            ["Input.From[0]"] = "so-a", ["Input.Continues"] = "true", ["Input.Day"] = "01/07/2025", ["Input.New[0].Code"] = "ban-b",
            ["Input.New[0].NameVi"] = "Ban B", ["Input.New[0].NameEn"] = "Board B",
            ["Input.New[0].Group"] = "departments", ["Input.New[0].Parent"] = "so-a",
        });

        var stored = await office.InDatabaseAsync(db => db.Set<Agency>().OrderBy(agency => agency.Code)
            .Select(agency => new { agency.Code, agency.ValidFrom, agency.ValidTo }).ToListAsync());
        stored.Select(agency => (agency.Code, agency.ValidFrom, agency.ValidTo)).ShouldBe(
            [("ban-b", new DateOnly(2025, 7, 1), (DateOnly?)null), ("so-a", null, null)]);
        (await office.FaultsAsync(
            "rename", new() { ["Input.From[0]"] = "so-a", ["Input.NameVi"] = "Sở", ["Input.NameEn"] = "A", ["Input.Day"] = "01/06/2025" }))
            .ShouldHaveSingleItem()
            .ShouldContain("theo thứ tự thời gian");
    }

    [Fact]
    public async Task The_database_keeps_acts_as_they_were_recorded()
    {
        foreach (var change in new[] { "UPDATE lineage_act SET day = '2020-01-01'",
            "DELETE FROM lineage_act", "UPDATE agency_before SET name_vi = 'x'", "DELETE FROM agency_before" })
            (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<object>(app.Application, change))).SqlState.ShouldBe(
                PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("/agencies")]
    [InlineData("/agencies/so-yt")]
    [InlineData("/agencies/import")]
    [InlineData("/agencies/acts/merge")]
    public async Task Only_the_office_comes_in(string path)
    {
        foreach (var role in new[] { Role.Assessor, Role.Appraiser, Role.Signatory, Role.Administrator })
            (await (await app.SignedInAsync(role)).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync(Role.Office)).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<OfficeOfNewTenant> OfficeAsync() => new(app, await app.SignedInAsync(Role.Office), "da-nang");

    private Task<string> DigestAsync() =>
        app.InDatabaseAsync("da-nang", db => db.Set<Publication>().Where(publication => publication.Year == 2024)
            .OrderByDescending(publication => publication.Number).Select(publication => publication.Digest).FirstAsync());

    private static Agency Make(string code, string? parent = null) =>
        new Agency(code, "departments", assessed: true, parent, null, null, null, verified: true)
            .Named(new("Tên " + code, "Name " + code), []).Of(AgencyKind.Other);
}
