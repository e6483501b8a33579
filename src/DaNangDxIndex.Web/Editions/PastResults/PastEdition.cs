using System.Globalization;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>The year, its index and its document, from the one row of their sheet.</summary>
/// <param name="NewSeries">The index, where it is new here.</param>
internal sealed record PastEdition(Edition Edition, Series? NewSeries)
{
    /// <summary>Null where the year cannot be imported.</summary>
    public static PastEdition? Read(IReadOnlyList<TypedRow> rows, PastResultsRegister.Found register, PastCells cells)
    {
        if (rows.Count > 1)
            cells.Wrong(rows[1]["year"], "Mỗi tệp chỉ có một năm. Bỏ dòng này.", "A file holds one year. Remove this row.");
        var row = rows[0];
        if (YearOf(row["year"], register, cells) is not { } year)
            return null;
        var code = row["series"].Line;
        Series? newSeries = null;
        if (!NewAgencyRules.IsCode(code))
            cells.Wrong(row["series"],
                "Nhập mã bộ chỉ số, ví dụ digital-transformation.",
                "Enter the code of the index, for instance digital-transformation.");
        else if (!register.Series.ContainsKey(code))
            newSeries = NamedSeries(code, cells.Name(row, "series"));
        var (vi, en) = (row["document_vi"], row["document_en"]);
        if (vi.IsBlank != en.IsBlank)
            cells.Wrong(vi.IsBlank ? vi : en,
                "Nhập văn bản bằng cả hai ngôn ngữ, hoặc để trống cả hai.",
                "Enter the document in both languages, or leave both blank.");
        var edition = new Edition(year, EditionStage.Imported, rounds: 1, new(year, 12, 31))
            .Of(code, vi.IsBlank || en.IsBlank ? null : new(vi.Line, en.Line))
            .Scheduled(null, provenance: "press", illustrative: false);
        return new(edition, newSeries);
    }

    private static int? YearOf(TypedCell cell, PastResultsRegister.Found register, PastCells cells)
    {
        if (!int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < 2000 || year > register.ThisYear)
            return cells.Wrong(cell, $"Nhập năm từ 2000 đến {register.ThisYear}.", $"Enter a year from 2000 to {register.ThisYear}.");
        if (register.Editions.GetValueOrDefault(year) is not { } there)
            return year;
        if (there.Stage != EditionStage.Imported)
            return cells.Wrong(cell,
                $"Năm {year} đã có kỳ đánh giá thực hiện trên hệ thống; không nhập kết quả từ bên ngoài cho năm này.",
                $"{year} has an edition of its own here; results from elsewhere are not imported for it.");
        return register.Holds(year) is { } sentence ? cells.Wrong(cell, sentence.Vi, sentence.En) : year;
    }

    private static Series NamedSeries(string code, Bilingual name) =>
        new Series(code).Named(name, new($"Kết quả: {name.Vi}", $"Results: {name.En}"));
}
