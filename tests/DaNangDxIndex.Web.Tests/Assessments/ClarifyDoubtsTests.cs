using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>A warning asks for a sentence of the agency: written beside the field, kept with the assessment, read by who decides.</summary>
public sealed class ClarifyDoubtsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Above = "above:files-online~files-received";

    [Fact]
    public async Task A_part_above_its_whole_earns_nothing_until_the_agency_has_said_why_and_then_everywhere()
    {
        var (edition, assessor) = await DoubtedAsync();
        var visitor = await app.SignedInAsync(Role.Assessor);
        (await PointsAsync()).ShouldBe(("0,00", "0.00"));

        using var answer = await assessor.ClarifyAsync(Above, "Gồm cả hồ sơ năm trước chuyển sang.");

        var saved = await Saving.BodyAsync(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, saved.ToJsonString());
        saved["criteria"].ShouldNotBeNull()[0].ShouldNotBeNull()["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("50,00");
        saved["doubts"].ShouldNotBeNull()[0].ShouldNotBeNull()["isAnswered"].ShouldNotBeNull().GetValue<bool>().ShouldBeTrue();
        (await PointsAsync()).ShouldBe(("50,00", "50.00"));

        async Task<(string?, string?)> PointsAsync()
        {
            var page = await visitor.OpenAsync($"{edition.Path}/components/A");
            using var told = await visitor.GetApiAsync($"editions/{edition.Year}/agencies/{edition.Agency}/assessment");
            var self = (await Saving.BodyAsync(told))["selfAssessed"].ShouldNotBeNull()["criteria"].ShouldNotBeNull().AsArray();
            return (page.QuerySelector("[data-criterion='A.1'] [data-points]")?.TextContent, (string?)self[0]?["points"]);
        }
    }

    [Fact]
    public async Task Values_that_change_ask_for_another_sentence_and_the_former_one_is_shown()
    {
        var (edition, assessor) = await DoubtedAsync();
        using var first = await assessor.ClarifyAsync(Above, "Gồm cả hồ sơ năm trước.");

        var doubt = (await assessor.SavedAsync("files-online", "130", version: 1))["doubts"].ShouldNotBeNull()[0].ShouldNotBeNull();

        doubt["isAnswered"].ShouldNotBeNull().GetValue<bool>().ShouldBeFalse();
        doubt["earlier"].ShouldNotBeNull().GetValue<string>().ShouldBe("Gồm cả hồ sơ năm trước.");
        var page = await (await app.SignedInAsync(Role.Assessor)).OpenAsync($"{edition.Path}/components/A");
        page.QuerySelector("[data-criterion='A.1'] [data-points]").ShouldNotBeNull().TextContent.ShouldBe("0,00");
        page.QuerySelector("[data-doubt]").ShouldNotBeNull().TextContent.ShouldContain("Gồm cả hồ sơ năm trước.");
        using var second = await assessor.ClarifyAsync(Above, "Vẫn đúng.", version: 1);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_is_laid_before_the_approver_or_submitted_while_a_warning_has_no_sentence()
    {
        var (edition, saving) = await DoubtedAsync();
        var (assessor, approver) = (await app.SignedInAsync(Role.Assessor), await app.SignedInAsync(Role.Approver));

        var refused = await Visitor.ReadAsync(await approver.SendFormAsync($"{edition.Path}/check", [], "form[action*=Submit]"));

        refused.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("1 cảnh báo chưa có thuyết minh");
        refused.QuerySelector(".doubted a").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull()
            .ShouldEndWith("/components/A?back=files-online#Figures_files-online_");
        using (var asked = await assessor.SendFormAsync($"{edition.Path}/check", [], "form[action*=Ask]"))
        {
            asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await Visitor.ReadAsync(asked)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent
                .ShouldContain("Chưa trình được: 1 cảnh báo chưa có thuyết minh");
        }
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);

        using (await saving.ClarifyAsync(Above, "Gồm cả hồ sơ năm trước."))
        using (var submitted = await approver.SendFormAsync(
            $"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]"))
            submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await approver.OpenAsync($"{edition.Path}/check")).QuerySelector(".doubted").ShouldNotBeNull().TextContent
            .ShouldContain("Gồm cả hồ sơ năm trước.");
    }

    [Fact]
    public async Task The_appraiser_reads_the_warning_with_the_agencys_sentence()
    {
        var (edition, saving) = await DoubtedAsync();
        using (await saving.ClarifyAsync(Above, "Gồm cả hồ sơ năm trước."))
        using (await (await app.SignedInAsync(Role.Approver)).SendFormAsync(
            $"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]"))
        {
            var bench = await (await app.SignedInAsync(Role.LeadAppraiser))
                .OpenAsync($"/appraisal/{edition.Year}/{edition.Agency}?criterion=A.1");

            var doubt = bench.QuerySelector(".doubt").ShouldNotBeNull().TextContent;
            doubt.ShouldContain("lớn hơn");
            doubt.ShouldContain("Gồm cả hồ sơ năm trước.");
        }
    }

    [Fact]
    public async Task An_error_stops_submitting_whatever_is_said()
    {
        var edition = await OpenEdition.AddAsync(app);
        var saving = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await saving.SavedAsync("files-received", "0");
        await saving.SavedAsync("files-online", "5");

        using (var said = await saving.ClarifyAsync("nothing:files-online~files-received", "Đúng vậy"))
            said.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var refused = await Visitor.ReadAsync(
            await (await app.SignedInAsync(Role.Approver)).SendFormAsync($"{edition.Path}/check", [], "form[action*=Submit]"));

        refused.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("không thể cùng đúng");
    }

    [Fact]
    public async Task Without_a_script_the_sentence_goes_with_the_save_button_and_a_long_one_is_refused_beside_its_field()
    {
        var (edition, _) = await DoubtedAsync();
        var assessor = await app.SignedInAsync(Role.Assessor);

        var refused = await Visitor.ReadAsync(await assessor.SendFormAsync(
            $"{edition.Path}/components/A", new() { [$"Clarifications[{Above}]"] = new('a', 1001) }, "main form"));
        refused.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("1000 ký tự");
        using var saved = await assessor.SendFormAsync(
            $"{edition.Path}/components/A", new() { [$"Clarifications[{Above}]"] = " Đã rà soát. " }, "main form");

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await assessor.OpenAsync($"{edition.Path}/components/A")).QuerySelector("[data-doubt] textarea").ShouldNotBeNull().TextContent
            .Trim().ShouldBe("Đã rà soát.");
    }

    [Fact]
    public async Task The_second_of_two_people_overwrites_no_sentence_unseen_and_both_stand_in_the_trail()
    {
        var (edition, first) = await DoubtedAsync();
        var second = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Approver));
        using (await first.ClarifyAsync(Above, "Một"))
        using (var overtaken = await second.ClarifyAsync(Above, "Hai"))
        {
            overtaken.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
            (await Saving.BodyAsync(overtaken))["theirs"].ShouldNotBeNull().GetValue<string>().ShouldBe("Một");
        }
        using (var knowing = await second.ClarifyAsync(Above, "Hai", version: 1))
            knowing.StatusCode.ShouldBe(HttpStatusCode.OK);

        var told = await app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>()
            .Where(entry => entry.Verb == "figure.clarify" && entry.Subject.StartsWith($"editions/{edition.Year}/"))
            .OrderBy(entry => entry.Number).Select(entry => new { entry.AccountName, entry.After }).ToListAsync());
        told.Select(entry => entry.AccountName).ShouldBe(["Nguyễn Thị Nhập", "Trần Văn Duyệt"]);
        told[1].After.ShouldNotBeNull().ShouldContain("Hai");
    }

    [Fact]
    public async Task A_jump_against_last_year_is_doubted_once_last_year_was_handed_in()
    {
        var last = await OpenEdition.AddAsync(app);
        await (await Saving.AsAsync(last, await app.SignedInAsync(Role.Assessor))).SavedAsync("files-received", "100");
        var edition = await OpenEdition.AddAsync(app);
        var saving = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        (await saving.SavedAsync("files-received", "150"))["doubts"].ShouldNotBeNull().AsArray().ShouldBeEmpty();

        using (var submitted = await (await app.SignedInAsync(Role.Approver)).SendFormAsync(
            $"{last.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]"))
            submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var doubt = (await saving.SavedAsync("files-received", "160", version: 1))["doubts"].ShouldNotBeNull()[0].ShouldNotBeNull();
        doubt["key"].ShouldNotBeNull().GetValue<string>().ShouldBe("jump:files-received");
        doubt["sentence"].ShouldNotBeNull().GetValue<string>().ShouldContain("tăng 60%");
    }

    private async Task<(OpenEdition Edition, Saving Assessor)> DoubtedAsync()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("files-received", "100");
        await assessor.SavedAsync("files-online", "120");
        return (edition, assessor);
    }
}
