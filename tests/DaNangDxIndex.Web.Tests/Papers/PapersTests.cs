using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Typesetting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DaNangDxIndex.Papers;

/// <summary>Report and minutes on paper: the same words as PDF and DOCX, with the digest; and the signed scan kept beside them.</summary>
public sealed class PapersTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_report_says_what_was_declared_in_both_forms_under_one_digest()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var saving = await Saving.AsAsync(edition, assessor);
        await saving.SavedAsync("coverage", "98,06");
        var page = await assessor.OpenAsync($"{edition.Path}/papers");
        var digest = page.QuerySelector(".digest").ShouldNotBeNull().TextContent;

        var pdf = PdfTools.Text(await FileAsync(assessor, $"{edition.Path}/papers?handler=Report"));
        foreach (var words in (string[])["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", $"năm {edition.Year}", "98,06", "9,81", digest])
            pdf.ShouldContain(words);
        pdf.ShouldContain("Bản dự thảo, hồ sơ chưa nộp");
        var docx = Docx(await FileAsync(assessor, $"{edition.Path}/papers?handler=Report&form=docx"));
        foreach (var words in (string[])["Độc lập - Tự do - Hạnh phúc", "Tỷ lệ phủ sóng: 98,06", "9,81", digest])
            docx.ShouldContain(words);
        (await FileAsync(assessor, $"{edition.Path}/papers?handler=Report"))
            .ShouldBe(await FileAsync(assessor, $"{edition.Path}/papers?handler=Report"), "the same content gives the same bytes");
    }

    [Fact]
    public async Task The_agency_has_the_minutes_once_it_hears_them_and_the_bench_before()
    {
        var edition = await RunningEdition.AddAsync(app, others: AssessmentState.NotSubmitted, rounds: 2);
        var lead = await Appraiser.OfAsync(app, edition);
        using var set = await lead.DecideAsync(
            "A.1", VerdictDecision.Points, "10", ReasonCode.EvidenceInsufficient, "Chưa thấy số liệu của Cổng dịch vụ công");
        var bench = $"{edition.Bench}/papers?handler=Minutes";
        var own = $"/assessments/{edition.Year}/{RunningEdition.Agency}/papers?handler=Minutes";
        var assessor = await app.SignedInAsync(Role.Assessor);
        using (var early = await assessor.GetAsync(own))
            early.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var draft = PdfTools.Text(await FileAsync(await app.SignedInAsync(Role.LeadAppraiser), bench));
        draft.ShouldContain("Bản dự thảo");
        draft.ShouldContain("Chưa thẩm định");

        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        var text = PdfTools.Text(await FileAsync(assessor, own));
        text.ShouldContain("BIÊN BẢN");
        text.ShouldContain("Điều chỉnh điểm");
        Docx(await FileAsync(assessor, own + "&form=docx")).ShouldContain("Chưa thấy số liệu của Cổng dịch vụ công");
    }

    [Fact]
    public async Task A_signed_scan_is_kept_with_the_assessment_and_says_whether_it_is_still_of_the_same_content()
    {
        var edition = await OpenEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var (page, scan) = ($"{edition.Path}/papers", Shelf.Pdf($"signed {edition.Year}"));
        using var sent = await SendAsync(assessor, page, scan);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        (await TextAsync(assessor, page)).ShouldContain("Khớp với nội dung hồ sơ hiện tại");
        using var again = await SendAsync(assessor, page, scan);
        (await assessor.OpenAsync(page)).QuerySelectorAll(".attached li").Length.ShouldBe(1, "the same scan of the same content is one");
        using var report = await SendAsync(
            assessor, page, await FileAsync(assessor, $"{page}?handler=Report&form=docx"), "bao-cao.docx");
        report.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(report)).GetElementById("file-error").ShouldNotBeNull().TextContent
            .ShouldContain("Quét bản giấy đã ký rồi tải lên.");
        await (await Saving.AsAsync(edition, assessor)).SavedAsync("coverage", "5");
        (await TextAsync(assessor, page)).ShouldContain("Hồ sơ đã thay đổi so với khi lưu bản ký");
        (await TestApp.AskAsync<string>(app.Superuser,
            $"SELECT verb FROM audit_entry WHERE subject = 'editions/{edition.Year}/agencies/{edition.Agency}' ORDER BY number DESC"))
            .ShouldBe("assessment.keep-signed");
    }

    [Fact]
    public async Task A_scan_that_meets_a_busy_database_halfway_is_answered_as_such_and_kept_when_it_is_sent_again()
    {
        await using var busy = new Busy();
        await busy.App.InitializeAsync();
        var edition = await OpenEdition.AddAsync(busy.App);
        var assessor = await busy.App.SignedInAsync(Role.Assessor);
        var (page, scan) = ($"{edition.Path}/papers", Shelf.Pdf($"signed {edition.Year}"));
        await using (await HeldLock.ByAsync(busy.App, $"SELECT 1 FROM assessment WHERE year = {edition.Year} FOR UPDATE"))
        {
            using var refused = await SendAsync(assessor, page, scan);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        using var sent = await SendAsync(assessor, page, scan);

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        (await TextAsync(assessor, page)).ShouldContain("Khớp với nội dung hồ sơ hiện tại");
    }

    /// <summary>The program over a database whose locks are waited for only a moment.</summary>
    private sealed class Busy : IAsyncDisposable
    {
        public TestApp App { get; } = new() { More = ";Options=-c lock_timeout=300ms" };

        public async ValueTask DisposeAsync() => await App.DisposeAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor assessor, string page, byte[] scan, string name = "bao-cao-ky.pdf")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await assessor.TokenAsync(page)), "__RequestVerificationToken" },
            { new ByteArrayContent(scan), "file", name },
        };
        return await assessor.Http.PostAsync(new Uri(assessor.Address(page), UriKind.Relative), form);
    }

    private static async Task<string> TextAsync(Visitor visitor, string path) =>
        (await visitor.OpenAsync(path)).Body.ShouldNotBeNull().TextContent;

    private static async Task<byte[]> FileAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static string Docx(byte[] file)
    {
        using var content = new MemoryStream(file);
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(fault => fault.Description).ShouldBeEmpty();
        return document.MainDocumentPart.ShouldNotBeNull().Document.ShouldNotBeNull().InnerText;
    }
}
