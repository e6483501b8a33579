using System.Text;
using DaNangDxIndex.Evidence.Content;

namespace DaNangDxIndex.Evidence;

/// <summary>Files are judged by their content, and refused with a sentence of their own before they cost anything.</summary>
public sealed class FileContentTests
{
    private const string Excel = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Slides = "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    private const string Eicar = """X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*""";
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void What_is_really_one_of_the_kinds_is_taken()
    {
        KindOf(SampleFiles.Pdf).ShouldBe(FileType.Pdf);
        KindOf([0xEF, 0xBB, 0xBF, .. SampleFiles.Pdf]).ShouldBe(FileType.Pdf);
        KindOf(SampleFiles.Png()).ShouldBe(FileType.Png);
        KindOf(SampleFiles.Jpeg()).ShouldBe(FileType.Jpeg);
        foreach (var form in new[] { "VP8X", "VP8L", "VP8 " })
            KindOf(SampleFiles.Webp(form, 640, 480)).ShouldBe(FileType.Webp, form);
        KindOf(SampleFiles.Docx()).ShouldBe(FileType.Docx);
        KindOf(SampleFiles.Office(Excel)).ShouldBe(FileType.Xlsx);
        KindOf(SampleFiles.Office(Slides)).ShouldBe(FileType.Pptx);
    }

    [Fact]
    public void Other_kinds_are_told_apart()
    {
        Refusal([]).ShouldBe("evidence.empty");
        Refusal("<html><script>alert(1)</script></html>"u8.ToArray()).ShouldBe("evidence.wrong-type");
        Refusal("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()).ShouldBe("evidence.wrong-type");
        Refusal(Encoding.ASCII.GetBytes(Eicar)).ShouldBe("evidence.wrong-type");
        Refusal("MZ this is a program"u8.ToArray()).ShouldBe("evidence.wrong-type");
        Refusal("<html>%PDF-1.7 %%EOF"u8.ToArray()).ShouldBe("evidence.wrong-type", "a page that calls itself a PDF further down");
        Refusal(SampleFiles.Zip([("a.txt", [1])])).ShouldBe("evidence.wrong-type");
        Refusal(SampleFiles.Office("vnd.oasis.opendocument.text")).ShouldBe("evidence.wrong-type");
        Refusal([.. OldOffice, .. new byte[600]]).ShouldBe("evidence.old-office");
        Refusal([.. OldOffice, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")]).ShouldBe("evidence.encrypted");
    }

    [Fact]
    public void Encrypted_files_and_files_with_macros_are_refused()
    {
        Refusal(SampleFiles.PdfWith("<< >>", "<< /Root 1 0 R /Encrypt 2 0 R >>")).ShouldBe("evidence.encrypted");
        Refusal(SampleFiles.PdfWith("<< >>", "<< /Encrypt<< /Filter /Standard >> >>")).ShouldBe("evidence.encrypted");
        KindOf(SampleFiles.PdfWith("<< /EncryptMetadata true /Title (/Encrypt 2 0 R) >>")).ShouldBe(FileType.Pdf);
        KindOf(SampleFiles.PdfWith("<< >> stream\n/Encrypt 2 0 R\nendstream")).ShouldBe(FileType.Pdf);
        Refusal(SampleFiles.Docx(("word/vbaProject.bin", [1]))).ShouldBe("evidence.macros");
        Refusal(SampleFiles.Docx(("word/activeX/activeX1.bin", [1]))).ShouldBe("evidence.macros");
        Refusal(SampleFiles.Office("vnd.ms-excel.sheet.macroEnabled.main+xml")).ShouldBe("evidence.macros");
    }

    [Fact]
    public void What_is_cut_short_is_damaged()
    {
        foreach (var whole in new[] { SampleFiles.Pdf, SampleFiles.Png(), SampleFiles.Jpeg(), SampleFiles.Webp("VP8X", 2, 2),
            SampleFiles.Docx() })
            Refusal(whole[..^12]).ShouldBe("evidence.damaged");
        Refusal(SampleFiles.Png(0, 5)).ShouldBe("evidence.damaged");
    }

    [Fact]
    public void A_picture_that_would_unfold_beyond_reason_is_refused_by_its_first_bytes()
    {
        Refusal(SampleFiles.Png(29_000, 29_000)).ShouldBe("evidence.picture-too-large");
        Refusal(SampleFiles.Png(2, 40_000)).ShouldBe("evidence.picture-too-large");
        Refusal(SampleFiles.Jpeg(65_000, 65_000)).ShouldBe("evidence.picture-too-large");
        Refusal(SampleFiles.Webp("VP8X", 16_000_000, 16_000_000)).ShouldBe("evidence.picture-too-large");
        KindOf(SampleFiles.Png(10_000, 8_000)).ShouldBe(FileType.Png);
    }

    [Fact]
    public void A_package_that_bursts_is_refused_by_what_comes_out_of_it()
    {
        Refusal(SampleFiles.Docx(("word/media/a.bmp", new byte[40 * 1024 * 1024]))).ShouldBe("evidence.unpacks-too-large");
        Refusal(SampleFiles.Docx([.. Enumerable.Range(0, 5_001).Select(part => ($"word/{part}.xml", new byte[1]))]))
            .ShouldBe("evidence.unpacks-too-large");
    }

    [Fact]
    public void A_pdf_that_is_nested_too_deeply_is_refused()
    {
        Refusal(SampleFiles.PdfWith(new string('[', 5_000) + new string(']', 5_000))).ShouldBe("evidence.nested-too-deep");
        Refusal(SampleFiles.PdfWith(string.Concat(Enumerable.Repeat("<< /A ", 200)))).ShouldBe("evidence.nested-too-deep");
        KindOf(SampleFiles.PdfWith(string.Concat(Enumerable.Repeat("[1 2] << /A [3] >> ", 500)))).ShouldBe(FileType.Pdf);
        KindOf(SampleFiles.PdfWith($"<< >> stream\n{new string('[', 5_000)}\nendstream")).ShouldBe(FileType.Pdf);
        KindOf(SampleFiles.PdfWith($"({new string('[', 5_000)})")).ShouldBe(FileType.Pdf);
    }

    [Theory]
    [InlineData("%PDF-1.7\n")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")]
    public void Memory_does_not_grow_with_the_file(string head)
    {
        byte[] file = [.. Encoding.Latin1.GetBytes(head), .. new byte[20 * 1024 * 1024], .. "%%EOF"u8];
        using var stream = new MemoryStream(file);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.NotThrow(() => { try { FileContent.Inspect(stream); } catch (RuleViolation) { /* either way it was read */ } });

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void Every_refusal_says_what_to_do_in_both_languages()
    {
        var refusals = typeof(FileRefusal).GetProperties().Select(property => property.GetValue(null)).OfType<RuleViolation>().ToList();

        refusals.Count.ShouldBeGreaterThan(10);
        refusals.Select(refusal => refusal.Code).ShouldBeUnique();
        refusals.ShouldAllBe(refusal => refusal.Code.StartsWith("evidence.")
            && refusal.Sentence.Vi.Contains(". ") && refusal.Sentence.En.Contains(' '));
    }

    private static FileType KindOf(byte[] file) => FileContent.Inspect(new MemoryStream(file));

    private static string Refusal(byte[] file) => Should.Throw<RuleViolation>(() => KindOf(file)).Code;
}
