using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Spreadsheets.Reading;
using static DaNangDxIndex.Assessments.ByFile.SentForm;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>Explanations and answers go out and come back in the spreadsheet, beside the figures.</summary>
[Collection(ByFileApp.Name)]
public sealed class SentencesByFileTests(TestApp app)
{
    [Fact]
    public async Task Explanations_of_what_looks_unlikely_go_out_and_come_back_with_the_figures()
    {
        var (edition, assessor) = await app.BeginAsync(("files-received", "100"));
        var template = await TemplateAsync(edition, assessor);
        var unsaid = await SendAsync(edition, assessor, FilledForm.With(template, ("files-online", 120m)));
        unsaid.GetElementById("open-doubts").ShouldNotBeNull().TextContent.ShouldContain("Còn phải thuyết minh hoặc sửa (1)");

        var file = FilledForm.Saying(
            FilledForm.With(template, ("files-online", 120m)), ("files-online", "Gồm hồ sơ năm trước."),
            ("articles", "Không có cảnh báo."));
        var preview = await SendAsync(edition, assessor, file);
        preview.GetElementById("open-doubts").ShouldBeNull();
        Rows(preview, "#said").ShouldHaveSingleItem().ShouldEndWith("| (để trống) | Gồm hồ sơ năm trước.");
        preview.GetElementById("not-taken").ShouldNotBeNull().TextContent.ShouldContain("Không có cảnh báo.");
        using var answer = await ApplyAsync(edition, assessor, preview);
        (await assessor.OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString())).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Đã ghi nhận 1 số liệu và 1 thuyết minh từ tệp.");
        (await app.TrailAsync(edition, "figure.clarify")).ShouldBe(1);

        var again = await TemplateAsync(edition, assessor);
        Rows(await SendAsync(edition, assessor, again), "#said").ShouldBeEmpty("it went out with the template and came back untouched");
        Rows(await SendAsync(edition, assessor, FilledForm.Saying(again, ("files-online", "Nói rõ hơn."))), "#said")
            .ShouldHaveSingleItem().ShouldEndWith("| Gồm hồ sơ năm trước. | Nói rõ hơn.");
        (await SendAsync(edition, assessor, FilledForm.Saying(again, ("files-online", new('x', 1001))), HttpStatusCode.UnprocessableEntity))
            .QuerySelector(".cell-faults").ShouldNotBeNull().TextContent.ShouldContain("Rút ngắn thuyết minh");
    }

    [Fact]
    public async Task What_was_given_back_is_answered_in_the_file_too_and_what_somebody_else_wrote_meanwhile_stays()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var returned = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "Xem lại số liệu");
        var (own, assessor) = ($"/assessments/{edition.Year}/{RunningEdition.Agency}", await app.SignedInAsync(Role.Assessor));
        var template = await TemplateAsync(own, assessor);
        (await SendAsync(own, assessor, template)).QuerySelector("#answers, #answers-not-taken").ShouldBeNull();
        var asked = TypedWorkbook.Read(template).Find("Trả lời yêu cầu chỉnh sửa").ShouldNotBeNull();
        asked.Rows[^1].Cells.Values.Select(cell => cell.Text).ShouldBe(["A.1", "Hồ sơ trực tuyến", "Xem lại số liệu"]);

        var preview = await SendAsync(own, assessor, FilledForm.Answering(template, ("A.1", "Số liệu đúng theo Cổng.")));
        Rows(preview, "#answers").ShouldBe(["A.1 Xem lại số liệu | (để trống) | Số liệu đúng theo Cổng."]);
        (await edition.AssessmentAsync()).Answers.ShouldBeEmpty();
        using var applied = await ApplyAsync(own, assessor, preview);
        (await assessor.OpenAsync(applied.Headers.Location.ShouldNotBeNull().ToString())).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Đã ghi nhận 1 nội dung trả lời yêu cầu chỉnh sửa từ tệp.");
        (await edition.AssessmentAsync()).Answers["A.1"].Sentence.ShouldBe("Số liệu đúng theo Cổng.");

        var late = await SendAsync(own, assessor, FilledForm.Answering(template, ("A.1", "Một câu khác.")));
        Rows(late, "#answers").ShouldBeEmpty("somebody has answered since the template was made");
        late.GetElementById("answers-not-taken").ShouldNotBeNull().TextContent.ShouldContain("Một câu khác.");
        var again = await TemplateAsync(own, assessor);
        (await SendAsync(own, assessor, again)).QuerySelector("#answers, #answers-not-taken").ShouldBeNull("it came back untouched");
        Rows(await SendAsync(own, assessor, FilledForm.Answering(again, ("A.1", "Nói rõ hơn."))), "#answers").ShouldHaveSingleItem();
        (await SendAsync(own, assessor, FilledForm.Answering(again, ("A.1", new('x', 1001))), HttpStatusCode.UnprocessableEntity))
            .QuerySelector(".cell-faults").ShouldNotBeNull().TextContent.ShouldContain("Rút ngắn nội dung trả lời");
    }
}
