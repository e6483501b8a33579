using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Papers;

/// <summary>A paper by its pages, whatever its length.</summary>
public sealed class PaperPdfTests
{
    private const string Signer = "Người lập danh sách";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Who_signs_stands_with_the_last_rows_and_a_heading_with_the_first(int notes)
    {
        for (var rows = 1; rows <= 60; rows++)
        {
            var pages = PagesOf(Of(rows, notes));

            var signed = pages.Single(page => page.Contains(Signer, StringComparison.Ordinal));
            signed.ShouldContain($"Hàng số {rows}.", customMessage: $"{rows} rows, {notes} notes");
            pages.Single(page => page.Contains("2. Danh sách hai", StringComparison.Ordinal))
                .ShouldContain("Hàng số 1.", customMessage: $"{rows} rows, {notes} notes");
        }
    }

    /// <summary>A first list of seven agencies and a second of so many, with notes under it.</summary>
    private static Paper Of(int rows, int notes) => new(
        "vi", "ỦY BAN NHÂN DÂN", "BAN CHỈ ĐẠO", "Đà Nẵng, ngày     tháng     năm", "Số:      /DS", "DANH SÁCH", "Đề nghị khen thưởng",
        new string('a', 64))
    {
        Parts =
        [
            new Paper.Heading("1. Danh sách một"), TableOf(7, "Dòng"), new Paper.Heading("2. Danh sách hai"), TableOf(rows, "Hàng"),
            .. Enumerable.Repeat(new Paper.Paragraph("Không xét cơ quan chưa đủ điều kiện theo quy định của Quy chế."), notes),
        ],
        Signatures = [Signer, "Thủ trưởng"],
    };

    private static Paper.Table TableOf(int rows, string what) => new(
        [new("TT", 1, Centred: true), new("Cơ quan", 9)],
        [.. Enumerable.Range(1, rows).Select(row => new Paper.Row([$"{row}", $"{what} số {row}."]))]);

    private static List<string> PagesOf(Paper paper) =>
        [.. PdfTools.Text(new PaperPdf(Fonts.Tinos).Write(paper, new(2026, 11, 28)), "-layout").Split('\f')
            .Where(page => page.Trim().Length > 0)];
}
