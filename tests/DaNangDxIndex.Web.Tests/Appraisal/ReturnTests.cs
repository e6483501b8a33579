using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>An assessment goes back to its agency with what is to be mended, until a day.</summary>
[Collection(RoundsApp.Name)]
public sealed class ReturnTests(TestApp app)
{
    [Fact]
    public async Task A_return_names_a_criterion_or_changes_nothing()
    {
        var edition = await RunningEdition.AddAsync(app);
        (await Appraiser.RefusalAsync(await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", " "))).ShouldContain(
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
}
