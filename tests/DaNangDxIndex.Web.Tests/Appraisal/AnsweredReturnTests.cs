using System.Net;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Appraisal;

/// <summary>What was given back is mended or answered in words, and everybody who decides sees which.</summary>
[Collection(RoundsApp.Name)]
public sealed class AnsweredReturnTests(TestApp app)
{
    /// <summary>What a test before this one left may lie a year before.</summary>
    private const string FarFromLastYear = "Clarifications[jump:files-online]";

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
}
