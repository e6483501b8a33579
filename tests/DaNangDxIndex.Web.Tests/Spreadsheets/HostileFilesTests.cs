using System.Text;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>What people send by mistake or by malice is refused with its own sentence, before it costs anything.</summary>
public sealed class HostileFilesTests
{
    private const string Cell = """<row r="1"><c r="A1"><v>1</v></c></row>""";

    [Fact]
    public void Other_kinds_of_files_are_told_apart()
    {
        Refusal([]).ShouldBe("spreadsheet.empty");
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).ShouldBe("spreadsheet.old-excel");
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0, 0, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).ShouldBe("spreadsheet.encrypted");
        Refusal(Encoding.UTF8.GetBytes("code,name\nso-yt,Sở Y tế\n")).ShouldBe("spreadsheet.plain-text");
        Refusal(Encoding.UTF8.GetBytes("%PDF-1.7\n")).ShouldBe("spreadsheet.other-content");
        Refusal([0x89, 0x50, 0x4E, 0x47, 0, 0]).ShouldBe("spreadsheet.other-content");
        Refusal(RawWorkbook.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))).ShouldBe("spreadsheet.open-document");
        Refusal(RawWorkbook.Zip(("_rels/.rels", "<a/>"), ("word/document.xml", "<a/>"))).ShouldBe("spreadsheet.other-content");
        Refusal(RawWorkbook.Zip(("xl/workbook.bin", "x"))).ShouldBe("spreadsheet.binary-workbook");
        Refusal(RawWorkbook.Of(Cell, ("xl/vbaProject.bin", "x"))).ShouldBe("spreadsheet.macros");
        Refusal(new byte[TypedWorkbook.LargestFile + 1]).ShouldBe("spreadsheet.too-large");
    }

    [Fact]
    public void A_file_that_bursts_is_refused_by_what_comes_out_of_it()
    {
        Refusal(RawWorkbook.Of(Cell, ("xl/media/x.xml", new string(' ', 3 * 1024 * 1024)))).ShouldBe("spreadsheet.unpacks-too-large");
        Refusal(RawWorkbook.Zip(Enumerable.Range(0, 1_001).Select(part => ($"xl/{part}.xml", "x"))))
            .ShouldBe("spreadsheet.unpacks-too-large");
    }

    [Fact]
    public void Entities_are_not_opened()
    {
        const string Laughs =
            """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>""";
        const string Outside = """<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>""";

        Refusal(RawWorkbook.Of(Cell, ("xl/worksheets/sheet1.xml", Laughs))).ShouldBe("spreadsheet.damaged");
        Refusal(RawWorkbook.Of(Cell, ("xl/worksheets/sheet1.xml", Outside))).ShouldBe("spreadsheet.damaged");
        Refusal(RawWorkbook.Of(Cell, ("xl/workbook.xml", Outside))).ShouldBe("spreadsheet.damaged");
    }

    [Theory]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>99</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1"><v>zwei</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1"><v>1e999</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="d"><v>gestern</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1">""")]
    public void A_damaged_sheet_is_refused_as_damaged(string rows) => Refusal(RawWorkbook.Of(rows)).ShouldBe("spreadsheet.damaged");

    [Fact]
    public void A_package_cut_short_is_damaged()
    {
        var file = RawWorkbook.Of(Cell);

        Refusal(file[..(file.Length / 2)]).ShouldBe("spreadsheet.damaged");
    }

    [Theory]
    [InlineData("""<row r="20001"><c r="A20001"><v>1</v></c></row>""", "spreadsheet.too-many-rows")]
    [InlineData("""<row r="1"><c r="BI1"><v>1</v></c></row>""", "spreadsheet.too-many-columns")]
    public void Content_beyond_the_bounds_is_refused(string rows, string code) => Refusal(RawWorkbook.Of(rows)).ShouldBe(code);

    [Fact]
    public void Blank_cells_beyond_the_bounds_and_addresses_that_are_none_do_no_harm()
    {
        var sheet = TypedWorkbook.Read(RawWorkbook.Of(
            """<row r="x"><c r="1A"><v>7</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>""")).Sheets[0];

        sheet.Rows.ShouldHaveSingleItem().Cells.ShouldHaveSingleItem().Value.Address.ShouldBe("A1");
    }

    [Fact]
    public void Every_refusal_says_what_to_do_in_both_languages()
    {
        var refusals = typeof(SpreadsheetRefusal).GetProperties().Select(property => property.GetValue(null))
            .OfType<RuleViolation>().ToList();

        refusals.Count.ShouldBeGreaterThan(10);
        refusals.Select(refusal => refusal.Code).ShouldBeUnique();
        refusals.Select(refusal => refusal.Sentence.Vi).ShouldBeUnique();
        refusals.ShouldAllBe(refusal => refusal.Sentence.Vi.EndsWith('.') && refusal.Sentence.En.EndsWith('.'));
    }

    private static string Refusal(byte[] file) => Should.Throw<RuleViolation>(() => TypedWorkbook.Read(file)).Code;
}
