using System.Globalization;
using System.Text;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The table results.csv, written alike by the bundle and by dx-verify: applicable maximum, converted base and total with the edition's
/// decimals,
/// rank and tier empty for an agency without them. The mark <c>illustrative</c> is a column of its own where the agencies have it.
/// </summary>
public static class ResultsCsv
{
    public static void AppendHeader(StringBuilder text, bool marked)
    {
        const string columns = "agency,group,applicable,converted,total,rank,tier";
        text.Append(columns).Append(marked ? ",illustrative\n" : "\n");
    }

    /// <param name="mark">The agency's mark, or null where agencies have none.</param>
    public static void AppendRow(
        StringBuilder text, Method method, string agency, string group, decimal applicable, decimal converted, string total, int? rank,
        string? tier, string? mark)
    {
        var ranked = rank?.ToString(CultureInfo.InvariantCulture);
        if (mark is null)
            CsvText.Append(text, agency, group, Written(method, applicable), Written(method, converted), total, ranked, tier);
        else
            CsvText.Append(text, agency, group, Written(method, applicable), Written(method, converted), total, ranked, tier, mark);
    }

    /// <summary>A total as it is printed: "98.06".</summary>
    public static string Written(Method method, decimal total) => total.ToString($"F{method.Decimals}", CultureInfo.InvariantCulture);
}
