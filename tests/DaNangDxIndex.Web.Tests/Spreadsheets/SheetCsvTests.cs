namespace DaNangDxIndex.Spreadsheets;

public sealed class SheetCsvTests
{
    private static readonly Sheet Sheet = new(
        "Bảng", [new("Tên cơ quan, đơn vị", 10), new("Tổng điểm", 10), new("Tăng, giảm", 10)],
        [[Cell.Of("Ban; Một"), Cell.OfInvariant("98.06"), Cell.Of(-2)], [Cell.Of("=1+1"), Cell.OfInvariant("93"), Cell.Empty]]);

    [Fact]
    public void Where_the_comma_is_the_decimal_mark_the_semicolon_separates() => SheetCsv.Write(Sheet, ';').ShouldBe(
        "\uFEFFTên cơ quan, đơn vị;Tổng điểm;Tăng, giảm\r\n\"Ban; Một\";98,06;-2\r\n'=1+1;93;\r\n");

    [Fact]
    public void Where_the_point_is_the_decimal_mark_the_comma_separates() => SheetCsv.Write(Sheet, ',').ShouldBe(
        "\uFEFF\"Tên cơ quan, đơn vị\",Tổng điểm,\"Tăng, giảm\"\r\nBan; Một,98.06,-2\r\n'=1+1,93,\r\n");
}
