using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Evidence;

/// <summary>Evidence beside its criterion: owed before submission, frozen by it, and marked where it came later.</summary>
public sealed class AttachmentTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Nothing_is_submitted_while_evidence_is_owed_and_the_refusal_leads_to_each_criterion()
    {
        var edition = await OpenEdition.AddAsync(app, evidenceFor: "A.2");
        var (assessor, approver) = (await Shelf.OfAsync(app, edition), await Shelf.OfAsync(app, edition, Role.Approver));
        ((await assessor.ShownAsync(edition, "A.2"))["owed"]?.GetValue<bool>()).ShouldBe(false, "nothing is claimed yet");
        await (await Saving.AsAsync(edition, assessor.Visitor)).SavedAsync("coverage", "98,06");

        using var asked = await assessor.Visitor.PostAsync($"{edition.Path}/check?handler=Ask", []);
        using var submitted = await approver.ActAsync(edition, "submit");

        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(asked);
        page.QuerySelector(".govuk-error-summary").ShouldNotBeNull()
            .TextContent.ShouldContain("1 tiêu chí bắt buộc có tài liệu kiểm chứng");
        page.QuerySelector("#owed-evidence").ShouldNotBeNull().ParentElement.ShouldNotBeNull().QuerySelector("a").ShouldNotBeNull()
            .GetAttribute("href").ShouldBe($"/da-nang/vi{edition.Path}/criteria/A.2/evidence");
        ((await Shelf.BodyAsync(submitted))["type"]?.GetValue<string>()).ShouldBe("/problems/evidence.owed");
        (await assessor.Visitor.OpenAsync($"{edition.Path}/components/A")).QuerySelector("#evidence-A\\.2").ShouldNotBeNull()
            .TextContent.ShouldContain("còn thiếu tài liệu kiểm chứng");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task A_piece_or_a_reason_is_enough()
    {
        var edition = await OpenEdition.AddAsync(app, evidenceFor: "A.2");
        var (assessor, approver) = (await Shelf.OfAsync(app, edition), await Shelf.OfAsync(app, edition, Role.Approver));
        await (await Saving.AsAsync(edition, assessor.Visitor)).SavedAsync("coverage", "98,06");

        using (var said = await assessor.SayWhyAsync(edition, "A.2", "Số liệu do doanh nghiệp viễn thông cung cấp."))
            (await Shelf.BodyAsync(said)).AsArray()
                .ShouldContain(item => item != null && item["reason"] != null && !item["owed"]!.GetValue<bool>());
        (await assessor.Visitor.OpenAsync($"{edition.Path}/check")).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("Số liệu do doanh nghiệp viễn thông cung cấp.");
        using (var taken = await assessor.SayWhyAsync(edition, "A.2", "", version: 1))
            taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var refused = await approver.ActAsync(edition, "submit"))
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var piece = await assessor.UploadedAsync();
        using (var attached = await assessor.AttachAsync(edition, piece, "A.2", "A.1"))
            attached.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var submitted = await approver.ActAsync(edition, "submit");

        submitted.StatusCode.ShouldBe(HttpStatusCode.OK, await submitted.Content.ReadAsStringAsync());
        (await app.InDatabaseAsync("da-nang",
            db => db.Set<AuditEntry>().Where(entry => entry.Subject.StartsWith($"editions/{edition.Year}/agencies/{edition.Agency}"))
            .OrderBy(entry => entry.Number).Select(entry => entry.Verb).ToListAsync())).ShouldBe(
                ["figure.declare", "evidence.say-why-none", "evidence.say-why-none", "evidence.attach", "assessment.submit"]);
    }

    [Fact]
    public async Task What_was_attached_after_the_page_was_opened_is_not_signed_unseen()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (assessor, approver) = (await Shelf.OfAsync(app, edition), await Shelf.OfAsync(app, edition, Role.Approver));
        var shown = (await approver.Visitor.OpenAsync($"{edition.Path}/check")).QuerySelector("input[name=shown]").ShouldNotBeNull()
            .GetAttribute("value");
        using (await assessor.AttachAsync(edition, await assessor.UploadedAsync(), "A.2"))
        {
            using var signed = await approver.Visitor.PostAsync($"{edition.Path}/check?handler=Submit",
                new() { ["shown"] = shown.ShouldNotBeNull() });

            signed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await Visitor.ReadAsync(signed)).Body.ShouldNotBeNull().TextContent.ShouldContain("Tài liệu kiểm chứng đã thay đổi.");
        }
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task What_the_appraiser_was_given_stays_and_what_comes_later_is_marked()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (assessor, approver) = (await Shelf.OfAsync(app, edition), await Shelf.OfAsync(app, edition, Role.Approver));
        var appraiser = await app.SignedInAsync(Role.Appraiser);
        var (first, second) = (Shelf.Pdf(), Shelf.Pdf());
        var piece = await assessor.UploadedAsync(first, title: "Ảnh chụp vùng phủ sóng");
        using (await assessor.AttachAsync(edition, piece, "A.2"))
        using (var submitted = await approver.ActAsync(edition, "submit"))
            submitted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var attachment = await assessor.AttachmentAsync(edition, "A.2", piece);

        using (var detached = await assessor.DetachAsync(edition, "A.2", attachment))
            detached.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using (await assessor.UploadAsync(second, "moi.pdf", "Bản chụp lại", piece))
        using (var later = await assessor.AttachAsync(edition, await assessor.UploadedAsync(title: "Bổ sung sau"), "A.2"))
            later.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var hidden = await assessor.SetHiddenAsync(piece, hidden: true))
            hidden.StatusCode.ShouldBe(HttpStatusCode.OK, "a submitted form keeps what it shows");

        var bench = (await appraiser.OpenAsync($"/appraisal/{edition.Year}/{edition.Agency}?criterion=A.2")).Body.ShouldNotBeNull();
        bench.TextContent.ShouldContain("Ảnh chụp vùng phủ sóng");
        bench.TextContent.ShouldContain("Bản 2, thêm sau khi nộp hồ sơ");
        bench.TextContent.ShouldContain("Bổ sung sau khi nộp hồ sơ");
        bench.QuerySelector("iframe").ShouldNotBeNull().GetAttribute("src").ShouldNotBeNull()
            .ShouldContain($"/appraisal/evidence/{attachment}/revisions/1/preview");
        foreach (var (number, content) in new[] { (1, first), (2, second) })
            (await FileAsync(appraiser, edition, attachment, number)).ShouldBe(content);
        (await appraiser.OpenAsync($"/appraisal/{edition.Year}")).Body.ShouldNotBeNull().TextContent.ShouldContain("Tài liệu kiểm chứng");
    }

    [Fact]
    public async Task A_recalled_form_lets_evidence_go_again()
    {
        var edition = await OpenEdition.AddAsync(app);
        var (assessor, approver) = (await Shelf.OfAsync(app, edition), await Shelf.OfAsync(app, edition, Role.Approver));
        var piece = await assessor.UploadedAsync();
        using (await assessor.AttachAsync(edition, piece, "A.2"))
        using (await approver.ActAsync(edition, "submit"))
        using (await approver.ActAsync(edition, "recall"))
            (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
        using (var hidden = await assessor.SetHiddenAsync(piece, hidden: true))
            hidden.StatusCode.ShouldBe(HttpStatusCode.Conflict, "it is attached");

        using var detached = await assessor.DetachAsync(edition, "A.2", await assessor.AttachmentAsync(edition, "A.2", piece));

        detached.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((await assessor.ShownAsync(edition, "A.2"))["evidence"]?.AsArray()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_script_a_file_is_uploaded_and_attached_by_one_form()
    {
        var edition = await OpenEdition.AddAsync(app, evidenceFor: "A.2");
        var assessor = await Shelf.OfAsync(app, edition);
        var page = $"{edition.Path}/criteria/A.2/evidence";

        using (var refused = await assessor.SendPageAsync($"{page}?handler=File", new byte[5], "a.pdf", ("Title", "Báo cáo"),
            ("Note", "Trang 7")))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await Visitor.ReadAsync(refused)).QuerySelector("#Note").ShouldNotBeNull().GetAttribute("value").ShouldBe("Trang 7");
        }
        using (var taken = await assessor.SendPageAsync($"{page}?handler=File", Shelf.Pdf(), "a.pdf", ("Title", "Báo cáo"),
            ("Note", "Trang 7")))
            taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var shown = (await assessor.Visitor.OpenAsync(page)).QuerySelector(".attached").ShouldNotBeNull().TextContent;
        shown.ShouldContain("Báo cáo");
        shown.ShouldContain("Trang 7");
    }

    [Fact]
    public async Task One_piece_is_shown_for_many_criteria_by_one_form()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await Shelf.OfAsync(app, edition);
        var piece = await assessor.UploadedAsync(title: "Báo cáo chung");

        using (var none = await assessor.Visitor.PostAsync($"{edition.Path}/evidence/{piece}", []))
            none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var criterion in new[] { "A.1", "B.1" })
        {
            using var attached = await assessor.Visitor.PostAsync($"{edition.Path}/evidence/{piece}", new() { ["criteria"] = criterion });
            attached.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await assessor.Visitor.OpenAsync($"{assessor.Folder}/pieces/{piece}")).Body.ShouldNotBeNull()
            .TextContent.ShouldContain($"Tiêu chí B.1, năm {edition.Year}");
    }

    private static async Task<byte[]> FileAsync(Visitor appraiser, OpenEdition edition, Guid attachment, int number)
    {
        using var file = await appraiser.GetApiAsync(
            $"editions/{edition.Year}/agencies/{edition.Agency}/appraisal/evidence/{attachment}/revisions/{number}/file");
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await file.Content.ReadAsByteArrayAsync();
    }
}
