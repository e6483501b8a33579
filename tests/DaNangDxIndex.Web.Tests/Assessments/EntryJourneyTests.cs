using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments;

/// <summary>The pages as somebody without a script goes through them.</summary>
public sealed class EntryJourneyTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Dictionary<string, string> GoodA = new(StringComparer.Ordinal)
    {
        ["Figures[files-received]"] = "3.471", ["Figures[files-online]"] = "3.468", ["Figures[coverage]"] = "98,06",
    };

    [Fact]
    public async Task From_the_first_figure_to_the_confirmation_and_back()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var approver = await app.SignedInAsync(Role.Approver);
        (await assessor.OpenAsync(edition.Path)).QuerySelector(".banner-duty").ShouldNotBeNull().TextContent
            .ShouldContain("Hồ sơ chưa nộp");

        (await assessor.SendFormAsync($"{edition.Path}/components/A", GoodA, "main form")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var overview = await assessor.OpenAsync(edition.Path);
        overview.QuerySelectorAll(".govuk-task-list__item")[0].TextContent.ShouldContain("Đã nhập đủ 3");
        overview.QuerySelectorAll(".tasks-points")[0].TextContent.ShouldBe("59,81 / 60,00");

        (await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await assessor.OpenAsync($"{edition.Path}/components/A")).QuerySelectorAll("main input[type=text]").ShouldBeEmpty();

        var check = await approver.OpenAsync($"{edition.Path}/check");
        check.QuerySelectorAll(".missing li").Select(item => item.TextContent.Trim())
            .ShouldBe(["Có kế hoạch", "Hồ sơ thanh toán trực tuyến", "Tin, bài", "Người đứng đầu"]);
        var submitted = await approver.SendFormAsync(
            $"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        submitted.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith($"{edition.Path}/submitted");
        var assessment = await edition.AssessmentAsync();
        assessment.State.ShouldBe(AssessmentState.Submitted);
        var confirmation = await approver.OpenAsync($"{edition.Path}/submitted");
        confirmation.QuerySelector(".confirmation").ShouldNotBeNull().TextContent
            .ShouldContain($"{edition.Year}-{edition.Agency}-{assessment.SubmittedDigest?[..8]}".ToUpperInvariant());
        confirmation.Body.ShouldNotBeNull().TextContent.ShouldContain("Trần Văn Duyệt duyệt và nộp lúc");

        var closed = await assessor.OpenAsync($"{edition.Path}/components/A");
        closed.QuerySelectorAll("main input[type=text]").ShouldBeEmpty();
        closed.QuerySelector(".banner").ShouldNotBeNull().TextContent.ShouldContain("Hồ sơ đã nộp, không sửa được");

        (await approver.SendFormAsync($"{edition.Path}/submitted", [], "form[action*=Recall]")).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task What_was_typed_when_the_form_closed_stands_beside_what_is_stored()
    {
        var edition = await OpenEdition.AddAsync(app, closesAt: new(2025, 11, 30, 17, 0, 0, TimeSpan.Zero));
        var assessor = await app.SignedInAsync(Role.Assessor);
        var typed = new Dictionary<string, string>(GoodA) { ["criterion"] = "A.1", ["Reasons[A.1]"] = "Đơn vị không có dịch vụ công" };

        foreach (var handler in new[] { "", "?handler=Ask" })
        {
            using var answer = await assessor.PostAsync($"{edition.Path}/components/A{handler}", typed);

            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await Visitor.ReadAsync(answer);
            page.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("Đã hết hạn nhập số liệu");
            page.QuerySelectorAll("[data-state]").Select(state => state.TextContent.Trim())
                .ShouldBe(["Đã nhập, chưa lưu: 3.468", "Đã nhập, chưa lưu: 3.471", "Đã nhập, chưa lưu: 98,06"], ignoreOrder: true);
            page.Body.ShouldNotBeNull().TextContent.Contains("chưa lưu: Đơn vị không có dịch vụ công", StringComparison.Ordinal)
                .ShouldBe(handler.Length > 0);
        }

        (await edition.StoredAsync("coverage")).ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_number_stays_as_typed_with_its_reason_and_the_others_are_saved()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);

        var answer = await assessor
            .SendFormAsync($"{edition.Path}/components/A", new(GoodA) { ["Figures[coverage]"] = "98.06" }, "main form");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        var field = page.QuerySelectorAll("input").OfType<IHtmlInputElement>().Single(input => input.Name == "Figures[coverage]");
        field.Value.ShouldBe("98.06");
        field.GetAttribute("aria-invalid").ShouldBe("true");
        var fault = page.QuerySelector(".govuk-error-summary a").ShouldNotBeNull();
        fault.GetAttribute("href").ShouldBe($"#{field.Id}");
        fault.TextContent.ShouldContain("98,06");
        fault.TextContent.ShouldStartWith("Tỷ lệ phủ sóng: ");
        fault.TextContent.ShouldEndWith(page.GetElementById($"{field.Id}-error").ShouldNotBeNull().TextContent.Split(": ")[^1].Trim());
        (await edition.StoredAsync("files-online")).ShouldNotBeNull().Declared.ShouldBe("3468");
        (await edition.StoredAsync("coverage")).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_script_too_the_second_of_two_people_sees_both_values()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var approver = await app.SignedInAsync(Role.Approver);
        var path = $"{edition.Path}/components/A";
        await assessor.SendFormAsync(path, GoodA, "main form");

        var answer = await Visitor.ReadAsync(
            await approver.SendFormAsync(path, new() { ["Figures[coverage]"] = "97,5", ["Versions[coverage]"] = "0" }, "main form"));

        var error = answer.QuerySelector(".govuk-error-summary a").ShouldNotBeNull().TextContent;
        error.ShouldContain("Nguyễn Thị Nhập");
        error.ShouldContain("98,06");
        error.ShouldContain("97,5");
        (await edition.StoredAsync("coverage")).ShouldNotBeNull().Declared.ShouldBe("98.06");
        answer.QuerySelectorAll("input").OfType<IHtmlInputElement>().Single(input => input.Name == "Versions[coverage]").Value
            .ShouldBe("1");

        await approver.SendFormAsync(path, new() { ["Figures[coverage]"] = "97,5" }, "main form");
        (await edition.StoredAsync("coverage")).ShouldNotBeNull().Declared.ShouldBe("97.5");
    }

    [Fact]
    public async Task Whoever_saved_the_figure_in_another_window_is_told_that_it_was_themselves()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var path = $"{edition.Path}/components/A";
        await assessor.SendFormAsync(path, GoodA, "main form");

        using var elsewhere = await assessor.SendFormAsync(
            path, new() { ["Figures[coverage]"] = "97,5", ["Versions[coverage]"] = "0" }, "main form");

        var error = (await Visitor.ReadAsync(elsewhere)).QuerySelector(".govuk-error-summary a").ShouldNotBeNull().TextContent;
        error.ShouldContain("Bạn (ở cửa sổ hoặc thiết bị khác) đã lưu 98,06");
        error.ShouldMatch("lúc [0-9]{2}:[0-9]{2} ngày [0-9/]{10}");
        error.ShouldContain("97,5");
        error.ShouldNotContain("Nguyễn Thị Nhập");
    }

    [Fact]
    public async Task Each_figure_is_asked_once_and_shown_with_a_link_where_it_is_read_again()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        await assessor.SendFormAsync($"{edition.Path}/components/A", GoodA, "main form");
        await edition.LoadAsync("satisfaction", "88");

        var page = await assessor.OpenAsync($"{edition.Path}/components/B");

        page.QuerySelectorAll("input").OfType<IHtmlInputElement>().ShouldNotContain(input => input.Name == "Figures[files-received]");
        var read = page.QuerySelectorAll("[data-criterion='B.2'] .criterion-read").ShouldHaveSingleItem();
        read.TextContent.ShouldContain("3.471 hồ sơ");
        read.QuerySelector("a").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull()
            .ShouldEndWith("/components/A#Figures_files-received_");
        var survey = page.QuerySelectorAll("[data-criterion='B.3'] .criterion-read").ShouldHaveSingleItem().TextContent;
        survey.ShouldContain("chưa có số liệu");
        survey.ShouldContain("lấy từ khảo sát");
    }

    [Fact]
    public async Task English_pages_read_and_write_english_numbers()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = new Visitor((await app.SignedInAsync(Role.Assessor)).Http, "da-nang", "en");

        await assessor.SendFormAsync(
            $"{edition.Path}/components/A", new() { ["Figures[files-received]"] = "3,471", ["Figures[coverage]"] = "98.06" }, "main form");

        var page = await assessor.OpenAsync($"{edition.Path}/components/A");
        page.QuerySelectorAll("input").OfType<IHtmlInputElement>().Single(input => input.Name == "Figures[coverage]").Value
            .ShouldBe("98.06");
        page.QuerySelector("[data-criterion='A.2'] [data-points]").ShouldNotBeNull().TextContent.ShouldBe("9.81");
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe("3471");
    }

    [Fact]
    public async Task The_approver_sends_back_with_a_note_that_the_assessor_reads()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var approver = await app.SignedInAsync(Role.Approver);
        await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]");

        var empty = await Visitor.ReadAsync(
            await approver.SendFormAsync($"{edition.Path}/check", new() { ["note"] = " " }, "form[action*=SendBack]"));
        empty.QuerySelector(".govuk-error-summary a").ShouldNotBeNull().TextContent.ShouldBe(
            "Ghi nội dung cần chỉnh sửa, hoặc nêu tiêu chí cần chỉnh sửa.");
        await approver.SendFormAsync($"{edition.Path}/check", new() { ["note"] = "Thiếu số liệu quý IV" }, "form[action*=SendBack]");

        (await assessor.OpenAsync(edition.Path)).Body.ShouldNotBeNull().TextContent.ShouldContain("Thiếu số liệu quý IV");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task What_changed_after_it_was_shown_is_not_signed()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var approver = await app.SignedInAsync(Role.Approver);
        await assessor.SendFormAsync($"{edition.Path}/components/A", GoodA, "main form");
        var shown = (await approver.OpenAsync($"{edition.Path}/check")).QuerySelectorAll("input[name=shown]").OfType<IHtmlInputElement>()
            .Single().Value;
        await assessor.SendFormAsync($"{edition.Path}/components/A", new() { ["Figures[coverage]"] = "99" }, "main form");

        var answer = await approver.SendFormAsync($"{edition.Path}/check", new() { ["shown"] = shown }, "form[action*=Submit]");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-summary-list").ShouldNotBeNull().TextContent
            .ShouldContain("98,06 % → 99 %");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task Not_applicable_is_asked_for_with_a_reason_and_changes_no_points()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var path = $"{edition.Path}/components/A";

        var empty = await Visitor.ReadAsync(await SendAsync("Ask", new() { ["criterion"] = "A.2" }));
        empty.QuerySelector(".govuk-error-summary a").ShouldNotBeNull().TextContent.ShouldBe("Nhập lý do đề nghị không áp dụng.");
        await SendAsync("Ask", new(GoodA) { ["criterion"] = "A.2", ["Reasons[A.2]"] = "Đơn vị không có địa bàn." });

        var page = await assessor.OpenAsync(path);
        page.QuerySelector(".request strong").ShouldNotBeNull().TextContent.ShouldBe("Đã đề nghị không áp dụng:");
        page.QuerySelector("[data-criterion='A.2'] [data-points]").ShouldNotBeNull().TextContent.ShouldBe("9,81");
        await SendAsync("Withdraw", new() { ["criterion"] = "A.2" });
        (await assessor.OpenAsync(path)).QuerySelector(".request strong").ShouldBeNull();

        async Task<HttpResponseMessage> SendAsync(string handler, Dictionary<string, string> fields)
        {
            fields["__RequestVerificationToken"] = await assessor.TokenAsync(path);
            return await assessor.Http
                .PostAsync(new Uri($"{assessor.Address(path)}?handler={handler}", UriKind.Relative), new FormUrlEncodedContent(fields));
        }
    }

    [Fact]
    public async Task The_start_page_leads_each_role_to_its_work()
    {
        var edition = await OpenEdition.AddAsync(app);

        var own = await (await app.SignedInAsync(Role.Assessor)).OpenAsync("/work");
        var office = await (await app.SignedInAsync(Role.Office)).OpenAsync("/work");

        own.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain($"/da-nang/vi{edition.Path}");
        office.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))
            .ShouldContain($"/da-nang/vi/editions/{edition.Year}/progress");
    }
}
