using System.Text;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Spreadsheets;

public sealed class TypedWorkbookTests
{
    private static readonly TableColumn[] Columns =
    [
        new("code", new("Mã", "Code"), new("", "")) { Required = true },
        new("name_vi", new("Tên tiếng Việt", "Name in Vietnamese"), new("", "")) { Required = true, Also = ["Tên cơ quan"] },
        new("from", new("Từ ngày", "From"), new("", "")),
    ];

    [Theory]
    [InlineData("""<c r="B7" t="s"><v>0</v></c>""", "Đầu")]
    [InlineData("""<c r="B7" t="s"><v>1</v></c>""", "Một hai")]
    [InlineData("""<c r="B7" t="inlineStr"><is><t> Sở  Y tế </t></is></c>""", "Sở  Y tế")]
    [InlineData("""<c r="B7" t="inlineStr"><is><t>một_x000D_&#10;hai</t></is></c>""", "một\nhai")]
    [InlineData("""<c r="B7"><v>98.060000000000002</v></c>""", "98.06")]
    [InlineData("""<c r="B7"><v>1.1000000000000001E-3</v></c>""", "0.0011")]
    [InlineData("""<c r="B7"><v>20227</v></c>""", "20227")]
    [InlineData("""<c r="B7" s="4"><v>45839</v></c>""", "45839")]
    [InlineData("""<c r="B7" s="3"><v>0.99909999999999999</v></c>""", "99.91%")]
    [InlineData("""<c r="B7" s="1"><v>45839</v></c>""", "2025-07-01")]
    [InlineData("""<c r="B7" s="2"><v>45839.75</v></c>""", "2025-07-01")]
    [InlineData("""<c r="B7" t="d"><v>2025-07-01T00:00:00</v></c>""", "2025-07-01")]
    [InlineData("""<c r="B7" t="b"><v>1</v></c>""", "TRUE")]
    [InlineData("""<c r="B7"><f>1+1</f><v>2</v></c>""", "2")]
    [InlineData("""<c r="B7" t="str"><f>A1&amp;"x"</f><v>Khối 1</v></c>""", "Khối 1")]
    public void A_cell_is_what_was_typed(string cell, string text)
    {
        var typed = Only(RawWorkbook.Of($"""<row r="7">{cell}</row>"""));

        (typed.Sheet, typed.Address, typed.Text, typed.Unreadable).ShouldBe(("Danh sách", "B7", text, null));
    }

    [Fact]
    public void Numbers_and_days_keep_their_kind()
    {
        Only(RawWorkbook.Of("""<row r="1"><c r="A1" s="3"><v>0.9991</v></c></row>""")).Number.ShouldBe(0.9991m);
        Only(RawWorkbook.Of("""<row r="1"><c r="A1" s="1"><v>45839</v></c></row>""")).Day.ShouldBe(new DateOnly(2025, 7, 1));
        Only(RawWorkbook.Of(
            """<row r="1"><c r="A1" s="1"><v>44377</v></c></row>""", ("xl/workbook.xml", RawWorkbook.Workbook("date1904=\"1\"")))).Day
            .ShouldBe(new DateOnly(2025, 7, 1));
    }

    [Theory]
    [InlineData("""<c r="A1"><f>1+1</f></c>""", "formula")]
    [InlineData("""<c r="A1" t="e"><v>#REF!</v></c>""", "error")]
    public void A_cell_without_a_value_says_so(string cell, string word) =>
        Only(RawWorkbook.Of($"""<row r="1">{cell}</row>""")).Unreadable.ShouldNotBeNull().En.ShouldContain(word);

    [Fact]
    public void A_cell_that_is_too_long_or_bears_odd_marks_says_so()
    {
        OnlyText(new string('a', 2_001)).Unreadable.ShouldNotBeNull().En.ShouldContain("2,000");
        OnlyText(new string('a', 2_000)).Unreadable.ShouldBeNull();
        OnlyText("a" + new string('\u0301', 31)).Unreadable.ShouldNotBeNull().En.ShouldContain("characters");
        OnlyText("a_x0001_b").Unreadable.ShouldNotBeNull().En.ShouldContain("characters");
        OnlyText("a_xD83D_b").Unreadable.ShouldNotBeNull().En.ShouldContain("characters");
        OnlyText(new string('a', 1_999) + "😀").Unreadable.ShouldNotBeNull().En.ShouldContain("2,000");
    }

