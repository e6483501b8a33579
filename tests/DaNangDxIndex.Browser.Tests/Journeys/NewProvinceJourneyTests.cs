using System.Globalization;
using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace DaNangDxIndex.Journeys;

/// <summary>
/// A province that has nothing sets itself up by its pages alone, up to an open edition in which an assessor enters a figure.
/// </summary>
public sealed partial class NewProvinceJourneyTests(Product product, ITestOutputHelper output) : IClassFixture<Product>
{
    private const string Tenant = "lao-cai";
    private const string Password = "Con đường lên Sa Pa mùa mây";

    private static readonly int Year = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).Year;

    private static readonly (string Code, string Vi, string En, int Agencies)[] Groups =
    [
        ("departments", "Khối sở, ban, ngành", "Departments", 8),
        ("central", "Khối cơ quan Trung ương", "Central agencies", 4),
        ("wards", "Khối xã, phường", "Communes and wards", 18),
    ];

    [Fact]
    public async Task From_tenant_add_to_an_open_edition_in_which_an_assessor_enters_a_figure()
    {
        var scripted = System.Diagnostics.Stopwatch.StartNew();
        var told = await product.RunAsync("tenant", "add", Tenant, "--vi", "Tỉnh Lào Cai", "--en", "Lao Cai Province", "--kind",
            "province");
        await product.RunAsync("tenant", "second-factor", Tenant, "none");
        var administrator = await ByLinkAsync(Link().Match(told).Value, "administrator");
        await NameTheIssuerAsync(administrator);
        var second = await ByLinkAsync(await AddAsync(administrator, "quan-tri-2", "administrator"), "quan-tri-2");
        var office = await ByLinkAsync(await AddAsync(administrator, "thuong-truc", "office"), "thuong-truc");

        await ImportAgenciesAsync(office);
        var links = await ImportAccountsAsync(administrator);
        await ConfirmTheSignatoryAsync(second, links["ky-cong-bo"]);
        await PrepareAsync(office);
        await OpenAsync(office);
        await EnterAsync(links["nhap-wards-1"]);

        foreach (var person in new[] { administrator, second, office })
            person.Faults.ShouldBeEmpty();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Scripted in {scripted.Elapsed.TotalSeconds:F0} s."));
    }

    private static async Task NameTheIssuerAsync(Person administrator)
    {
        await administrator.OpenAsync("/start");
        (await administrator.TextAsync()).ShouldContain("chưa có: cơ quan thường trực, Tổ trưởng Tổ thẩm định, người ký công bố");
        await Product.PictureAsync(administrator, "lao-cai-1-start");
        await administrator.OpenAsync("/start/texts");
        await administrator.Page.CheckAsync("#hue-forest");
        await administrator.PressAsync("Lưu");
        (await administrator.TextAsync()).ShouldContain("Đã lưu tên gọi");
    }

    /// <summary>The one-time link of somebody added by the page.</summary>
    private static async Task<string> AddAsync(Person administrator, string userName, string role)
    {
        await administrator.OpenAsync("/accounts/edit");
        await administrator.Page.FillAsync("#Input_UserName", userName);
        await administrator.Page.FillAsync("#Input_FullName", $"Người {userName}");
        await administrator.Page.CheckAsync($"#role-{role}");
        await administrator.PressAsync("Lưu");
        return await administrator.Page.Locator("main code").InnerTextAsync();
    }

    private async Task<Person> ByLinkAsync(string link, string userName, string? code = null)
    {
        var person = await product.PersonAsync(Tenant);
        await person.Page.GotoAsync(link);
        if (code is not null)
            await person.Page.FillAsync("#Code", code);
        await person.Page.FillAsync("#Chosen", Password);
        await person.Page.ClickAsync("main form button[type=submit]");
        await person.ArriveAsync("/accounts/sign-in");
        await person.SignInAsync(userName, Password);
        return person;
    }

    private static async Task ImportAgenciesAsync(Person office)
    {
        var agencies = Groups.SelectMany(group => Enumerable.Range(1, group.Agencies).Select(number => new[]
        {
            $"{group.Code}-{number}", $"Cơ quan {number} ({group.Vi})", $"Agency {number} ({group.En})", "Khác", group.Code,
        }));
        await SendAsync(office, "/agencies/import", "Cơ quan, đơn vị", ["Mã", "Tên tiếng Việt", "Tên tiếng Anh", "Loại", "Khối"], agencies);
        (await office.TextAsync()).ShouldContain("30 cơ quan mới");
        await office.Page.ClickAsync("main form[method=post] button[type=submit]");
        await office.ArriveAsync("/agencies");
    }

    /// <summary>One who enters for each agency, and ten with an office of their own; their one-time links by user name.</summary>
    private static async Task<Dictionary<string, string>> ImportAccountsAsync(Person administrator)
    {
        string[][] accounts =
        [
            .. Groups.SelectMany(group => Enumerable.Range(1, group.Agencies).Select(number => new[]
            {
                $"nhap-{group.Code}-{number}", "Cán bộ nhập", "Cán bộ nhập số liệu", $"{group.Code}-{number}",
            })),
            .. Enumerable.Range(1, 6).Select(number => new[] { $"duyet-{number}", "Lãnh đạo", "Lãnh đạo duyệt", $"wards-{number}" }),
            ["truong", "Tổ trưởng", "leadAppraiser", "departments-1"],
            ["tham-dinh", "Người thẩm định", "appraiser", "departments-2"],
            ["giam-sat", "Người giám sát", "auditor", ""],
            ["ky-cong-bo", "Người ký công bố", "signatory", ""],
        ];
        await SendAsync(administrator, "/accounts/import", "Tài khoản", ["Tên đăng nhập", "Họ và tên", "Vai trò", "Cơ quan"], accounts);
        await administrator.PressAsync("Tạo 40 tài khoản");
        await administrator.Page.Locator(".slip").First.WaitForAsync();
        var slips = await administrator.Page.Locator(".slip").AllAsync();
        slips.Count.ShouldBe(40);
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slip in slips)
            links[await slip.Locator("dd strong").InnerTextAsync()] = await slip.Locator("code").InnerTextAsync();
        await Product.PictureAsync(administrator, "lao-cai-2-slips", fullPage: false);
        return links;
    }

    private async Task ConfirmTheSignatoryAsync(Person second, string link)
    {
        await second.OpenAsync("/accounts/waiting");
        await second.PressAsync("Xác nhận");
        var code = await second.Page.Locator("main code").InnerTextAsync();
        await Product.PictureAsync(second, "lao-cai-3-code");
        var signatory = await ByLinkAsync(link, "ky-cong-bo", code);
        signatory.Faults.ShouldBeEmpty();
    }

    private static async Task PrepareAsync(Person office)
    {
        await office.OpenAsync("/editions");
        await office.Page.FillAsync("#year", $"{Year}");
        await office.Page.CheckAsync("#from-Empty");
        await office.PressAsync("Bắt đầu chuẩn bị");
        foreach (var (code, vi, en, _) in Groups)
        {
            await office.OpenAsync($"/editions/{Year}/office/groups");
            await office.Page.FillAsync("#Code", code);
            await office.Page.FillAsync("#NameVi", vi);
            await office.Page.FillAsync("#NameEn", en);
            await office.PressAsync("Thêm khối");
            if (code == Groups[0].Code)
                await NameTheTiersAsync(office, code);
            await ImportCriteriaAsync(office, code);
        }

        await office.OpenAsync($"/editions/{Year}/office/calendar");
        await office.Page.FillAsync("#EntryOpens", $"04/01/{Year + 1}");
        await office.Page.FillAsync("#EntryCloses", $"26/02/{Year + 1}");
        await office.Page.FillAsync("#EntryClosesHour", "17:00");
        await office.Page.FillAsync("#AppraisalEnds", $"26/03/{Year + 1}");
        await office.Page.FillAsync("#Publishes", $"23/04/{Year + 1}");
        await office.PressAsync("Lưu");
        (await office.TextAsync()).ShouldContain("Đã lưu lịch");
    }

    /// <summary>Tiers of the province's own; the groups that are added later begin with them.</summary>
    private static async Task NameTheTiersAsync(Person office, string group)
    {
        await office.OpenAsync($"/editions/{Year}/criteria/{group}/method");
        await office.Page.FillAsync("#method_scale", "100");
        foreach (var (at, (code, vi, en, from)) in new (string, string, string, string)[]
        {
            ("leading", "Dẫn dắt", "Leading", "75"), ("forming", "Hình thành", "Forming", "40"), ("starting", "Khởi động", "Starting", "0"),
        }.Index())
        {
            if (at == 2)
                await office.PressAsync("Lưu");
            await office.Page.FillAsync($"[name='method.tiers.{at}.code']", code);
            await office.Page.FillAsync($"[name='method.tiers.{at}.name.vi']", vi);
            await office.Page.FillAsync($"[name='method.tiers.{at}.name.en']", en);
            await office.Page.FillAsync($"[name='method.tiers.{at}.from']", from);
        }

        await office.PressAsync("Lưu");
        (await office.Page.InputValueAsync("[name='method.tiers.2.code']")).ShouldBe("starting");
    }

    private static async Task ImportCriteriaAsync(Person office, string group)
    {
        await SendAsync(
            office, $"/editions/{Year}/criteria/{group}/file", "Tiêu chí",
            ["Mã", "Nhóm tiêu chí", "Tiêu chí", "Số liệu", "Đơn vị tính", "Cách tính điểm", "Điểm tối đa", "Trụ cột",
                "Khi không phát sinh"],
            [
                ["1.1", "I: Dịch vụ công", "Hồ sơ trực tuyến", "online: Hồ sơ trực tuyến\nall: Hồ sơ tiếp nhận", "hồ sơ\nhồ sơ",
                    "tuyến tính online / all: từ 0 đến 95%", "60", "Chính quyền số", "tính 0 điểm"],
                ["1.2", "I", "Kế hoạch chuyển đổi số", "plan: Có kế hoạch", "có/không", "bậc plan: 1 = 100%", "40", "Nền tảng chung", ""],
            ]);
        await office.PressAsync("Áp dụng");
        await office.ArriveAsync($"/criteria/{group}");
        (await office.TextAsync()).ShouldContain("Hồ sơ trực tuyến");
    }

    private static async Task OpenAsync(Person office)
    {
        await office.OpenAsync($"/editions/{Year}/office/open");
        await Product.PictureAsync(office, "lao-cai-4-open");
        if (await office.Page.Locator("#known").CountAsync() > 0)
            await office.Page.CheckAsync("#known");
        await office.PressAsync($"Mở kỳ đánh giá năm {Year}");
        (await office.TextAsync()).ShouldContain("Đã mở kỳ đánh giá");
        (await office.AxeAsync()).ShouldBeEmpty();
    }

    private async Task EnterAsync(string link)
    {
        var assessor = await ByLinkAsync(link, "nhap-wards-1");
        await assessor.OpenAsync($"/assessments/{Year}/wards-1/components/I");
        await assessor.Page.FillAsync("[data-figure='all'] input", "1.200");
        await assessor.Page.Keyboard.PressAsync("Tab");
        await assessor.Page.Locator("[data-figure='all'] [data-state]").GetByText("Đã lưu").WaitForAsync();
        await Product.PictureAsync(assessor, "lao-cai-5-entry");
        assessor.Faults.ShouldBeEmpty();

        var citizen = await product.PersonAsync(Tenant);
        await citizen.OpenAsync($"/editions/{Year}/methodology?group=wards");
        var text = await citizen.TextAsync();
        foreach (var tier in new[] { "Dẫn dắt", "Hình thành", "Khởi động" })
            text.ShouldContain(tier);
    }

    /// <summary>Sends a workbook as a person who has filled one in, and waits for what was found in it.</summary>
    private static async Task SendAsync(Person person, string page, string sheet, string[] headings, IEnumerable<string[]> rows)
    {
        await person.OpenAsync(page);
        await person.Page.SetInputFilesAsync("#file", new FilePayload
        {
            Name = "bang-tinh.xlsx",
            MimeType = Workbook.ContentType,
            Buffer = Workbook.Write(
            [
                new Sheet(
                    sheet, [.. headings.Select(heading => new Column(heading, 20))],
                    [.. rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(Cell.Of)])]),
            ]),
        });
        await person.PressAsync("Kiểm tra tệp");
        (await person.Page.Locator(".cell-faults").CountAsync()).ShouldBe(0, await person.TextAsync());
    }

    [GeneratedRegex("http://[^ ]+reset\\?token=[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
