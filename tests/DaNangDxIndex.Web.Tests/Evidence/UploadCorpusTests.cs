using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Evidence.Scanning;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// Every kind of file that may come, sent to the running product, with what it says to each in both languages: docs/evidence-files.md is
/// written by this test and compared with it.
/// </summary>
public sealed class UploadCorpusTests : ScannedTests
{
    private static readonly string Kept = Path.Combine(Repository.Root, "docs/evidence-files.md");

    private static (string What, string Name, byte[] Content)[] Corpus =>
    [
        ("PDF", "ke-hoach.pdf", SampleFiles.Pdf),
        ("PNG", "anh.png", SampleFiles.Png()),
        ("JPEG", "anh.jpg", SampleFiles.Jpeg()),
        ("WebP", "anh.webp", SampleFiles.Webp("VP8L", 2, 2)),
        ("DOCX", "bao-cao.docx", SampleFiles.Docx()),
        ("XLSX", "bang.xlsx", SampleFiles.Office("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
        ("PPTX", "trinh-chieu.pptx", SampleFiles.Office("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
        ("a picture that is called a PDF", "scan.pdf", SampleFiles.Png(3, 3)),
        ("nothing", "trong.pdf", []),
        ("one byte more than the limit", "lon.pdf", new byte[FolderRules.LargestFile + 1]),
        ("HTML that is called a PDF", "trang.pdf", "<html><script>alert(1)</script></html>"u8.ToArray()),
        ("SVG", "hinh.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()),
        ("a plain ZIP", "nen.docx", SampleFiles.Zip([("a.txt", [1])])),
        ("an old Office file", "cu.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024]]),
        ("a PDF with a password", "mat-khau.pdf",
            SampleFiles.PdfWith("<< /Type /Catalog >>", "<< /Root 1 0 R /Encrypt 2 0 R >>")),
        ("a DOCX with macros", "macro.docx", SampleFiles.Docx(("word/vbaProject.bin", [1]))),
        ("a PDF cut short", "dut.pdf", SampleFiles.Pdf[..^20]),
        ("a DOCX of 300 KB that unfolds to 300 MB", "bom.docx", SampleFiles.Docx(("word/document.xml", new byte[300 * 1024 * 1024]))),
        ("a PDF nested 100,000 deep", "long.pdf", SampleFiles.PdfWith(new string('[', 100_000))),
        ("a PNG of 60,000 x 60,000 pixels", "anh-lon.png", SampleFiles.Png(60_000, 60_000)),
        ("a name of 300 characters", new string('a', 296) + ".pdf", SampleFiles.PdfWith("<< /Name /Long >>")),
        ("a name with a sign that turns the writing", "bao\u202Efdp.exe", SampleFiles.Pdf),
        ("the ending of a program before that of a PDF", "bao-cao.exe.pdf", SampleFiles.Pdf),
        ("a name with a path", "../../etc/ke-hoach-2.pdf", SampleFiles.PdfWith("<< /Name /Path >>")),
    ];

    /// <summary>DX_WRITE_CORPUS=true writes the file anew; read every line of the difference: officials are told these sentences.</summary>
    [Fact]
    public async Task Every_file_is_answered_as_the_table_says()
    {
        var edition = await OpenEdition.AddAsync(App);
        var shelf = await Shelf.OfAsync(App, edition);
        var lines = new List<string>();
        foreach (var (what, name, content) in Corpus)
            lines.Add(await LineAsync(what, language => UploadAsync(shelf, name, content, language)));
        lines.AddRange(await ScannedAsync(edition, shelf));
        var told = Head + string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("DX_WRITE_CORPUS") == "true")
            await File.WriteAllTextAsync(Kept, told);

        told.ShouldBe(await File.ReadAllTextAsync(Kept));
    }

    /// <summary>What a scanner makes of files: found, slow, stopped.</summary>
    private async Task<List<string>> ScannedAsync(OpenEdition edition, Shelf shelf)
    {
        var infected = await shelf.UploadedAsync([.. Shelf.Pdf(), .. Encoding.ASCII.GetBytes($"% {FakeClamd.Eicar}\n%%EOF\n")]);
        await App.InTenantAsync("da-nang", at => at.GetRequiredService<ScanWork>().RunAsync(CancellationToken.None));
        Clamd.Patience = new TaskCompletionSource().Task;
        var approver = await Shelf.OfAsync(App, edition, Role.Approver);
        var piece = await shelf.UploadedAsync();
        using (await shelf.AttachAsync(edition, piece, "A.2"))
        using (var submitted = await approver.ActAsync(edition, "submit"))
            submitted.IsSuccessStatusCode.ShouldBeTrue();
        var appraiser = new Shelf(await App.SignedInAsync(Role.Appraiser), edition.Agency);
        var attached = $"editions/{edition.Year}/agencies/{edition.Agency}/appraisal/evidence/"
            + $"{await shelf.AttachmentAsync(edition, "A.2", piece)}/revisions/1/file";
        var slow = await LineAsync("handed out while clamd takes its time", language => GetAsync(appraiser, attached, language));
        await Clamd.DisposeAsync();
        return
        [
            await LineAsync("handed out after clamd found EICAR in it", language =>
                GetAsync(shelf, $"agencies/{edition.Agency}/evidence/{infected}/revisions/1/file", language)),
            slow,
            await LineAsync("handed out while clamd is stopped", language => GetAsync(appraiser, attached, language)),
        ];
    }

    private static async Task<string> LineAsync(string what, Func<string, Task<HttpResponseMessage>> ask)
    {
        using var first = await ask("vi");
        if (first.IsSuccessStatusCode)
        {
            var file = (await Shelf.BodyAsync(first))["file"].ShouldNotBeNull();
            return $"| {what} | {(int)first.StatusCode} | kept as {file["type"]}, “{file["name"]}” | |";
        }
        using var second = await ask("en");
        var (vi, en) = (await Shelf.BodyAsync(first), await Shelf.BodyAsync(second));
        second.StatusCode.ShouldBe(first.StatusCode);
        return $"| {what} | {(int)first.StatusCode} `{vi["type"]?.GetValue<string>().Split('/')[^1]}` | {vi["detail"]} | {en["detail"]} |";
    }

    private static Task<HttpResponseMessage> UploadAsync(Shelf shelf, string name, byte[] content, string language) =>
        SendAsync(shelf, HttpMethod.Post, "agencies/w25-hai-chau/evidence/files", language, new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", name },
        });

    private static Task<HttpResponseMessage> GetAsync(Shelf shelf, string path, string language) =>
        SendAsync(shelf, HttpMethod.Get, path, language, null);

    private static async Task<HttpResponseMessage> SendAsync(
        Shelf shelf, HttpMethod method, string path, string language, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/da-nang/api/v1/{path}", UriKind.Relative)) { Content = content };
        request.Headers.Add("RequestVerificationToken", await shelf.Visitor.TokenAsync("/work"));
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await shelf.Visitor.Http.SendAsync(request);
    }

    private const string Head = """
        # What becomes of a file

        Written by `UploadCorpusTests` from what the running product answers, and compared with it at every run; `DX_WRITE_CORPUS=true`
        writes it anew. Files are judged by their content, whatever their name says; the sentence is the same on the page and by the API.

        | file | answer | in Vietnamese | in English |
        |---|---|---|---|

        """;
}
