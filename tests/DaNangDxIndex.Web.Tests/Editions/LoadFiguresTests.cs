using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>Survey, system and office figures from a file: all or nothing.</summary>
public sealed class LoadFiguresTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_good_file_is_loaded_and_the_same_file_again_changes_nothing()
    {
        var edition = await RunningEdition.AddAsync(app);
        const string File = "agency,figure,value\nw25-hai-chau,satisfaction,98.06\nvp-ubnd,satisfaction,75\nw25-hai-chau,late-reports,2\n";
        (await LoadAsync(edition, File)).Text.ShouldContain("Đã đọc 3 dòng, 3 số liệu thay đổi");
        (await LoadAsync(edition, File)).Text.ShouldContain("Đã đọc 3 dòng, 0 số liệu thay đổi");

        (await edition.FigureAsync("satisfaction")).ShouldNotBeNull().Declared.ShouldBe("98.06");
        var late = (await edition.FigureAsync("late-reports")).ShouldNotBeNull();
        (late.Declared, late.Version).ShouldBe(("2", 2));
        var trail = await edition.TrailAsync();
        trail.Count(entry => entry.Verb == "figure.load").ShouldBe(3);
        trail.Count(entry => entry.Verb == "figure.load-file").ShouldBe(1, "what changes nothing is not told");
        var (name, rows) = (await app.InDatabaseAsync("da-nang", db => db.Set<FigureLoad>().Where(load => load.Year == edition.Year)
            .OrderBy(load => load.LoadedAt).Select(load => new ValueTuple<string, int>(load.FileName, load.Changed)).FirstAsync()));
        (name, rows).ShouldBe(("figures.csv", 3), "the file is kept as it was");
        trail.ShouldContain(entry => entry.Subject.EndsWith("w25-hai-chau/figures/late-reports")
            && entry.Before == """{"declared": "0"}""" && entry.After == """{"declared": "2"}""");
    }

    [Fact]
    public async Task The_preview_changes_nothing_and_programs_load_by_the_same_rules()
    {
        var edition = await RunningEdition.AddAsync(app);
        const string File = "agency,figure,value\nw25-hai-chau,satisfaction,98.06\n";
        var checkedOnly = await SendApiAsync(edition, File, "");
        checkedOnly["applied"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
        checkedOnly["changed"].ShouldNotBeNull().GetValue<int>().ShouldBe(1);
        (await edition.FigureAsync("satisfaction")).ShouldBeNull();
        (await SendApiAsync(edition, File, "?apply=true"))["applied"].ShouldNotBeNull().GetValue<bool>().ShouldBeTrue();
        (await edition.FigureAsync("satisfaction")).ShouldNotBeNull().Declared.ShouldBe("98.06");
        (await SendApiAsync(edition, "agency,figure,value\nnobody,satisfaction,1\n", "?apply=true"))["faults"]
            .ShouldNotBeNull().AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("vi", "phường Hải Châu")]
    [InlineData("en", "Hai Chau Ward")]
    public async Task The_preview_names_the_agencies_beside_their_codes(string language, string name)
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        var path = $"/da-nang/{language}/editions/{edition.Year}/figures";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await office.TokenAsync(path)), "__RequestVerificationToken" },
            { new StringContent("agency,figure,value\nw25-hai-chau,satisfaction,98.06\n"), "file", "figures.csv" },
        };

        using var answer = await office.Http.PostAsync(new Uri(path, UriKind.Relative), form);

        var row = (await Visitor.ReadAsync(answer)).QuerySelectorAll("#changes tbody th").ShouldHaveSingleItem().TextContent;
        row.ShouldContain(name);
        row.ShouldContain("w25-hai-chau");
    }

    [Fact]
    public async Task The_template_lists_what_the_office_loads_and_comes_back_as_a_spreadsheet()
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        using var answer = await office.GetAsync($"/editions/{edition.Year}/figures?handler=Template");
        var template = await answer.Content.ReadAsByteArrayAsync();
        var rows = TypedWorkbook.Read(template).Sheets[0].Rows;
        rows.ShouldContain(row => row.Cells.Values.Any(cell => cell.Text == "w25-hai-chau"));
        rows.ShouldNotContain(row => row.Cells.Values.Any(cell => cell.Text == RunningEdition.OfOffice), "not of the own agency");
        rows.ShouldNotContain(row => row.Cells.Values.Any(cell => cell.Text == "files-online"), "agencies declare it themselves");

        var sheet = new Sheet("Số liệu", [new("agency", 20), new("figure", 20), new("value", 20)],
        [
            [Cell.Of("w25-hai-chau"), Cell.Of("satisfaction"), Cell.OfInvariant("91.5")],
            [Cell.Of("vp-ubnd"), Cell.Of("satisfaction"), Cell.OfInvariant("101")],
        ]);
        var page = await SendSheetAsync(edition, Workbook.Write([sheet]));
        page.QuerySelectorAll(".cell-faults tbody th").Select(cell => cell.TextContent).ShouldBe(["C3"]);
        var good = await SendSheetAsync(edition, Workbook.Write([sheet with { Rows = [sheet.Rows[0]] }]));
        good.QuerySelectorAll("td.number").Select(cell => cell.TextContent[..Math.Min(4, cell.TextContent.Length)]).ShouldBe(["–", "91,5"]);
        (await edition.FigureAsync("satisfaction")).ShouldBeNull();
    }

    [Fact]
    public async Task A_survey_is_planned_held_and_counts_only_from_the_least_number_of_answers()
    {
        var edition = await RunningEdition.AddAsync(app);
        const string Head = "agency,figure,wanted,least,sent,answered,satisfied\n";
        await LoadAsync(edition, Head + "w25-hai-chau,satisfaction,60,30,,,\n");
        (await BenchAsync(edition)).ShouldContain("kế hoạch 60 phiếu trả lời, tối thiểu 30; chưa có kết quả");

        await LoadAsync(edition, Head + "w25-hai-chau,satisfaction,60,30,80,29,20\n");
        (await edition.FigureAsync("satisfaction")).ShouldBeNull();
        (await BenchAsync(edition)).ShouldSatisfyAllConditions(
            told => told.ShouldContain("chỉ có 29 phiếu trả lời, dưới mức tối thiểu 30, nên không được tính điểm"),
            told => told.ShouldContain("không viện dẫn điều khoản nào", Case.Sensitive, "whose rule it is stands beside it"));

        await LoadAsync(edition, Head + "w25-hai-chau,satisfaction,60,30,120,100,50\n");
        (await edition.FigureAsync("satisfaction")).ShouldNotBeNull().Declared.ShouldBe("50");
        (await BenchAsync(edition)).ShouldContain("50,00% hài lòng (khoảng tin cậy 95%: 40,38% đến 59,62%)");

        var (status, text) = await LoadAsync(edition, Head + "w25-hai-chau,satisfaction,60,30,10,11,5\nvp-ubnd,late-reports,5,1,5,5,5\n");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("Dòng 2: Số phiếu hài lòng không lớn hơn số phiếu trả lời");
        text.ShouldContain("Dòng 3: Số liệu “late-reports” không phải tỷ lệ khảo sát");
    }

    private async Task<string> BenchAsync(RunningEdition edition) => (await (await app.SignedInAsync(Role.LeadAppraiser))
        .OpenAsync($"{edition.Bench}?criterion=B.2")).Body.ShouldNotBeNull().TextContent;

    private async Task<IHtmlDocument> SendSheetAsync(RunningEdition edition, byte[] file)
    {
        var office = await app.SignedInAsync(Role.Office);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await office.TokenAsync("/accounts/password")), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "figures.xlsx" },
        };
        using var answer = await office.Http.PostAsync(
            new Uri(office.Address($"/editions/{edition.Year}/figures"), UriKind.Relative), form);
        return await Visitor.ReadAsync(answer);
    }

    private async Task<JsonNode> SendApiAsync(RunningEdition edition, string file, string query)
    {
        var office = await app.SignedInAsync(Role.Office);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri($"/da-nang/api/v1/editions/{edition.Year}/figures{query}", UriKind.Relative))
        {
            Content = new StringContent(file, Encoding.UTF8, "text/csv"),
        };
        request.Headers.Add("RequestVerificationToken", await office.TokenAsync("/accounts/password"));
        using var answer = await office.Http.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task All_faults_are_told_at_once_by_line_and_nothing_is_loaded()
    {
        var edition = await RunningEdition.AddAsync(app);
        var (status, text) = await LoadAsync(edition, """
            agency,figure,value
            w25-hai-chau,satisfaction,80
            no-such-agency,satisfaction,80
            w25-hai-chau,no-such-figure,80
            vp-ubnd,satisfaction,"98,06"
            vp-ubnd,files-online,7
            so-khcn-2025,late-reports,0
            w25-hai-chau,satisfaction,81
            """);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("Dòng 3: Không có cơ quan mã “no-such-agency” trong kỳ đánh giá này.");
        text.ShouldContain("Dòng 4: Không có số liệu mã “no-such-figure” trong bộ chỉ số.");
        text.ShouldContain("Dòng 5: ");
        text.ShouldContain("Dòng 6: Số liệu “files-online” do cơ quan kê khai, không nhập từ tệp.");
        text.ShouldContain("Dòng 7: Không được nhập số liệu “late-reports” của cơ quan mình");
        text.ShouldContain("Dòng 8: Số liệu “satisfaction” của cơ quan “w25-hai-chau” đã có ở dòng 2.");
        text.ShouldNotContain("Dòng 2: ");
        (await edition.FigureAsync("satisfaction")).ShouldBeNull();
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("coquan;solieu;giatri\na;b;c\n", "Các cột đang được ngăn bằng dấu chấm phẩy")]
    [InlineData("agency,figure\nw25-hai-chau,satisfaction\n", "Thiếu cột “value”; dòng đầu phải có agency,figure,value.")]
    [InlineData("agency,figure,value\nw25-hai-chau,satisfaction\n", "Dòng 2: Dòng có 2 ô, cần 3 ô như dòng đầu.")]
    [InlineData(
        "agency,figure,value\nw25-hai-chau,satisfaction,80\nvp-ubnd,satisfaction,\"75\nvp-ubnd,late-reports,1\n",
        "Dòng 3: Dấu nháy kép mở ra mà không đóng lại.")]
    [InlineData("agency,figure,value\nw25-hai-chau,satisfaction,98,06\n", "Dòng 2: Dòng có 4 ô, cần 3 ô như dòng đầu.")]
    [InlineData("", "Tệp trống.")]
    public async Task A_file_that_is_no_file_of_figures_is_refused(string file, string why)
    {
        var (status, text) = await LoadAsync(await RunningEdition.AddAsync(app), file);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain(why);
    }

    [Fact]
    public async Task A_loaded_figure_makes_the_verdicts_stale_that_read_another_value()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var accepted = await (await Appraiser.OfAsync(app, edition)).AcceptRemainingAsync();
        await LoadAsync(edition, "agency,figure,value\nw25-hai-chau,late-reports,2\n");

        (await edition.VerdictsAsync()).Where(verdict => verdict.Stale).Select(verdict => verdict.Criterion).ShouldBe(["P.1"]);
        (await edition.FigureAsync("late-reports")).ShouldNotBeNull().AcceptedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Figures_of_the_own_agency_are_loaded_by_the_deputy_whatever_their_source()
    {
        var edition = await RunningEdition.AddAsync(app);
        const string File = "agency,figure,value\nso-khcn-2025,satisfaction,98.06\nso-khcn-2025,late-reports,0\n";
        var (status, text) = await LoadAsync(edition, File);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("Dòng 2: Không được nhập số liệu “satisfaction” của cơ quan mình");
        text.ShouldContain("Dòng 3: Không được nhập số liệu “late-reports” của cơ quan mình");

        var deputy = await app.SignInAsync("office2@da-nang.demo", Demo.DemoAccounts.Password);
        (await LoadAsync(edition, File, deputy)).Status.ShouldBe(HttpStatusCode.OK);
        (await edition.FigureAsync("satisfaction", RunningEdition.OfOffice)).ShouldNotBeNull().Declared.ShouldBe("98.06");
    }

    [Fact]
    public async Task A_result_that_is_final_is_not_changed_by_a_file()
    {
        var edition = await RunningEdition.AddAsync(app, first: AssessmentState.Final);
        (await LoadAsync(edition, "agency,figure,value\nw25-hai-chau,late-reports,2\n")).Text.ShouldContain(
            "Dòng 2: Hồ sơ của cơ quan “w25-hai-chau” đã kết thúc thẩm định");
        (await LoadAsync(edition, "agency,figure,value\nw25-hai-chau,late-reports,0\n")).Text.ShouldContain("0 số liệu thay đổi");
        (await edition.FigureAsync("late-reports")).ShouldNotBeNull().Declared.ShouldBe("0");
    }

    [Fact]
    public async Task After_appraisal_nothing_is_loaded()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Final, AssessmentState.Final, AssessmentState.Final);
        var (status, text) = await LoadAsync(edition, "agency,figure,value\nvp-ubnd,late-reports,2\n");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("Chỉ nhập số liệu từ tệp khi kỳ đánh giá đang nhập số liệu, đang thẩm định, hoặc có hồ sơ được mở lại.");
    }

    private async Task<(HttpStatusCode Status, string Text)> LoadAsync(RunningEdition edition, string file, Visitor? by = null)
    {
        var office = by ?? await app.SignedInAsync(Role.Office);
        var path = $"/editions/{edition.Year}/figures";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await office.TokenAsync(path)), "__RequestVerificationToken" },
            { new StringContent(file), "file", "figures.csv" },
        };
        using var answer = await office.Http.PostAsync(new Uri(office.Address(path), UriKind.Relative), form);
        var page = await Visitor.ReadAsync(answer);
        if (page.QuerySelector("form[action*=Apply] input[name=upload]")?.GetAttribute("value") is { } upload)
        {
            using var applied = await office.PostAsync($"{path}?handler=Apply", new() { ["upload"] = upload });
            return (applied.StatusCode, (await Visitor.ReadAsync(applied)).Body.ShouldNotBeNull().TextContent);
        }
        if (answer.StatusCode != HttpStatusCode.OK)
            page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return (answer.StatusCode, page.Body.ShouldNotBeNull().TextContent);
    }
}
