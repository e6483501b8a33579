using System.Globalization;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using static DaNangDxIndex.Publishing.OpenData.OpenColumns;

namespace DaNangDxIndex.Publishing.OpenData;

/// <summary>
/// All editions in one long table, one value to a row, and the lineage by which an agency of one year is followed into another. Rows of two
/// series, or across a merger, stand beside each other and are not comparable for that: the columns say so.
/// </summary>
public static class YearsTables
{
    private const string Total = "total";

    /// <param name="published">The version in force of each year, with whether it was withdrawn.</param>
    /// <param name="printed">Results of years that others had computed and printed, with the code of their series.</param>
    /// <param name="today">Whose successors are looked for.</param>
    public static IReadOnlyList<OpenTable> Of(
        IReadOnlyCollection<PublishedEdition> published, IReadOnlyCollection<(string Series, ImportedStanding Line)> printed,
        IReadOnlyCollection<Agency> agencies, DateOnly today)
    {
        var heirs = new Heirs(agencies);
        string Now(string agency) => string.Join(' ', heirs.Of(agency, today).Select(heir => heir.Code).Order(StringComparer.Ordinal));
        var rows = printed.Select(imported => Row(imported.Series, imported.Line, Now))
            .Concat(published.SelectMany(edition => edition.Groups.SelectMany(group => group.Results.SelectMany(result =>
                Rows(edition, group, result, Now)))));
        return
        [
            new(
                "points",
                new("Điểm các năm theo nhóm tiêu chí, mỗi dòng một giá trị.", "Points of all years by component, one value to a row."),
                [
                    AgencyCode, Whole("year", "Năm đánh giá", "Year assessed") with { Required = true },
                    Words("series", "Mã bộ chỉ số; chỉ so sánh trong cùng một bộ", "Code of the index; only one index is compared") with
                    {
                        Required = true,
                    },
                    Words("component", "Mã nhóm tiêu chí; total: tổng điểm", "Code of the component; total for the total") with
                    {
                        Required = true,
                    },
                    Number("points", "Điểm", "Points"), Number("maximum", "Điểm tối đa áp dụng", "Maximum that counted"), GroupCode,
                    Whole("version", "Bản công bố số; trống: theo báo chí", "Publication; empty for results from print"),
                    Words("today", "Mã cơ quan kế thừa hiện nay, cách nhau bằng dấu cách",
                        "Codes of those that carry on today, parted by spaces"),
                    Words("provenance", "Nguồn", "Where the value comes from") with
                    {
                        Required = true, Allowed = ["computed", "illustrative", "press"],
                    },
                ],
                ["agency", "year", "component"], rows),
            Lineage(agencies),
        ];
    }

    private static IEnumerable<string?[]> Rows(PublishedEdition edition, PublishedGroup group, Result result, Func<string, string> now)
    {
        var computed = group.Entrant(result.Agency)?.Illustrative == true ? "illustrative" : "computed";
        // The table, the page and the scorecard tell the same of this total.
        var printed = edition.Printed?.Standings.Any(line =>
            line.Group == group.Code && line.Agency == result.Agency && line.Total == result.Total) is true;
        string?[] Row(string component, string points, string maximum, string from) =>
        [
            result.Agency, Year(edition.Year), edition.Series.Code, component, points, maximum, group.Code, OpenColumns.Of(edition.Number),
            now(result.Agency), from,
        ];
        yield return Row(Total, result.Total, Rounded(group.Criteria.Method.Scale), printed ? Word(Provenance.Press) : computed);
        foreach (var part in result.Components)
        {
            Fraction sign = group.Criteria.Components.First(component => component.Code == part.Code).Sign;
            yield return Row(part.Code, Rounded(sign * part.Points), Rounded(sign * part.Maximum), computed);
        }
    }

    /// <summary>A rank or a tier alone was printed of some: then there are no points to tell.</summary>
    private static string?[] Row(string series, ImportedStanding line, Func<string, string> now) =>
    [
        line.Agency, Year(line.Year), series, Total, line.Total, null, line.Group, null, now(line.Agency), Word(Provenance.Press),
    ];

    private static OpenTable Lineage(IReadOnlyCollection<Agency> agencies) => new(
        "lineage",
        new("Cơ quan, đơn vị đổi tên, sáp nhập, chia tách: mã trước và mã sau.",
            "Mergers, splits and renamings: from which code to which."),
        [
            Words("from", "Mã trước", "Code before") with { Required = true },
            Words("from_name", "Tên trước", "Name before, in Vietnamese"),
            Words("to", "Mã sau", "Code after") with { Required = true }, Words("to_name", "Tên sau", "Name after, in Vietnamese"),
            new("last_day", ColumnKind.Day, new("Ngày cuối cùng của mã trước", "Last day of the code before")),
            Flag("whole", "Toàn bộ cơ quan trước nhập vào một cơ quan sau", "All of the agency before went into this one"),
        ],
        ["from", "to"],
        [.. from agency in agencies.OrderBy(agency => agency.Code, StringComparer.Ordinal)
            from successor in agency.Successors
            let next = agencies.FirstOrDefault(other => other.Code == successor)
            select new[]
            {
                agency.Code, Plain(agency.Name.Vi), successor, next is null ? null : Plain(next.Name.Vi),
                agency.ValidTo?.ToString("O", CultureInfo.InvariantCulture), OpenColumns.Of(agency.Successors.Count == 1),
            }]);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
