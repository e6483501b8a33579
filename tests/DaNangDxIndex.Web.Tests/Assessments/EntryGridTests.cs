using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The form as a grid: what is filtered by address, what lies beside a criterion, what leads back, what is asked once more.
/// </summary>
public sealed class EntryGridTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_is_saved_is_shown_in_groups_and_can_be_sent_as_it_is()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        await (await Saving.AsAsync(edition, assessor)).SavedAsync("files-received", "12 345");

        var shown = Field(await assessor.OpenAsync($"{edition.Path}/components/A"), "files-received").Value;
        shown.ShouldBe("12.345");
        using var again = await assessor.SendFormAsync(
            $"{edition.Path}/components/A", new() { ["Figures[files-received]"] = shown }, "main form");

        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_address_leaves_what_is_missing_and_saving_goes_on_to_where_more_is()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var saving = await Saving.AsAsync(edition, assessor);
        await saving.SavedAsync("files-received", "100");
        await saving.SavedAsync("files-online", "90");

        var page = await assessor.OpenAsync($"{edition.Path}/components/A?show=missing");

        page.QuerySelectorAll("[data-grid] .figure").Select(figure => figure.GetAttribute("data-figure")).ShouldBe(["coverage"]);
        page.QuerySelector(".entry-filter strong").ShouldNotBeNull().TextContent.ShouldBe("Còn trống (5)");
        using var saved = await assessor.SendFormAsync(
            $"{edition.Path}/components/A?show=missing", new() { ["Figures[coverage]"] = "98", ["next"] = "true" }, "main form");
        saved.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("/components/B?show=missing");
    }

    [Fact]
    public async Task What_the_approver_named_when_sending_back_is_marked_and_filtered()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (assessor, approver) = (await app.SignedInAsync(Role.Assessor), await app.SignedInAsync(Role.Approver));
        await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");
        await approver.SendFormAsync($"{edition.Path}/check", new() { ["Criteria[A.2]"] = "Xem lại." }, "form[action*=SendBack]");

        var page = await assessor.OpenAsync($"{edition.Path}/components/A?show=returned");

        page.QuerySelectorAll("[data-criterion]").Select(line => line.GetAttribute("data-criterion")).ShouldBe(["A.2"]);
        page.QuerySelector(".figure-mark-returned").ShouldNotBeNull();
        page.QuerySelector(".entry-filter strong").ShouldNotBeNull().TextContent.ShouldBe("Được yêu cầu sửa (1)");
    }

    [Fact]
    public async Task A_change_link_of_the_check_leads_back_to_its_row_after_saving()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        await (await Saving.AsAsync(edition, assessor)).SavedAsync("coverage", "98");
        var link = (await assessor.OpenAsync($"{edition.Path}/check")).QuerySelectorAll(".govuk-summary-list__actions a")
            .Select(link => link.GetAttribute("href") ?? "").Single(href => href.EndsWith("#Figures_coverage_", StringComparison.Ordinal));

        using var saved = await assessor.SendFormAsync(link.Split('#')[0], new() { ["Figures[coverage]"] = "97" }, "main form");

        var back = saved.Headers.Location.ShouldNotBeNull().ToString();
        back.ShouldStartWith($"/da-nang/vi{edition.Path}/check#");
        (await assessor.OpenAsync($"{edition.Path}/check")).GetElementById(back.Split('#')[1]).ShouldNotBeNull().TextContent
            .ShouldContain("97 %");
    }

    [Fact]
    public async Task Submitting_with_blanks_is_asked_once_more_with_their_names_and_points()
    {
        var edition = await OpenEdition.AddAsync(app);
        var saving = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await saving.SavedAsync("files-received", "100");
        await saving.SavedAsync("files-online", "95");
        var approver = await app.SignedInAsync(Role.Approver);

        var asked = await Visitor.ReadAsync(await approver.SendFormAsync($"{edition.Path}/check", [], "form[action*=Submit]"));

        asked.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("Còn 5 số liệu để trống");
        asked.QuerySelectorAll(".at-stake tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))
            .ShouldBe(
            [
                "A.2 Phủ sóng|Tỷ lệ phủ sóng|10,00", "B.1 Kế hoạch|Có kế hoạch|5,00",
                "B.2 Thanh toán trực tuyến|Hồ sơ thanh toán trực tuyến|10,00", "B.4 Tuyên truyền|Tin, bài|10,00",
                "B.5 Người đứng đầu|Người đứng đầu|5,00",
            ]);
        asked.QuerySelector(".lead").ShouldNotBeNull().TextContent.ShouldContain("tối đa 40,00 điểm");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
        var form = asked.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single();
        var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name ?? "", input => input.Value);
        using var submitted = await approver.Http.PostAsync(
            new Uri(form.GetAttribute("action") ?? "", UriKind.Relative), new FormUrlEncodedContent(fields));

        submitted.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("/submitted");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task The_history_of_a_figure_says_who_when_and_the_value_before()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var saving = await Saving.AsAsync(edition, assessor);
        await saving.SavedAsync("coverage", "98");
        await (await Saving.AsAsync(edition, await app.SignedInAsync(Role.Approver))).SavedAsync("coverage", "97,5", version: 1);

        var lines = (await assessor.OpenAsync($"{edition.Path}/criteria/A.2/history")).QuerySelectorAll("#history li")
            .Select(line => line.TextContent).ToList();

        lines.Count.ShouldBe(2);
        lines[0].ShouldContain("Trần Văn Duyệt");
        lines[0].ShouldContain("98%");
        lines[0].ShouldContain("97,5%");
        lines[1].ShouldContain("Nguyễn Thị Nhập");
    }

    [Fact]
    public async Task The_history_of_another_agency_is_not_told()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);

        using var answer = await assessor.GetAsync($"/assessments/{edition.Year}/another-agency/criteria/A.2/history");

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_pasted_is_read_as_it_would_be_typed_and_nothing_is_stored()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);

        var read = await ReadAsync(
            assessor, edition, ("files-received", "1 297"), ("coverage", "98.06"), ("plan", "Có"), ("head", "chủ tịch"),
            ("articles", " "));

        read.Select(figure =>
            $"{figure["figure"]}: {figure["value"]} {figure["shown"]} {(figure["refusal"] is null ? "" : "refused")}".TrimEnd())
            .ShouldBe(["files-received: 1.297 1.297 hồ sơ", "coverage:   refused", "plan: yes Có", "head: chair Chủ tịch", "articles:"]);
        (await edition.StoredAsync("files-received")).ShouldBeNull();
    }

    [Fact]
    public async Task More_than_two_hundred_cells_are_not_read()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);

        using var answer = await PostAsync(assessor, edition, [.. Enumerable.Repeat(("coverage", "1"), 201)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<List<System.Text.Json.Nodes.JsonNode>> ReadAsync(
        Visitor assessor, OpenEdition edition, params (string Figure, string Text)[] cells)
    {
        using var answer = await PostAsync(assessor, edition, cells);
        var body = await Saving.BodyAsync(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return [.. body.AsArray().Select(item => item.ShouldNotBeNull())];
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor assessor, OpenEdition edition, (string Figure, string Text)[] cells)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri($"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures/read", UriKind.Relative))
        {
            Content = JsonContent.Create(cells.Select(cell => new { figure = cell.Figure, text = cell.Text })),
        };
        request.Content.Headers.ContentLanguage.Add("vi");
        request.Headers.Add("RequestVerificationToken", await assessor.TokenAsync($"{edition.Path}/components/A"));
        return await assessor.Http.SendAsync(request);
    }

    private static IHtmlInputElement Field(IHtmlDocument page, string figure) =>
        page.QuerySelectorAll("input").OfType<IHtmlInputElement>().Single(input => input.Name == $"Figures[{figure}]");
}
