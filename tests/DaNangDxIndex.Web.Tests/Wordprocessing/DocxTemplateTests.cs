using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Wordprocessing;

using Vml = DocumentFormat.OpenXml.Vml;

/// <summary>A template is read by its content, refused where it is more than words, and filled as its page shows the fields.</summary>
public sealed class DocxTemplateTests
{
    private const string Types = "[Content_Types].xml";

    [Fact]
    public void A_field_that_a_word_processor_has_parted_over_runs_is_one_field()
    {
        var file = Of(new Paragraph(Run("Năm {"), Run("{na", bold: true), Run("m}"), Run("}, xong")));

        DocxTemplate.Open(file).Fields.ShouldBe(["nam"]);
        using var filled = ReadDocx.Of(DocxTemplate.Open(file).Fill(Values(("nam", ["2025"]))));
        filled.Text.ShouldBe("Năm 2025, xong");
    }

    [Fact]
    public void Two_fields_of_one_line_are_both_filled_whatever_their_length()
    {
        var file = Of(Line("{{dia_danh}}, {{ngay}} và {{dia_danh}}."));
        using var filled = ReadDocx.Of(DocxTemplate.Open(file).Fill(Values(
            ("dia_danh", ["Đà Nẵng"]), ("ngay", ["ngày 05 tháng 3 năm 2027"]))));
        filled.Text.ShouldBe("Đà Nẵng, ngày 05 tháng 3 năm 2027 và Đà Nẵng.");
    }

    [Fact]
    public void A_paragraph_that_is_one_field_becomes_one_for_each_line_and_goes_away_without_any()
    {
        var file = Of(Line("Trước"), Line("{{phu_luc}}"), Line("{{du_thao}}"), Line("Sau"));
        using var filled = ReadDocx.Of(DocxTemplate.Open(file).Fill(Values(("phu_luc", ["I. Sở", "II. Phường"]), ("du_thao", []))));
        filled.Text.ShouldBe("Trước\nI. Sở\nII. Phường\nSau");
    }

    [Fact]
    public void What_a_value_says_is_not_read_as_a_field_again()
    {
        using var filled = ReadDocx.Of(DocxTemplate.Open(Of(Line("{{a}} {{b}}"))).Fill(Values(("a", ["{{b}}"]), ("b", ["x"]))));
        filled.Text.ShouldBe("{{b}} x");
    }

    [Fact]
    public void A_field_with_a_brace_missing_is_refused_where_it_stands() =>
        Refused(Of(Line("Năm {{nam} được đánh giá")), "template.braces").ShouldContain("Năm {{nam} được đánh giá");

    [Fact]
    public void A_file_is_judged_by_its_content_and_not_by_its_name()
    {
        Refused([], "template.empty");
        Refused(Encoding.UTF8.GetBytes("<html>{{nam}}</html>"), "template.other-content");
        Refused([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], "template.old-word");
        Refused(Encoding.UTF8.GetBytes("PK and nothing more"), "template.damaged");
        Refused(new byte[HarmlessDocx.LargestFile + 1], "template.too-large");
        Refused(With(Of(Line("{{nam}}")), Types, "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
            "template.other-content");
    }

    [Theory]
    [InlineData("word/vbaProject.bin", "template.macros")]
    [InlineData("word/embeddings/oleObject1.bin", "template.embedded")]
    [InlineData("word/activeX/activeX1.xml", "template.embedded")]
    public void Programs_and_embedded_things_are_refused(string part, string code) =>
        Refused(With(Of(Line("{{nam}}")), part, "anything"), code);

    [Fact]
    public void A_file_that_calls_itself_macro_free_and_is_not_is_refused() => Refused(
        With(Of(Line("{{nam}}")), Types, """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>
            """), "template.macros");

    [Fact]
    public void A_program_or_an_embedded_file_under_another_name_is_refused_too()
    {
        Refused(With(Of(Line("{{nam}}")), Types, """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="png" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """), "template.macros");
        Refused(With(Of(Line("{{nam}}")), "word/_rels/more.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="media/x.png"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject"/></Relationships>
            """), "template.embedded");
    }

    [Fact]
    public void What_would_be_fetched_when_the_document_is_opened_is_refused()
    {
        Refused(With(Of(Line("{{nam}}")), "word/_rels/settings.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" TargetMode="External"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://elsewhere/x.dotm"/>
            </Relationships>
            """), "template.external");
        Refused(
            Of(new Paragraph(new Run(new FieldCode(" INCLUDE")), new Run(new FieldCode("TEXT \"https://elsewhere\" ")))),
            "template.external");
        Refused(With(Of(Line("{{nam}}")), "word/_rels/bad.rels", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), "template.damaged");
    }

    [Fact]
    public void A_small_file_that_unpacks_to_very_much_is_refused() =>
        Refused(With(Of(Line("{{nam}}")), "word/media/image1.png", new string(' ', 17 * 1024 * 1024)), "template.unpacks-too-large");

    [Fact]
    public void A_text_that_is_nested_without_end_is_refused_before_it_is_taken_apart()
    {
        const string Inside = "<w:sdt><w:sdtContent>", Outside = "</w:sdtContent></w:sdt>";
        string Nested(int times) => "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
            + string.Concat(Enumerable.Repeat(Inside, times)) + "<w:p><w:r><w:t>{{nam}}</w:t></w:r></w:p>"
            + string.Concat(Enumerable.Repeat(Outside, times)) + "</w:body></w:document>";

        Refused(With(Of(Line("{{nam}}")), "word/document.xml", Nested(20_000)), "template.damaged");
        DocxTemplate.Open(With(Of(Line("{{nam}}")), "word/document.xml", Nested(10))).Fields.ShouldBe(["nam"]);
    }

    [Fact]
    public void A_field_in_a_text_box_is_filled_in_each_copy_of_the_paragraph_around_it()
    {
        var box = new Paragraph(Run("{{phu_luc}}"), new Run(
            new Picture(new Vml.Shape(new Vml.TextBox(new TextBoxContent(Line("năm {{nam}}")))))));
        using var filled = ReadDocx.Of(DocxTemplate.Open(Of(box)).Fill(Values(("phu_luc", ["I", "II"]), ("nam", ["2025"]))));
        filled.Text.Split('\n').Count(line => line == "năm 2025").ShouldBe(2);
        filled.Text.ShouldNotContain("{{");
    }

    private static string Refused(byte[] file, string code)
    {
        var refused = Should.Throw<RuleViolation>(() => DocxTemplate.Open(file));
        refused.Code.ShouldBe(code);
        return refused.Sentence.Vi;
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(params (string Name, string[] Lines)[] values) =>
        values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)value.Lines, StringComparer.Ordinal);

    private static byte[] Of(params OpenXmlElement[] content) => OfficialDocx.Write("vi", "Mẫu", "", [.. content, OfficialDocx.Section()]);

    private static Paragraph Line(string text) => new DocxLine(text).Paragraph;

    private static Run Run(string text, bool bold = false) => new(
        bold ? new RunProperties(new Bold()) : new RunProperties(),
        new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>The package with one part put in its place or added.</summary>
    private static byte[] With(byte[] package, string part, string content)
    {
        using var changed = new MemoryStream();
        changed.Write(package);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part, CompressionLevel.SmallestSize).Open());
            writer.Write(content);
        }

        return changed.ToArray();
    }
}
