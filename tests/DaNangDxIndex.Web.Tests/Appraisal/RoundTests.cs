using System.Net;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Typesetting;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Accepting what remains, closing, and returning.</summary>
public sealed class RoundTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Accepting_the_rest_leaves_other_fields_to_others()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition, Role.Appraiser)).AcceptRemainingAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.VerdictsAsync()).Select(verdict => verdict.Criterion).ShouldBe(["A.1", "B.1", "B.2", "P.1"]);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Accepted.ShouldBe("50");
        (await edition.FigureAsync("coverage")).ShouldNotBeNull().AcceptedAt.ShouldBeNull();
        (await edition.TrailAsync()).ShouldHaveSingleItem().Verb.ShouldBe("verdict.accept-remaining");
    }

    [Fact]
    public async Task Accepting_the_rest_leaves_open_requests_and_stale_verdicts_alone_and_says_how_many()
    {
        var edition = await RunningEdition.AddAsync(app);
        await edition.AskNotApplicableAsync("B.1", "Đơn vị không ban hành kế hoạch riêng");
        var lead = await Appraiser.OfAsync(app, edition);
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Accept);
        using var corrected = await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống");

        using var answer = await lead.AcceptRemainingAsync();

        var verdicts = await edition.VerdictsAsync();
        verdicts.Select(verdict => (verdict.Criterion, verdict.Stale)).ShouldBe(
            [("A.1", true), ("A.2", false), ("B.2", false), ("P.1", false)]);
        (await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString()))
            .Body.ShouldNotBeNull()
            .TextContent.ShouldContain(
                "Còn lại cần xem riêng: 1 đề nghị không áp dụng, 1 số liệu đã thay đổi sau khi thẩm định.");
    }

    [Fact]
    public async Task With_one_round_closing_makes_the_result_final()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();

        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        var told = (await edition.TrailAsync())[^1];
        (told.Verb, told.Before).ShouldBe(("assessment.close-round", """{"state": "submitted"}"""));
        told.After.ShouldNotBeNull().ShouldMatch("""^\{"state": "final", "digest": "[0-9a-f]{64}"\}$""");
        (await lead.DecideLateAsync("A.1", 1, VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_was_decided_after_the_page_was_opened_is_not_closed_unseen()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        var visitor = await app.SignedInAsync(Role.LeadAppraiser);
        var seen = await SeenAsync();
        using var decided = await lead.DecideAsync("B.1", VerdictDecision.Points, "1", ReasonCode.EvidenceMissing, "Thiếu văn bản");

        (await RefusalAsync(await visitor.PostAsync($"{edition.Round}?handler=Close", new() { ["seen"] = seen })))
            .ShouldContain("Kết quả thẩm định đã thay đổi sau khi mở trang");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        using var closed = await visitor.PostAsync($"{edition.Round}?handler=Close", new() { ["seen"] = await SeenAsync() });

        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.OpenAsync(edition.Round)).GetElementById("changed-since-closed").ShouldBeNull();

        async Task<string> SeenAsync() => (await visitor.OpenAsync(edition.Round)).QuerySelector("input[name=seen]").ShouldNotBeNull()
            .GetAttribute("value").ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_the_lead_closes_and_returns()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var accepted = await (await Appraiser.OfAsync(app, edition)).AcceptRemainingAsync();
        var appraiser = await Appraiser.OfAsync(app, edition, Role.Appraiser);

        (await RefusalAsync(await appraiser.CloseAsync())).ShouldContain("Bạn không có quyền thực hiện thao tác này");
        (await RefusalAsync(await appraiser.ReturnAsync("A.1", "Thiếu số liệu"))).ShouldContain(
            "Bạn không có quyền thực hiện thao tác này");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task A_blank_penalty_figure_keeps_the_round_open()
    {
        var edition = await RunningEdition.AddAsync(app, lateReports: null);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();

        (await RefusalAsync(await lead.CloseAsync())).ShouldContain("số liệu điểm trừ còn trống (late-reports)");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task A_return_names_a_criterion_or_changes_nothing()
    {
        var edition = await RunningEdition.AddAsync(app);
        (await RefusalAsync(await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", " "))).ShouldContain(
            "Nêu ít nhất một tiêu chí cần bổ sung");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Theory]
    [InlineData("", "Nhập ngày theo dạng ngày/tháng/năm")]
    [InlineData("01/01/2020", "Ngày đã qua. Chọn một ngày trong tương lai.")]
    public async Task A_return_needs_a_last_day_to_come_and_keeps_what_was_typed(string day, string why)
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "thiếu quý IV", day);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        page.QuerySelector("[name='Criteria[A.1]']").ShouldNotBeNull().TextContent.Trim().ShouldBe("thiếu quý IV");
        page.QuerySelector("#lastDay").ShouldNotBeNull().GetAttribute("value").ShouldBe(day);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task The_page_offers_a_last_day_and_the_agency_reads_what_was_chosen()
    {
        var edition = await RunningEdition.AddAsync(app, closesAt: DateTimeOffset.UtcNow.AddDays(-1));
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        var offered = (await lead.OpenAsync(edition.Round)).QuerySelector("#lastDay")
            .ShouldNotBeNull().GetAttribute("value").ShouldNotBeNull();
        offered.ShouldBe(VietNamTime.Day(VietNamTime.DayOf(DateTimeOffset.UtcNow).AddDays(Assessment.DaysToComplete), "vi"));

        using var answer = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "thiếu quý IV", offered);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var form = (await (await app.SignedInAsync(Role.Assessor)).OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}"))
            .Body.ShouldNotBeNull().TextContent;
        form.ShouldContain($"23:59 ngày {offered}");
        form.ShouldContain("Tiêu chí cần chỉnh sửa, bổ sung (1)");
        form.ShouldContain("thiếu quý IV");
        (await edition.TrailAsync())[^1].After.ShouldNotBeNull().ShouldContain("completesBy");
    }

    [Fact]
    public async Task A_returned_assessment_is_not_entered_or_submitted_after_its_last_day()
    {
        var edition = await RunningEdition.AddAsync(app, closesAt: DateTimeOffset.UtcNow.AddDays(-30));
        using var returned = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "thiếu quý IV");
        var assessor = await app.SignedInAsync(Role.Assessor);
        var form = $"/assessments/{edition.Year}/{RunningEdition.Agency}/components/A";
        (await assessor.OpenAsync(form)).QuerySelectorAll("main input[type=text]").ShouldNotBeEmpty();

        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE assessment SET completes_by = now() - interval '1 second' WHERE year = {edition.Year} AND completes_by IS NOT NULL");

        (await assessor.OpenAsync(form)).QuerySelectorAll("main input[type=text]").ShouldBeEmpty();
        using var saved = await assessor.PostAsync(form, new() { ["Figures[files-online]"] = "60", ["Versions[files-online]"] = "1" });
        (await saved.Content.ReadAsStringAsync()).ShouldContain("Đã hết hạn nhập số liệu");
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Declared.ShouldBe("50");
    }

    [Fact]
    public async Task Both_sides_see_which_of_the_criteria_that_were_returned_have_been_answered()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        using var returned = await lead.PostAsync($"{edition.Round}?handler=Return", new()
        {
            ["Criteria[A.1]"] = "Thiếu quý IV", ["Criteria[B.1]"] = "Nêu rõ văn bản", ["lastDay"] = "31/12/2099",
        });
        returned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var own = $"/assessments/{edition.Year}/{RunningEdition.Agency}";
        var approver = await app.SignedInAsync(Role.Approver);
        var grid = await approver.OpenAsync($"{own}/components/A?show=returned");
        grid.QuerySelectorAll("[data-criterion]").ShouldHaveSingleItem().GetAttribute("data-criterion").ShouldBe("A.1");
        grid.QuerySelector(".to-mend").ShouldNotBeNull().TextContent.ShouldContain("Thiếu quý IV");
        await approver.SendFormAsync($"{own}/components/A", new() { ["Figures[files-online]"] = "60" }, "main form");
        var check = (await approver.OpenAsync($"{own}/check")).GetElementById("given-back-Returned").ShouldNotBeNull();
        check.TextContent.ShouldContain("Đã chỉnh sửa hoặc trả lời 1/2 tiêu chí.");
        using var submitted = await approver.SendFormAsync($"{own}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var round = (await lead.OpenAsync(edition.Round)).GetElementById("given-back").ShouldNotBeNull();
        round.QuerySelector("[data-given-back='A.1']").ShouldNotBeNull().TextContent.ShouldContain("Đã chỉnh sửa: số liệu.");
        round.QuerySelector("[data-given-back='B.1']").ShouldNotBeNull().TextContent.ShouldContain("Chưa có thay đổi nào.");
        (await lead.OpenAsync($"{edition.Bench}?criterion=A.1")).GetElementById("returned").ShouldNotBeNull().TextContent
            .ShouldContain("Đã chỉnh sửa: số liệu.");
        (await lead.OpenAsync($"{edition.Bench}?criterion=A.2")).GetElementById("returned").ShouldBeNull();
        (await lead.OpenAsync(edition.Bench)).QuerySelectorAll(".bench-list li")
            .Where(line => line.TextContent.Contains("đã trả lại", StringComparison.Ordinal))
            .Select(line => line.QuerySelector(".bench-code").ShouldNotBeNull().TextContent).ShouldBe(["A.1", "B.1"]);
        using var accepted = await (await Appraiser.OfAsync(app, edition)).AcceptRemainingAsync();
        (await edition.VerdictsAsync()).Select(verdict => verdict.Criterion).Intersect(["A.1", "B.1"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_criterion_that_was_right_is_answered_in_words_and_everybody_who_decides_reads_them()
    {
        const string Answer = "Số liệu đúng: Cổng dịch vụ công ghi 50 hồ sơ.";
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var returned = await lead.ReturnAsync("A.1", "Xem lại số liệu");
        var (assessor, approver) = (await app.SignedInAsync(Role.Assessor), await app.SignedInAsync(Role.Approver));
        var own = $"/assessments/{edition.Year}/{RunningEdition.Agency}";
        var form = $"{own}/components/A";

        var refused = await Visitor.ReadAsync(await assessor.SendFormAsync(
            form, new() { ["Answers[A.1]"] = new('a', 1001), ["Figures[coverage]"] = "41" }, "main form"));
        refused.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("1000 ký tự");
        refused.QuerySelector("[name='Answers[A.1]']").ShouldNotBeNull().TextContent.Trim().Length.ShouldBe(1001);
        using var saved = await assessor.SendFormAsync(
            form, new() { ["Answers[A.1]"] = $" {Answer} ", [FarFromLastYear] = "Đúng" }, "main form");
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await assessor.OpenAsync(form);
        page.QuerySelectorAll("[name^='Answers[']").ShouldHaveSingleItem().TextContent.Trim().ShouldBe(Answer);
        (await assessor.OpenAsync($"{own}/criteria/A.1/history")).QuerySelector(".history").ShouldNotBeNull().TextContent
            .ShouldContain(Answer);
        var check = (await approver.OpenAsync($"{own}/check")).GetElementById("given-back-Returned").ShouldNotBeNull().TextContent;
        check.ShouldContain("Đã chỉnh sửa hoặc trả lời 1/1 tiêu chí.");
        check.ShouldContain(Answer);
        using var submitted = await approver.SendFormAsync($"{own}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var reader = await app.SignedInAsync(Role.LeadAppraiser);
        foreach (var address in new[]
        {
            edition.Round, $"{edition.Bench}?criterion=A.1",
            $"/appraisal/{edition.Year}/groups/small/criteria/A.1/{RunningEdition.Agency}",
        })
            (await reader.OpenAsync(address)).Body.ShouldNotBeNull().TextContent.ShouldContain(Answer, Case.Sensitive, address);
        (await reader.OpenAsync($"/appraisal/{edition.Year}")).QuerySelectorAll(".criteria-note").Select(note => note.TextContent.Trim())
            .ShouldContain("đã trả lại 1 tiêu chí, cơ quan trả lời bằng lời 1");
        (await reader.OpenAsync(edition.Bench)).QuerySelectorAll(".bench-list li")
            .Where(line => line.TextContent.Contains("có trả lời", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .QuerySelector(".bench-code").ShouldNotBeNull().TextContent.ShouldBe("A.1");
        (await reader.OpenAsync($"/appraisal/{edition.Year}/groups/small/criteria/A.1")).QuerySelectorAll(".bench-warning")
            .Select(mark => mark.TextContent).ShouldContain("đã trả lại, cơ quan có trả lời");
        (await assessor.OpenAsync($"{own}/check")).Body.ShouldNotBeNull().TextContent.ShouldContain(Answer);
        (await assessor.OpenAsync(form)).QuerySelectorAll("[name^='Answers[']").ShouldBeEmpty();
        using var report = await assessor.GetAsync($"{own}/papers?handler=Report");
        PdfTools.Text(await report.Content.ReadAsByteArrayAsync()).ShouldContain("III. Trả lời nội dung được yêu cầu chỉnh sửa");
    }

    [Fact]
    public async Task An_answer_is_taken_by_programs_with_its_version_where_something_was_given_back_and_nowhere_else()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var returned = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "Xem lại số liệu");
        var (first, second) = (await app.SignedInAsync(Role.Assessor), await app.SignedInAsync(Role.Approver));
        (await AnswerAsync(first, "A.1", "Một", 0)).Status.ShouldBe(HttpStatusCode.OK);
        var overtaken = await AnswerAsync(second, "A.1", "Hai", 0);
        overtaken.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        overtaken.Told.ShouldContain("Một");
        (await AnswerAsync(second, "A.1", "Hai", 1)).Status.ShouldBe(HttpStatusCode.OK);
        (await AnswerAsync(second, "A.1", new('a', 1001), 2)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(second, "A.2", "Ba", 0)).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(HttpStatusCode.Conflict), answer => answer.Told.ShouldContain("assessment.not-given-back"));
        (await AnswerAsync(second, "X.9", "Ba", 0)).Status.ShouldBe(HttpStatusCode.NotFound);
        using (var listed = await first.GetApiAsync(Address("")))
            (await listed.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
                told => told.ShouldContain("Xem lại số liệu"), told => told.ShouldContain("\"text\":\"Hai\",\"version\":2"));
        (await AnswerAsync(first, "A.1", "", 2)).Status.ShouldBe(HttpStatusCode.OK);
        (await edition.AssessmentAsync()).Answers.ShouldBeEmpty();
        (await edition.TrailAsync()).Where(entry => entry.Verb == "assessment.answer-return")
            .Select(entry => (entry.AccountName, entry.Before, entry.After)).ShouldBe([
                ("Nguyễn Thị Nhập", "{}", """{"answer": "Một"}"""),
                ("Trần Văn Duyệt", """{"answer": "Một"}""", """{"answer": "Hai"}"""),
                ("Nguyễn Thị Nhập", """{"answer": "Hai"}""", "{}"),
            ]);
        using var explained = await second.SendFormAsync(
            $"/assessments/{edition.Year}/{RunningEdition.Agency}/components/A", new() { [FarFromLastYear] = "Đúng" }, "main form");
        using var submitted = await second.SendFormAsync(
            $"/assessments/{edition.Year}/{RunningEdition.Agency}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        (await AnswerAsync(first, "A.1", "Muộn", 0)).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(HttpStatusCode.Conflict), answer => answer.Told.ShouldContain("assessment.submitted"));

        string Address(string criterion) =>
            $"editions/{edition.Year}/agencies/{RunningEdition.Agency}/returned{(criterion.Length == 0 ? "" : "/" + criterion)}";
        async Task<(HttpStatusCode Status, string Told)> AnswerAsync(Visitor by, string criterion, string value, int version)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri($"/da-nang/api/v1/{Address(criterion)}", UriKind.Relative))
            {
                Content = JsonContent.Create(new { value }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            request.Headers.Add("RequestVerificationToken", await by.TokenAsync(
                $"/assessments/{edition.Year}/{RunningEdition.Agency}/components/A"));
            using var answer = await by.Http.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task What_became_final_is_shown_with_its_digest_and_is_stale_once_something_of_it_changes()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        var visitor = await app.SignedInAsync(Role.LeadAppraiser);
        var signed = (await visitor.OpenAsync(edition.Round)).GetElementById("signed-result").ShouldNotBeNull();
        signed.TextContent.ShouldContain("Kết quả thẩm định cuối cùng, xác nhận lúc");
        signed.TextContent.ShouldContain("Khớp với nội dung hiện tại.");
        var digest = signed.QuerySelector(".digest").ShouldNotBeNull().TextContent;
        (await edition.TrailAsync())[^1].After.ShouldNotBeNull().ShouldContain(digest);

        await app.InDatabaseAsync("da-nang", async db =>
        {
            var entry = await db.Set<FigureEntry>().AsTracking().SingleAsync(entry =>
                entry.Year == edition.Year && entry.Agency == RunningEdition.Agency && entry.Figure == "files-online");
            entry.Correct("40", ReasonCode.Other, "Sửa ngoài quy trình", entry.DeclaredBy.ShouldNotBeNull(), DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        var page = await visitor.OpenAsync(edition.Round);
        page.GetElementById("signed-result").ShouldNotBeNull().TextContent.ShouldContain("Nội dung hiện tại đã khác.");
        page.GetElementById("changed-since-closed").ShouldNotBeNull().TextContent.ShouldMatch(
            @"A\.1 .*30,00 → 24,00 điểm \(số liệu đã thay đổi\)");
        var own = await (await app.SignedInAsync(Role.Assessor)).OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}/result");
        own.GetElementById("signed-result").ShouldNotBeNull().TextContent.ShouldContain(digest);
    }

    /// <summary>What a test before this one left may lie a year before.</summary>
    private const string FarFromLastYear = "Clarifications[jump:files-online]";

    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page.QuerySelector(".govuk-error-summary, [role=alert]").ShouldNotBeNull().TextContent;
    }
}