    /// <summary>Of such a row of marks the cost of normalising grows with the square: this many would take minutes.</summary>
    [Fact]
    public void A_cell_of_a_CSV_file_is_bounded_as_one_of_a_workbook_before_anything_is_computed_on_it()
    {
        TypedCell Of(string text) => TypedWorkbook.ReadOrCsv(Encoding.UTF8.GetBytes($"Mã,\"{text}\"")).Sheets[0].Rows[0].Cells[2];

        Of("a" + new string('\u0301', 31)).Unreadable.ShouldNotBeNull().En.ShouldContain("characters");
        Of(new string('a', 2_001)).Unreadable.ShouldNotBeNull().En.ShouldContain("2,000");
        Of("a" + new string('\u0301', 160_000)).Unreadable.ShouldNotBeNull();
        Of(" Ho\u0300a _x0041_ ").ShouldSatisfyAllConditions(
            cell => cell.Text.ShouldBe("Hòa _x0041_"), cell => cell.Unreadable.ShouldBeNull());
    }

    [Fact]
    public void Letters_come_in_one_form_of_Unicode() => OnlyText("Hòa").Text.ShouldBe("Hòa");

    [Theory]
    [InlineData("code", "name_vi", "from")]
    [InlineData("MÃ", "tên  tiếng việt *", "Từ ngày (ngày/tháng/năm)")]
    [InlineData("Code", "Name in Vietnamese", "FROM")]
    [InlineData("ma", "Ten co quan", "tu ngay")]
    public void Columns_are_known_by_code_and_by_name_in_both_languages(string code, string name, string from)
    {
        var table = Table([["DANH SÁCH"], ["STT", name, from, code], ["1", "Sở Y tế", "01/07/2025", "so-yt"]]);

        table.Faults.ShouldBeEmpty();
        var row = table.Rows.ShouldHaveSingleItem();
        (row["code"].Text, row["name_vi"].Text, row["from"].Text, row["from"].Address).ShouldBe(("so-yt", "Sở Y tế", "01/07/2025", "C3"));
    }

    [Fact]
    public void Columns_that_are_missing_unknown_or_there_twice_are_named_by_their_cells()
    {
        var table = Table([["Mã", "Điểm", "Code"], ["a", "b", "c"]]);

        table.Faults.Select(fault => (fault.Cell, fault.Sentence.En.Split('.')[0])).ShouldBe(
        [
            ("B1", "There is no column called “Điểm”"), ("C1", "Column “Code” is there twice"),
                ("A1", "Column “Name in Vietnamese” is missing"),
        ]);
    }

    [Fact]
    public void A_blank_cell_has_its_address_and_blank_rows_are_passed_over()
    {
        var table = Table([["Mã", "Tên tiếng Việt"], ["a", ""], ["", ""], ["b", "B"]]);

        table.Rows.Select(row => (row.Number, row["name_vi"].Address, row["name_vi"].IsBlank))
            .ShouldBe([(2, "B2", true), (4, "B4", false)]);
        table.Rows[0]["from"].Address.ShouldBe("A2");
    }

    [Fact]
    public void A_sheet_without_headings_or_without_rows_says_so()
    {
        Table([["x"], ["y"]]).Faults.ShouldHaveSingleItem().Sentence.En.ShouldContain("No row of headings");
        Table([["Mã", "Tên tiếng Việt"]]).Faults.ShouldHaveSingleItem().Cell.ShouldBe("A2");
    }

    [Fact]
    public void A_template_comes_back_as_it_was_sent()
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var file = Workbook.Write(
                Template.Of("Danh mục", Columns, [[Cell.Of("so-yt"), Cell.Of("Sở Y tế"), Cell.Of("2025-07-01")]], language));
            var table = TypedWorkbook.Read(file).SheetOf("Danh muc").TableOf(Columns);

            table.Faults.ShouldBeEmpty();
            table.Rows.ShouldHaveSingleItem()["name_vi"].Text.ShouldBe("Sở Y tế");
        }
    }

    private static TypedTable Table(string[][] rows)
    {
        return TypedWorkbook.Read(RawWorkbook.Of(string.Concat(rows.Select(Row)))).Sheets[0].TableOf(Columns);

        static string Row(string[] texts, int row) =>
            $"""<row r="{row + 1}">{string.Concat(texts.Select((text, column) => InlineText(new(row + 1, column + 1), text)))}</row>""";

        static string InlineText(CellAddress at, string text) => $"""<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>""";
    }

    private static TypedCell OnlyText(string text) =>
        Only(RawWorkbook.Of($"""<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>"""));

    private static TypedCell Only(byte[] file) =>
        TypedWorkbook.Read(file).Sheets.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().Cells.Values.ShouldHaveSingleItem();
}
