using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Typesetting;
using DaNangDxIndex.Wordprocessing;

namespace DaNangDxIndex.Documents;

/// <summary>The documents of a version, before and after it is published, for those who prepare and sign it.</summary>
public sealed class DocumentsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Before_publication_all_documents_are_drafts_with_number_and_day_left_open()
    {
        var edition = await Signing.FinalAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        var page = $"/editions/{edition.Year}/documents";
        (await office.OpenAsync($"/editions/{edition.Year}/preview")).QuerySelector($"a[href$='{page}']").ShouldNotBeNull();
        (await office.OpenAsync(page)).Body.ShouldNotBeNull().TextContent.ShouldContain("Theo kết quả hiện tại, chưa công bố");

        using var decision = await DocxAsync(office, $"{page}?handler=Draft&kind=Decision");
        decision.InOrder(
            "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "Số:         /QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "Đà Nẵng, ngày      tháng", "DỰ THẢO", "QUYẾT ĐỊNH", "Công bố kết quả", $"năm {edition.Year}",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "Căn cứ", "Theo đề nghị", "Điều 1.", "Phụ lục I. Kết quả xếp hạng",
            "03 cơ quan, đơn vị", "Điều 4.", "./.", "Nơi nhận:", "CHỦ TỊCH");
        using var submission = await DocxAsync(office, $"{page}?handler=Draft&kind=Submission");
        submission.InOrder(
            "/TTr-", "DỰ THẢO", "TỜ TRÌNH", "Kính gửi: Chủ tịch Ủy ban nhân dân", "02 trung bình", "Kính trình", "Phụ lục I.");
        PdfTools.Text(await FileAsync(office, $"{page}?handler=Annexes&form=pdf")).ShouldContain("DỰ THẢO");
        foreach (var text in (string[])[decision.Text, submission.Text])
            text.ShouldNotContain("{{");
    }

    [Fact]
    public async Task After_publication_they_bear_number_and_day_and_only_the_kind_that_was_published_is_offered()
    {
        var edition = await Signing.PublishedAsync(app);
        var signatory = await app.SignedInAsync(Role.Signatory);
        var page = $"/editions/{edition.Year}/documents";
        (await signatory.OpenAsync($"/editions/{edition.Year}/published/1")).QuerySelector($"a[href*='{page}']").ShouldNotBeNull();
        var shown = await signatory.OpenAsync(page);
        shown.QuerySelector("a[href*='kind=Decision']").ShouldNotBeNull();
        shown.QuerySelector("a[href*='kind=Notice']").ShouldBeNull();

        using var decision = await DocxAsync(signatory, $"{page}?handler=Draft&kind=Decision");
        decision.InOrder("Số: 684/QĐ-UBND", "Đà Nẵng, ngày 05 tháng 3 năm 2027", "QUYẾT ĐỊNH", "Phụ lục I.");
        decision.Text.ShouldNotContain("DỰ THẢO");
    }

    [Fact]
    public async Task The_office_fills_its_own_template_and_goes_back_to_the_built_in_one()
    {
        var edition = await Signing.FinalAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        using var kept = await UploadAsync(office, "Notice", Template(
            "{{du_thao}}", "THÔNG BÁO RIÊNG số {{so_ky_hieu}}, {{ngay_ban_hanh}}", "Năm {{nam}}", "{{danh_muc_phu_luc}}"));
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect, await kept.Content.ReadAsStringAsync());
        var page = await office.OpenAsync("/documents/templates");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("Đang dùng mẫu của cơ quan: mau.docx");

        var draft = $"/editions/{edition.Year}/documents?handler=Draft&kind=Notice";
        using (var own = await DocxAsync(office, draft))
            own.InOrder("DỰ THẢO", "THÔNG BÁO RIÊNG số         /TB-UBND, ngày", $"Năm {edition.Year}", "Phụ lục I.");
        DocxTemplate.Open(await FileAsync(office, "/documents/templates?handler=File&kind=Notice")).Fields.Count.ShouldBe(5);

        using var dropped = await office.PostAsync("/documents/templates?handler=Drop", new() { ["Kind"] = "Notice" });
        dropped.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var built = await DocxAsync(office, draft))
            built.InOrder("DỰ THẢO", "THÔNG BÁO", "Kết quả đánh giá, xếp hạng");
        (await TestApp.ListAsync(app.Superuser, "SELECT verb FROM audit_entry WHERE subject = 'templates/notice' ORDER BY number"))
            .ShouldBe(["template.keep", "template.drop"]);
    }

    [Fact]
    public async Task Unknown_and_missing_fields_are_all_named_beside_the_file_and_nothing_is_kept()
    {
        var office = await app.SignedInAsync(Role.Office);
        using var refused = await UploadAsync(office, "Submission", Template("{{nam}} {{ten_ho}}"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        var why = page.GetElementById("file-submission-error").ShouldNotBeNull().TextContent;
        why.ShouldContain("Trường không có trong danh sách: {{ten_ho}}.");
        why.ShouldContain("Thiếu trường bắt buộc: {{du_thao}}, {{ket_qua_cac_khoi}}.");
        page.QuerySelectorAll("tbody th code").Select(code => code.TextContent).ShouldContain("{{ket_qua_cac_khoi}}");
        using var none = await UploadAsync(office, "Submission", null);
        (await Visitor.ReadAsync(none)).GetElementById("file-submission-error").ShouldNotBeNull().TextContent
            .ShouldContain("Chọn tệp .docx");
        (await TestApp.AskAsync<long>(app.Superuser, "SELECT count(*) FROM document_template WHERE kind = 'submission'")).ShouldBe(0);
    }

    [Fact]
    public async Task Others_than_office_and_committee_have_no_documents_and_none_are_there_before_results()
    {
        var edition = await Signing.FinalAsync(app);
        foreach (var role in (Role[])[Role.Approver, Role.LeadAppraiser, Role.Auditor])
            (await (await app.SignedInAsync(role)).GetAsync($"/editions/{edition.Year}/documents")).StatusCode
                .ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Redirect);
        var office = await app.SignedInAsync(Role.Office);
        (await office.GetAsync($"/editions/{edition.Year}/documents?version=2")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.GetAsync("/editions/1999/documents")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.GetAsync($"/editions/{edition.Year}/documents?handler=Draft&kind=9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var signatory = await (await app.SignedInAsync(Role.Signatory)).GetAsync("/documents/templates");
        signatory.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static byte[] Template(params string[] lines) =>
        OfficialDocx.Write("vi", "Mẫu", "", [.. lines.Select(line => new DocxLine(line).Paragraph), OfficialDocx.Section()]);

    private static async Task<HttpResponseMessage> UploadAsync(Visitor office, string kind, byte[]? file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await office.TokenAsync("/documents/templates")), "__RequestVerificationToken" },
            { new StringContent(kind), "Kind" },
        };
        if (file is not null)
            form.Add(new ByteArrayContent(file), "file", "mau.docx");
        return await office.Http.PostAsync(new Uri(office.Address("/documents/templates"), UriKind.Relative), form);
    }

    private static async Task<ReadDocx> DocxAsync(Visitor visitor, string path) => ReadDocx.Of(await FileAsync(visitor, path));

    private static async Task<byte[]> FileAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
