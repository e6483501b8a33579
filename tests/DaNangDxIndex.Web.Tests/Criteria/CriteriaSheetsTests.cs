using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Criteria.Sheets;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Spreadsheets;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Criteria;

/// <summary>The workbook with one row a criterion: out and in again, and what is told of one that somebody filled in wrongly.</summary>
public sealed class CriteriaSheetsTests
{
    private static readonly string[] Head =
        ["Mã", "Nhóm tiêu chí", "Tiêu chí", "Số liệu", "Đơn vị tính", "Cách tính điểm",
            "Điểm tối đa", "Trụ cột", "Đơn vị xác minh", "Khi không phát sinh"];

    [Fact]
    public void What_is_exported_is_imported_as_the_same_criteria_in_both_languages() =>
        Prop.ForAll<int>(ComesBack).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void One_sheet_is_enough_where_rows_bring_their_figures_along()
    {
        var (set, faults) = Read(
            ["1.1", "I: Nhận thức số", "Hồ sơ trực tuyến", "online: Hồ sơ trực tuyến\nall: Hồ sơ tiếp nhận",
                "hồ sơ\nhồ sơ", "tuyến tính online / all: từ 0 đến 95%", "60", "Chính quyền số", "", "tính 0 điểm"],
            ["1.2", "I", "Kế hoạch", "plan: Có kế hoạch", "có/không", "bậc plan: 1 = 100%", "37,5", "Nền tảng chung", "so-tttt", ""],
            ["2.1", "II: Thể chế số", "Độ phủ", "coverage: Độ phủ", "%",
                "tuyến tính coverage: từ 0% đến 100%", "2,5", "Xã hội số", "", ""]);

        faults.ShouldBeEmpty();
        set.ShouldNotBeNull().Figures.Select(figure => (figure.Code, figure.Kind, figure.Unit?.Vi)).ShouldBe(
            [("online", FigureKind.Count, "hồ sơ"), ("all", FigureKind.Count, "hồ sơ"),
                ("plan", FigureKind.YesNo, null), ("coverage", FigureKind.Percent, null)]);
        set.Components.Select(component => (component.Code, component.Name.Vi, component.Criteria.Count)).ShouldBe(
            [("I", "Nhận thức số", 2), ("II", "Thể chế số", 1)]);
        set.Criterion("1.2").ShouldNotBeNull().VerifyingUnit.ShouldBe("so-tttt");
    }

    [Fact]
    public void Planted_faults_are_each_told_of_their_sheet_and_cell()
    {
        var (set, faults) = Read(
            ["1.1", "I: Nhận thức số", "Hồ sơ", "a: Hồ sơ", "hồ sơ", "theo tỷ lệ a", "60", "Chính quyền số", "", ""],
            ["1.1", "I: Tên khác", "Hồ sơ", "a: Tên khác", "", "tuyến tính a: từ 0 đến 0.95", "mười", "Chính quyền", "", ""],
            ["1.3", "I", "", "b", "", "tuyến tính zzz: từ 0 đến 5", "5", "Xã hội số", "Sở có dấu", "cho điểm"],
            ["1.4", "", "Không nhóm", "", "", "", "0", "Xã hội số", "", ""]);

        set.ShouldBeNull();
        faults.ShouldAllBe(fault => fault.Sheet == "Tiêu chí");
        var cells = faults.Select(fault => fault.Cell).ToHashSet();
        foreach (var cell in (string[])["F2", "A3", "B3", "D3", "F3", "G3", "H3", "C4", "D4", "F4", "I4", "J4", "B5"])
            cells.ShouldContain(cell, string.Join("\n", faults.Select(fault => $"{fault.Cell}: {fault.Sentence.Vi}")));
        faults.First(fault => fault.Cell == "F3").Sentence.Vi.ShouldBe("“0.95”: Nhập 0,95 (dấu phẩy thập phân).");
        faults.First(fault => fault.Cell == "A3").Sentence.Vi.ShouldBe("Mã tiêu chí “1.1” đã dùng ở trên. Mỗi mã chỉ dùng một lần.");
    }

    [Fact]
    public void A_cell_that_cannot_be_read_is_told_once_and_an_empty_one_by_what_to_do()
    {
        var (_, faults) = Read(
            ["1.1", "I: Nhận thức số", "Hồ sơ", "a: Hồ sơ", "hồ sơ", "tuyến tính a: từ 0 đến 5", "sáu mươi", "Trụ lạ", "", ""],
            ["1.2", "I", "Hồ sơ khác", "b: Hồ sơ khác", "hồ sơ", "tuyến tính b: từ 0 đến 5", "", "Xã hội số", "", ""]);

        faults.Select(fault => fault.Cell).ShouldBe(["H2", "G2", "G3"], ignoreOrder: true);
        faults.Single(fault => fault.Cell == "G3").Sentence.Vi.ShouldBe("Ô này còn trống. Ghi nội dung.");
    }

    [Fact]
    public void Criteria_without_a_scale_are_told_where_it_is_entered_since_the_sheet_has_no_place_for_it()
    {
        var (set, faults) = CriteriaSheets.Read(
            Workbook.Write([SheetOf(
                [["1.1", "I: Nhận thức số", "Hồ sơ", "a: Hồ sơ", "hồ sơ", "tuyến tính a: từ 0 đến 5", "100", "Xã hội số"]])]),
            CriteriaDraft.Empty(2026, "departments", new("Bộ chỉ số", "Criteria")));

        set.ShouldBeNull();
        faults.ShouldHaveSingleItem().Sentence.Vi.ShouldContain("Nhập ở trang “Tên gọi, thang điểm, xếp loại”");
    }

    private static void ComesBack(int seed)
    {
        var set = new RandomSet(seed).Set();
        foreach (var language in (string[])["vi", "en"])
        {
            var (read, faults) = CriteriaSheets.Read(CriteriaWorkbook.Write(set, language), CriteriaDraft.Read(CriteriaFile.Write(set)));
            faults.ShouldBeEmpty(string.Join("\n", faults.Select(fault => $"{fault.Sheet}!{fault.Cell}: {fault.Sentence.En}")));
            CriteriaFile.Write(read.ShouldNotBeNull()).ShouldBe(CriteriaFile.Write(set));
        }
    }

    private static (CriteriaSet? Set, IReadOnlyList<CellFault> Faults) Read(params IReadOnlyList<string[]> rows)
    {
        var sheet = SheetOf(rows);
        var draft = CriteriaDraft.Empty(2026, "departments", new("Bộ chỉ số", "Criteria"));
        draft.File["method"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{ "scale": "100", "nothingDue": "zero", "tiers": [{ "code": "all", "name": "Tất cả", "from": "0" }] }""");
        return CriteriaSheets.Read(Workbook.Write([sheet]), draft);
    }

    private static Sheet SheetOf(IReadOnlyList<string[]> rows) => new(
        "Tiêu chí", [.. Head.Select(name => new Column(name, 20))],
        [.. rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(Cell.Of)])]);
}
